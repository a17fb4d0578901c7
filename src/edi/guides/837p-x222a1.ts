import type { Guide, LoopRule, SegmentRule } from '../guide/guide.ts';

const CITY: SegmentRule = { segment: 'N4', isRequired: true, required: [1] };
const STREET: SegmentRule = { segment: 'N3', isRequired: true, required: [1] };
const YES_NO = 'N Y';

function party(loop: string, codes: string, more: Partial<LoopRule> = {}): LoopRule {
  return { loop, begins: { segment: 'NM1', where: { 1: codes }, required: [2] }, ...more };
}

const SECONDARY_ID: SegmentRule = { segment: 'REF', isRequired: true, required: [1, 2] };

const OTHER_SUBSCRIBER: LoopRule = {
  loop: '2320',
  begins: { segment: 'SBR', required: [1, 2, 9] },
  segments: [
    { segment: 'CAS', required: [1, 2, 3], amounts: [3, 6, 9, 12, 15, 18] },
    { segment: 'AMT', required: [1, 2], amounts: [2] },
    { segment: 'OI', isRequired: true, required: [3, 6], codes: { 3: 'N W Y', 6: 'I Y' } },
  ],
  loops: [
    party('2330A', 'IL', {
      isRequired: true,
      begins: { segment: 'NM1', where: { 1: 'IL' }, required: [2, 3, 8, 9], codes: { 8: 'II MI' } },
    }),
    party('2330B', 'PR', {
      isRequired: true,
      begins: { segment: 'NM1', where: { 1: 'PR' }, required: [2, 3, 8, 9], codes: { 8: 'PI XV' } },
      segments: [{ segment: 'DTP', where: { 1: '573' }, required: [2, 3], dates: [3] }],
    }),
    party('2330C', 'DN P3', { segments: [SECONDARY_ID] }),
    party('2330D', '82', { segments: [SECONDARY_ID] }),
    party('2330E', '77', { segments: [SECONDARY_ID] }),
    party('2330F', 'DQ', { segments: [SECONDARY_ID] }),
    party('2330G', '85', { segments: [SECONDARY_ID] }),
  ],
};

const SERVICE_LINE: LoopRule = {
  loop: '2400',
  isRequired: true,
  begins: { segment: 'LX', required: [1] },
  segments: [
    {
      segment: 'SV1',
      isRequired: true,
      required: [1, 2, 3, 4, 7],
      amounts: [2],
      codes: { 3: 'MJ UN' },
    },
    {
      segment: 'DTP',
      where: { 1: '472' },
      isRequired: true,
      required: [2, 3],
      dates: [3],
      codes: { 2: 'D8 RD8' },
    },
  ],
  loops: [
    {
      loop: '2410',
      begins: { segment: 'LIN', required: [2, 3] },
      segments: [{ segment: 'CTP', isRequired: true, required: [4, 5] }],
    },
    party('2420A', '82'),
    party('2420B', 'QB'),
    party('2420C', '77', { segments: [STREET, CITY] }),
    party('2420D', 'DQ'),
    party('2420E', 'DK'),
    party('2420F', 'DN P3'),
    party('2420G', 'PW', { segments: [STREET, CITY] }),
    party('2420H', '45', { segments: [STREET, CITY] }),
    {
      loop: '2430',
      begins: { segment: 'SVD', required: [1, 2, 3, 5], amounts: [2] },
      segments: [
        { segment: 'CAS', required: [1, 2, 3], amounts: [3, 6, 9, 12, 15, 18] },
        { segment: 'DTP', where: { 1: '573' }, isRequired: true, required: [2, 3], dates: [3] },
      ],
    },
    {
      loop: '2440',
      begins: { segment: 'LQ', required: [1, 2] },
      segments: [{ segment: 'FRM', isRequired: true, required: [1] }],
    },
  ],
};

