import { POSTING_WORK_ITEM_KINDS, type PostingWorkItemKind } from '../../domain/posting/exception-rule.ts';
import type { StoredWorkItem } from '../../ports/work-item-store.ts';

/** A work item that posting opened. */
export type PostingItem = StoredWorkItem & { readonly kind: PostingWorkItemKind };

export function isPostingItem(item: StoredWorkItem): item is PostingItem {
  return POSTING_WORK_ITEM_KINDS.some((kind) => kind === item.kind);
}
