import type { Guide } from '../guide/guide.ts';

/** 999 implementation acknowledgment, TR3 005010X231A1. */
export const IMPLEMENTATION_ACKNOWLEDGMENT: Guide = {
  ids: ['005010X231A1', '005010X231'],
  name: 'implementation acknowledgment (999)',
  functionalIdentifier: 'FA',
  setIdentifier: '999',
  segments: [
    { segment: 'ST', required: [1, 2] },
    { segment: 'AK1', isRequired: true, required: [1, 2, 3] },
    {
      segment: 'AK9',
      isRequired: true,
      required: [1, 2, 3, 4],
      codes: { 1: 'A E M P R W X' },
    },
    { segment: 'SE' },
  ],
  loops: [
    {
      loop: '2000',
      begins: { segment: 'AK2', required: [1, 2] },
      segments: [{ segment: 'IK5', isRequired: true, required: [1], codes: { 1: 'A E M R W X' } }],
      loops: [
        {
          loop: '2100',
          begins: {
            segment: 'IK3',
            required: [1, 2, 4],
            codes: { 4: '1 2 3 4 5 6 7 8 I4 I6 I7 I8 I9' },
          },
          segments: [{ segment: 'CTX', required: [1] }],
          loops: [
            {
              loop: '2110',
              begins: {
                segment: 'IK4',
                required: [1, 3],
                codes: { 3: '1 2 3 4 5 6 7 8 9 10 12 13 I6 I9 I10 I11 I12 I13' },
              },
              segments: [{ segment: 'CTX', required: [1] }],
            },
          ],
        },
      ],
    },
  ],
  otherSegments: '',
};