const CLAIM: LoopRule = {
  loop: '2300',
  claimElement: 1,
  begins: {
    segment: 'CLM',
    required: [1, 2, 5, 6, 7, 8, 9],
    amounts: [2],
    codes: { 6: YES_NO, 7: 'A B C', 8: 'N W Y', 9: 'I Y' },
  },
  segments: [
    { segment: 'HI', isRequired: true, required: [1] },
    { segment: 'AMT', where: { 1: 'F5' }, required: [2], amounts: [2] },
  ],
  loops: [
    party('2310A', 'DN P3'),
    party('2310B', '82'),
    party('2310C', '77', { segments: [STREET, CITY] }),
    party('2310D', 'DQ'),
    party('2310E', 'PW', { segments: [STREET, CITY] }),
    party('2310F', '45', { segments: [STREET, CITY] }),
    OTHER_SUBSCRIBER,
    SERVICE_LINE,
  ],
};

const PATIENT: LoopRule = {
  loop: '2000C',
  begins: { segment: 'HL', where: { 3: '23' }, required: [1, 2, 4] },
  segments: [{ segment: 'PAT', isRequired: true, required: [1] }],
  loops: [
    party('2010CA', 'QC', {
      isRequired: true,
      begins: { segment: 'NM1', where: { 1: 'QC' }, required: [2, 3], codes: { 2: '1' } },
      segments: [
        STREET,
        CITY,
        { segment: 'DMG', isRequired: true, required: [1, 2, 3], dates: [2], codes: { 3: 'F M U' } },
      ],
    }),
    CLAIM,
  ],
};

const SUBSCRIBER: LoopRule = {
  loop: '2000B',
  isRequired: true,
  begins: { segment: 'HL', where: { 3: '22' }, required: [1, 2, 4], codes: { 4: '0 1' } },
  segments: [{ segment: 'SBR', isRequired: true, required: [1] }],
  loops: [
    party('2010BA', 'IL', {
      isRequired: true,
      begins: { segment: 'NM1', where: { 1: 'IL' }, required: [2, 3], codes: { 2: '1 2' } },
      segments: [{ segment: 'DMG', required: [1, 2, 3], dates: [2], codes: { 3: 'F M U' } }],
    }),
    party('2010BB', 'PR', {
      isRequired: true,
      begins: { segment: 'NM1', where: { 1: 'PR' }, required: [2, 3, 8, 9], codes: { 8: 'PI XV' } },
    }),
    CLAIM,
    PATIENT,
  ],
};

const BILLING_PROVIDER: LoopRule = {
  loop: '2000A',
  isRequired: true,
  begins: { segment: 'HL', where: { 3: '20' }, required: [1, 4] },
  loops: [
    party('2010AA', '85', {
      isRequired: true,
      begins: { segment: 'NM1', where: { 1: '85' }, required: [2, 3], codes: { 2: '1 2' } },
      segments: [STREET, CITY, { segment: 'REF', where: { 1: 'EI SY' }, isRequired: true, required: [2] }],
    }),
    party('2010AB', '87', { segments: [STREET, CITY] }),
    party('2010AC', 'PE', {
      segments: [STREET, CITY, { segment: 'REF', where: { 1: 'EI' }, isRequired: true, required: [2] }],
    }),
    SUBSCRIBER,
  ],
};

/** 837 professional claims, TR3 005010X222A1. */
export const PROFESSIONAL_CLAIMS: Guide = {
  // A2 was never the HIPAA guide of professional claims, and many systems write it.
  ids: ['005010X222A1', '005010X222', '005010X222A2'],
  name: 'professional claims (837P)',
  functionalIdentifier: 'HC',
  setIdentifier: '837',
  segments: [
    { segment: 'ST', required: [1, 2] },
    {
      segment: 'BHT',
      isRequired: true,
      required: [1, 2, 3, 4, 5, 6],
      dates: [4],
      codes: { 1: '0019', 2: '00 18', 6: '31 CH RP' },
    },
    { segment: 'SE' },
  ],
  loops: [
    party('1000A', '41', {
      isRequired: true,
      begins: { segment: 'NM1', where: { 1: '41' }, required: [2, 3, 8, 9], codes: { 8: '46' } },
      segments: [{ segment: 'PER', isRequired: true, required: [1, 3, 4] }],
    }),
    party('1000B', '40', {
      isRequired: true,
      begins: { segment: 'NM1', where: { 1: '40' }, required: [2, 3, 8, 9], codes: { 8: '46' } },
    }),
    BILLING_PROVIDER,
  ],
  otherSegments: 'PRV CUR PWK CN1 K3 NTE CR1 CR2 CR3 CRC HCP MOA SV5 QTY MEA PS1',
};
