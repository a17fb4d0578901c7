import type { Guide, LoopRule, SegmentRule } from '../guide/guide.ts';

const ADJUSTMENT: SegmentRule = {
  segment: 'CAS',
  required: [1, 2, 3],
  amounts: [3, 6, 9, 12, 15, 18],
};

const SERVICE_PAYMENT: LoopRule = {
  loop: '2110',
  begins: { segment: 'SVC', required: [1, 2, 3], amounts: [2, 3] },
  segments: [ADJUSTMENT, { segment: 'DTM', required: [1, 2], dates: [2] }],
};

const CLAIM_PAYMENT: LoopRule = {
  loop: '2100',
  claimElement: 1,
  begins: {
    segment: 'CLP',
    required: [1, 2, 3, 4, 6, 7],
    amounts: [3, 4, 5],
    codes: { 2: '1 2 3 4 19 20 21 22 23 25' },
  },
  segments: [
    ADJUSTMENT,
    { segment: 'NM1', where: { 1: 'QC' }, isRequired: true, required: [2] },
    { segment: 'DTM', required: [1, 2], dates: [2] },
    { segment: 'AMT', required: [1, 2], amounts: [2] },
  ],
  loops: [SERVICE_PAYMENT],
};

/** 835 health care claim payment and advice, TR3 005010X221A1. */
export const REMITTANCE_ADVICE: Guide = {
  ids: ['005010X221A1', '005010X221'],
  name: 'remittance advice (835)',
  functionalIdentifier: 'HP',
  setIdentifier: '835',
  segments: [
    { segment: 'ST', required: [1, 2] },
    {
      segment: 'BPR',
      isRequired: true,
      required: [1, 2, 3, 4, 16],
      amounts: [2],
      dates: [16],
      codes: { 3: 'C D', 4: 'ACH BOP CHK FWT NON' },
    },
    { segment: 'TRN', isRequired: true, required: [1, 2, 3], codes: { 1: '1' } },
    { segment: 'DTM', where: { 1: '405' }, required: [2], dates: [2] },
    { segment: 'PLB', required: [1, 2, 3, 4], dates: [2], amounts: [4, 6, 8, 10, 12, 14] },
    { segment: 'SE' },
  ],
  loops: [
    {
      loop: '1000A',
      isRequired: true,
      begins: { segment: 'N1', where: { 1: 'PR' }, required: [2] },
      segments: [
        { segment: 'N3', isRequired: true, required: [1] },
        { segment: 'N4', isRequired: true, required: [1] },
        { segment: 'PER', where: { 1: 'BL' }, isRequired: true },
      ],
    },
    {
      loop: '1000B',
      isRequired: true,
      begins: { segment: 'N1', where: { 1: 'PE' }, required: [2, 3, 4], codes: { 3: 'FI XV XX' } },
    },
    {
      loop: '2000',
      begins: { segment: 'LX', required: [1] },
      loops: [{ ...CLAIM_PAYMENT, isRequired: true }],
    },
  ],
  otherSegments: 'CUR REF RDM TS3 TS2 MIA MOA QTY LQ',
};
