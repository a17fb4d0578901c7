import type { ShippedList } from './shipped-list.ts';

// The codes of NUBC that Medicare's own manuals name (Claims Processing Manual, chapter 25, form locators 14, 15, 17).

export const PATIENT_STATUS_LIST: ShippedList = {
  id: 'patient-status',
  asOf: '2024-07-01',
  text: `
- - 01-07 09 20 21 30 40-43 50 51 61-66 70
2013-10-01 - 69 81-95
`,
};

export const ADMISSION_TYPE_LIST: ShippedList = {
  id: 'admission-type',
  asOf: '2024-07-01',
  text: `
- - 1-5 9
`,
};

/** 5 and 6 mean something else where the type of admission is 4, a newborn; both readings are listed. */
export const ADMISSION_SOURCE_LIST: ShippedList = {
  id: 'admission-source',
  asOf: '2024-07-01',
  text: `
- - 1 2 4-6 8 9 D E F
- 2007-10-01 3 A
- 2010-07-01 7 B C
2020-07-01 - G
`,
};
