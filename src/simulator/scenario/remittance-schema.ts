import { z } from 'zod';
import { adjustment, day, dollars, isTrue, ordinal, providerAdjustment, text } from './plain-values.ts';

/** What of a claim chooses it; every part that is present must hold. */
export const selector = z.strictObject({
  /** The member id of the subscriber, or CLM01. */
  claim: text(80).optional(),
  /** The beginning of the member id. */
  memberId: text(80).optional(),
  payer: text(80).optional(),
  /** Any line's procedure code begins so. */
  procedure: text(48).optional(),
  /** Any line has it. */
  modifier: text(2).optional(),
});

export type Selector = z.output<typeof selector>;

/** A payer that is not the claim's own. */
export const payerOfScenario = z.strictObject({ identifier: text(50), name: text(60) });

export type PayerOfScenario = z.output<typeof payerOfScenario>;

export const denial = z.strictObject({
  group: z.enum(['CO', 'PR', 'OA', 'PI', 'CR']).default('CO'),
  reason: text(5),
  remarks: z.array(text(50)).max(5).default([]),
});

export type Denial = z.output<typeof denial>;

const servicePayment = z.strictObject({
  line: ordinal,
  /** SVC01, where the payer decided another procedure than was billed, which then stands in SVC06. */
  procedure: text(48).optional(),
  charge: dollars.optional(),
  paid: dollars.optional(),
  adjust: z.array(adjustment).default([]),
  remarks: z.array(text(50)).default([]),
  /** Without the line's own number (REF*6R). */
  isUnnumbered: isTrue.optional(),
});

export type WrittenService = z.output<typeof servicePayment>;

const claimPayment = z.strictObject({
  /** The member id or CLM01 of a claim that was taken. */
  claim: text(80),
  /** CLP01 and CLP07, where they are not those of the claim. */
  number: text(38).optional(),
  payerNumber: text(50).optional(),
  status: text(2).optional(),
  charge: dollars.optional(),
  paid: dollars.optional(),
  /** CLP05; all PR when absent. */
  patient: dollars.optional(),
  /** Adjustments at claim level. */
  adjust: z.array(adjustment).default([]),
  remarks: z.array(text(50)).max(5).default([]),
  interest: dollars.optional(),
  /** Takes back all that the remittance of this id says of the claim: status 22, every amount negated. */
  reverses: text(60).optional(),
  /** NM1*TT: whom the payer passed the claim on to. */
  forwardedTo: payerOfScenario.optional(),
  /** Every line as billed and paid in full when absent. */
  lines: z.array(servicePayment).optional(),
});

export type WrittenClaimPayment = z.output<typeof claimPayment>;

const copy = z.strictObject({
  day,
  /** The same bytes under a new name; or the same sets in a new interchange (ISA13, GS06). */
  as: z.enum(['same-bytes', 're-enveloped']),
});

export const remittance = z.strictObject({
  /** Names it for `reverses`. */
  id: text(60).optional(),
  day: day.default(1),
  /** The payment's day (BPR16), where the file comes later: files out of order. */
  paidOn: day.optional(),
  /** The payer of its first claim when absent. */
  payer: payerOfScenario.optional(),
  /** Remittances of one day with one `file` stand in one file. */
  file: text(60).optional(),
  /** TRN02. */
  trace: text(50).optional(),
  /** BPR04; NON where nothing is paid. */
  method: z.enum(['ACH', 'CHK', 'NON']).optional(),
  claims: z.array(claimPayment).default([]),
  providerAdjustments: z.array(providerAdjustment).default([]),
  /** So much too much at one level. */
  outOfBalance: z
    .strictObject({
      level: z.enum(['line', 'claim', 'transaction']),
      by: dollars.refine((amount) => amount > 0, 'an amount above zero'),
    })
    .optional(),
  damage: z.enum(['missing-se', 'wrong-count', 'cut']).optional(),
  copies: z.array(copy).default([]),
  /** The file stands there cut and is whole on this day. */
  wholeOn: day.optional(),
  /** Its file never comes; what the bank knows of its payment does. */
  isLost: isTrue.optional(),
  /** The bank's entry, where it is not the payment's amount on the payment's day, or not one. */
  eft: z
    .strictObject({
      isMissing: isTrue.optional(),
      isTwice: isTrue.optional(),
      amount: dollars.optional(),
      day: day.optional(),
    })
    .optional(),
});

export type WrittenRemittance = z.output<typeof remittance>;
