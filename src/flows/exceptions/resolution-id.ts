import type { ResolutionReader } from '../../ports/resolution-store.ts';
import { derivedId } from '../fact-id.ts';

/** Short enough to be typed, long enough to be one of its kind. */
const ID_LENGTH = 16;

/** The id of the next resolution of a work item: the same again where the transaction is tried again. */
export async function nextResolutionId(
  resolutions: ResolutionReader,
  tenantId: string,
  workItemId: string,
): Promise<string> {
  const before = await resolutions.ofWorkItems([workItemId]);
  return derivedId('resolution', tenantId, workItemId, String(before.length + 1)).slice(0, ID_LENGTH);
}
