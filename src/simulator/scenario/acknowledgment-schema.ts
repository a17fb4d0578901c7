import { z } from 'zod';
import { claimStatus, day, isTrue, ordinal, text } from './plain-values.ts';
import { selector } from './remittance-schema.ts';

/** TA105 of an interchange that is not accepted as it is. */
const TA1_NOTES =
  '001 005 006 007 008 010 011 012 013 014 015 017 018 019 020 021 022 023 024 025 026 027'.split(' ');

/** IK304: what a segment can be told that is not said of its elements. */
const SEGMENT_CODES = ['2', '3', '4', '5', '7', 'I4', 'I6', 'I7', 'I9'] as const;

/** IK403. */
const ELEMENT_CODES = '1 2 3 4 5 6 7 8 9 10 12 13 I9 I10 I11 I12 I13'.split(' ');

const ta1 = z.strictObject({
  isSilent: isTrue.optional(),
  /** As the interchange deserves when absent. */
  verdict: z.enum(['E', 'R']).optional(),
  note: text(3).pipe(z.enum(TA1_NOTES)).optional(),
  day: day.default(0),
});

const fault = z.strictObject({
  /** IK301, IK302, and LS of the loop it stands in (IK303). */
  segment: text(3),
  position: ordinal,
  loop: text(6).optional(),
  /** IK304; 8 where an element is named. */
  code: text(2).pipe(z.enum(SEGMENT_CODES)).optional(),
  element: ordinal.optional(),
  /** IK403. */
  elementCode: text(3).pipe(z.enum(ELEMENT_CODES)).optional(),
});

const implementation = z.strictObject({
  isSilent: isTrue.optional(),
  /** E: noted and taken; R: rejected. P comes of it where some sets only are rejected. */
  verdict: z.enum(['E', 'R']).optional(),
  /** Which sets of a group, counted from 1; all when absent. */
  sets: z.array(ordinal).optional(),
  faults: z.array(fault).default([]),
  day: day.default(0),
});

const claimReport = z.strictObject({
  from: z.enum(['clearinghouse', 'payer']),
  /** Of every claim that is not turned away; forwarded (A0:16:PR) and accepted (A2:20:PR) when absent. */
  status: claimStatus.optional(),
  /** Of these claims only. */
  when: selector.default({}),
  day: day.default(0),
});

export const acknowledgments = z.strictObject({
  ta1: ta1.prefault({}),
  implementation: implementation.prefault({}),
  /** 277CAs in this order; none where the list is empty. */
  claims: z.array(claimReport).default([
    { from: 'clearinghouse', when: {}, day: 0 },
    { from: 'payer', when: {}, day: 0 },
  ]),
});

export type Acknowledgments = z.output<typeof acknowledgments>;
export type ClaimReportWish = Acknowledgments['claims'][number];
