import type { Guide, LoopRule, SegmentRule } from '../guide/guide.ts';

const STATUS: SegmentRule = {
  segment: 'STC',
  isRequired: true,
  required: [1, 2, 3, 4],
  dates: [2],
  amounts: [4],
  codes: { 3: 'U WQ' },
};
const TOTAL: SegmentRule = { segment: 'AMT', required: [1, 2], amounts: [2] };

const PATIENT: LoopRule = {
  loop: '2000D',
  begins: { segment: 'HL', where: { 3: 'PT' }, required: [1, 2] },
  loops: [
    {
      loop: '2100D',
      isRequired: true,
      begins: { segment: 'NM1', where: { 1: 'QC' }, required: [2, 3] },
    },
    {
      loop: '2200D',
      isRequired: true,
      claimElement: 2,
      begins: { segment: 'TRN', where: { 1: '2' }, required: [2] },
      segments: [
        STATUS,
        { segment: 'DTP', where: { 1: '472' }, isRequired: true, required: [2, 3], dates: [3] },
      ],
      loops: [
        {
          loop: '2220D',
          begins: { segment: 'SVC', required: [1, 2], amounts: [2] },
          segments: [
            { segment: 'STC', isRequired: true, required: [1, 3], codes: { 3: 'U' } },
            { segment: 'DTP', where: { 1: '472' }, required: [2, 3], dates: [3] },
          ],
        },
      ],
    },
  ],
};

const PROVIDER: LoopRule = {
  loop: '2000C',
  begins: { segment: 'HL', where: { 3: '19' }, required: [1, 2, 4] },
  loops: [
    {
      loop: '2100C',
      isRequired: true,
      begins: { segment: 'NM1', where: { 1: '85' }, required: [2, 3] },
    },
    {
      loop: '2200C',
      begins: { segment: 'TRN', where: { 1: '1' }, required: [2] },
      segments: [{ segment: 'STC', required: [1, 3], amounts: [4], codes: { 3: 'U WQ' } }, TOTAL],
    },
    PATIENT,
  ],
};

const RECEIVER: LoopRule = {
  loop: '2000B',
  isRequired: true,
  begins: { segment: 'HL', where: { 3: '21' }, required: [1, 2, 4] },
  loops: [
    {
      loop: '2100B',
      isRequired: true,
      begins: { segment: 'NM1', where: { 1: '41' }, required: [2, 3, 8, 9] },
    },
    {
      loop: '2200B',
      isRequired: true,
      begins: { segment: 'TRN', where: { 1: '2' }, required: [2] },
      segments: [STATUS, TOTAL],
    },
    PROVIDER,
  ],
};

/** 277CA health care claim acknowledgment, TR3 005010X214. */
export const CLAIM_ACKNOWLEDGMENT: Guide = {
  ids: ['005010X214'],
  name: 'claim acknowledgment (277CA)',
  functionalIdentifier: 'HN',
  setIdentifier: '277',
  segments: [
    { segment: 'ST', required: [1, 2] },
    {
      segment: 'BHT',
      isRequired: true,
      required: [1, 2, 3, 4, 5, 6],
      dates: [4],
      codes: { 1: '0085', 2: '08', 6: 'TH' },
    },
    { segment: 'SE' },
  ],
  loops: [
    {
      loop: '2000A',
      isRequired: true,
      begins: { segment: 'HL', where: { 3: '20' }, required: [1, 4] },
      loops: [
        {
          loop: '2100A',
          isRequired: true,
          begins: { segment: 'NM1', where: { 1: 'AY PR' }, required: [2, 3, 8, 9] },
        },
        {
          loop: '2200A',
          isRequired: true,
          begins: { segment: 'TRN', where: { 1: '1' }, required: [2] },
          segments: [
            { segment: 'DTP', where: { 1: '050' }, isRequired: true, required: [2, 3], dates: [3] },
            { segment: 'DTP', where: { 1: '009' }, isRequired: true, required: [2, 3], dates: [3] },
          ],
        },
        RECEIVER,
      ],
    },
  ],
  otherSegments: 'REF QTY',
};
