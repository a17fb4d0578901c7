import type { ShippedList } from './shipped-list.ts';

/** Claim status codes. */
export const CLAIM_STATUS_LIST: ShippedList = {
  id: 'claim-status',
  asOf: '2024-06-01',
  text: `
- - 0-9 10-35 37-42 44-57 59-61 64-73 78 81 83-99 100-150 152-795
`,
};
