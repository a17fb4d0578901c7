import type { ShippedList } from './shipped-list.ts';

/** Claim status category codes. */
export const CLAIM_STATUS_CATEGORY_LIST: ShippedList = {
  id: 'claim-status-category',
  asOf: '2024-06-01',
  text: `
- - X0 A0-A8 DR01-DR08 P0-P5 F0-F3 F3F F3N F4 F5 R0 R1 R3-R9 R10-R17 RQ E0-E4 D0
`,
};
