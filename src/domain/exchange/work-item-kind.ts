/** What can wait for a person; `docs/reference/work-items.md` has a section for each. */
export const WORK_ITEM_KINDS = [
  'rejection',
  'denial',
  'adjustment-review',
  'unmatched-claim-payment',
  'posting-exception',
  'provider-adjustment',
  'remittance-held',
  'reassociation',
  'file-quarantined',
  'delivery-held',
  'delivery-in-doubt',
  'unmatched-acknowledgment',
  'answer-late',
] as const;

export type WorkItemKind = (typeof WORK_ITEM_KINDS)[number];
