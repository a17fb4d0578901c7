import { z } from 'zod';
import { acknowledgments } from './acknowledgment-schema.ts';
import { businessDate, claimStatus, day, dollars, isTrue, ordinal, share, text } from './plain-values.ts';
import { denial, payerOfScenario, remittance, selector } from './remittance-schema.ts';
import { sftpTroubles } from './sftp-schema.ts';

/** How a line, or each line of a claim, is priced: allowed first, then deductible, copay and coinsurance. */
const pricing = {
  /** Allowed part of a charge, or of the claim in dollars; the rest is CO 45. */
  allowed: share.optional(),
  deductible: dollars.optional(),
  copay: dollars.optional(),
  coinsurance: share.optional(),
  deny: denial.optional(),
};

const lineOutcome = z.strictObject({
  /** Which lines: by number, by the beginning of the procedure code, by a modifier. */
  line: ordinal.optional(),
  procedure: text(48).optional(),
  modifier: text(2).optional(),
  ...pricing,
  /** Paid within another line: that line's procedure, CARC 97, and the billed procedure in SVC06. */
  bundledInto: ordinal.optional(),
});

const outcome = z.strictObject({
  /** Days after the claim was taken. */
  day: day.default(1),
  /** CLP02; 1, 2 or 3 by the payer's rank, or 19 to 21 with `forwardedTo`, when absent. */
  status: text(2).optional(),
  ...pricing,
  lines: z.array(lineOutcome).default([]),
  /** Line numbers of each part: a claim payment each, marked MA15. */
  split: z.array(z.array(ordinal).min(1)).min(2).optional(),
  /** Takes back what the outcome before it decided. */
  reversal: isTrue.optional(),
  /** AMT*I of the claim, and with it PLB L6. */
  interest: dollars.optional(),
  remarks: z.array(text(50)).max(5).default([]),
  /** The payer passes the claim on: NM1*TT, and that payer decides what this one left to the patient. */
  crossover: z.strictObject({ payer: payerOfScenario, day: day.default(3) }).optional(),
  providerAdjustments: remittance.shape.providerAdjustments,
});

const rule = z.strictObject({
  when: selector.default({}),
  /** What the payer says, one after another. */
  outcomes: z.array(outcome).default([]),
  /** Turned away before it is decided; there is no remittance. */
  reject: z
    .strictObject({
      by: z.enum(['clearinghouse', 'payer']).default('payer'),
      status: claimStatus,
    })
    .optional(),
});

/** What a payer and the clearinghouse before it will do (`docs/scenarios.md`). */
export const scenarioSchema = z
  .strictObject({
    $schema: z.string().optional(),
    title: text(120).optional(),
    seed: text(60).default('claimgate'),
    /** Day 0 on the virtual clock. */
    start: businessDate.prefault('2026-10-01'),
    acknowledgments: acknowledgments.prefault({}),
    /** The first rule that holds decides a claim; one that none holds for is acknowledged and not paid. */
    rules: z.array(rule).default([]),
    remittances: z.array(remittance).default([]),
    /** Whether each remittance is announced to the bank as a CCD+ entry. */
    eft: isTrue.default(false),
    sftp: sftpTroubles.prefault({}),
  })
  .meta({ $id: 'urn:claimgate:schema:scenario:1', title: 'Scenario of the simulator' });

export type Scenario = z.output<typeof scenarioSchema>;
export type ScenarioRule = Scenario['rules'][number];
export type Outcome = ScenarioRule['outcomes'][number];
export type LineOutcome = Outcome['lines'][number];
