import type { ShippedList } from './shipped-list.ts';

/** Service type codes. */
export const SERVICE_TYPE_LIST: ShippedList = {
  id: 'service-type',
  asOf: '2024-06-01',
  text: `
- - 1-9 10-28 30 32-99 A0-A9 AA AB AC AD AE AF AG AH AI AJ AK AL AM AN AO AQ AR B1-B3 BA BB BC BD BE
 BF BG BH BI BJ BK BL BM BN BP BQ BR BS BT BU BV BW BX BY BZ C1 CA CB CC CD CE CF CG CH CI CJ CK CL
 CM CN CO CP CQ DG DM DS E1-E9 E10-E36 EA EB EC ED EE EF GF GN GY IC MH NI ON PE PT PU RN RT SMH TC
 TN UC
`,
};
