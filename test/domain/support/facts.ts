import * as fc from 'fast-check';
import { cents } from '../../../src/base/money.ts';
import type { AcknowledgmentOutcome, AdjudicationResult } from '../../../src/domain/claim/fact.ts';
import type { FoldedFact } from '../../../src/domain/claim/fold.ts';
import type { Source } from '../../../src/domain/exchange/source.ts';
import { day } from './claims.ts';

/** A place in a file: `source('b', 3)` is segment 3 of file b. */
export function source(file: string, segmentOrdinal = 1): Source {
  return {
    fileSha256: file.repeat(64).slice(0, 64),
    interchangeControlNumber: '000000001',
    groupControlNumber: '1',
    setControlNumber: '0001',
    segmentOrdinal,
    byteStart: 0,
    byteStop: 1,
  };
}

export const acceptedFact: FoldedFact = { body: { kind: 'claim.accepted' } };

/** Attempt 1 goes in interchange I1, set 0001, and so on. */
export function batched(attempt = 1): FoldedFact {
  return {
    body: {
      kind: 'claim.batched',
      attempt,
      patientControlNumber: `CGTESTCLAIM0${attempt}`,
      interchangeId: `I${attempt}`,
      setControlNumber: '0001',
    },
  };
}

export function delivered(interchangeId = 'I1'): FoldedFact {
  return { body: { kind: 'interchange.delivered', basis: 'witness' }, interchangeId };
}

export function ta1(outcome: AcknowledgmentOutcome, interchangeId = 'I1', file = 'a'): FoldedFact {
  return {
    body: { kind: 'interchange.acknowledged', outcome, noteCode: '000' },
    interchangeId,
    source: source(file),
  };
}

/** `set` absent: what the 999 says of every set that it does not name. */
export function fact999(
  outcome: AcknowledgmentOutcome,
  options: { readonly set?: string; readonly interchangeId?: string; readonly file?: string } = {},
): FoldedFact {
  return {
    body: {
      kind: 'set.acknowledged',
      outcome,
      errors: [],
      ...(options.set === undefined ? {} : { setControlNumber: options.set }),
    },
    interchangeId: options.interchangeId ?? 'I1',
    source: source(options.file ?? 'b', options.set === undefined ? 9 : 3),
  };
}

export function fact277ca(
  from: 'clearinghouse' | 'payer',
  outcome: 'accepted' | 'rejected',
  options: {
    readonly date?: string;
    readonly number?: string;
    readonly attempt?: number;
    readonly file?: string;
  } = {},
): FoldedFact {
  return {
    body: {
      kind: 'claim.front-end-status',
      from,
      outcome,
      statuses: [{ category: outcome === 'accepted' ? 'A2' : 'A3', status: '20' }],
      effectiveDate: day(options.date ?? '2026-06-05'),
      ...(options.number === undefined ? {} : { payerClaimControlNumber: options.number }),
      ...(options.attempt === undefined ? {} : { patientControlNumber: `CGTESTCLAIM0${options.attempt}` }),
    },
    source: source(options.file ?? 'c'),
  };
}

export function fact835(
  result: AdjudicationResult,
  options: {
    readonly date?: string;
    readonly paid?: number;
    readonly remittanceId?: string;
    readonly ordinal?: number;
    readonly number?: string;
    /** How often something was said of the payment; absent: for the first time. */
    readonly said?: number;
  } = {},
): FoldedFact {
  const { date = '2026-07-01', paid = 8000, remittanceId = 'R1', ordinal = 1 } = options;
  const sign = result === 'reversed' ? -1 : 1;
  return {
    body: {
      kind: 'claim.adjudicated',
      remittanceId,
      claimPaymentOrdinal: ordinal,
      ...(options.said === undefined ? {} : { number: options.said }),
      paymentDate: day(date),
      statusCode: result === 'reversed' ? '22' : '1',
      result,
      chargeCents: cents(sign * 12_500),
      paidCents: cents(sign * paid),
      patientResponsibilityCents: cents(0),
      ...(options.number === undefined ? {} : { payerClaimControlNumber: options.number }),
    },
    source: source(remittanceId.slice(-1), ordinal * 10),
  };
}

/** A payment is taken out of the claim's books. */
export function withdrawnFact(number: number, remittanceId = 'R1', ordinal = 1): FoldedFact {
  return {
    body: { kind: 'claim.adjudication-withdrawn', remittanceId, claimPaymentOrdinal: ordinal, number },
  };
}

const outcomes = fc.constantFrom<AcknowledgmentOutcome[]>(
  'accepted',
  'accepted-with-errors',
  'partially-accepted',
  'rejected',
);
const interchanges = fc.constantFrom('I1', 'I2');
const files = fc.constantFrom('a', 'b', 'c', 'd');
const dates = fc.constantFrom('2026-06-05', '2026-06-06', '2026-07-01');

/** Any fact of a claim; two of one place in one file say the same, as they do in the world. */
const arbitraryFact: fc.Arbitrary<FoldedFact> = fc.oneof(
  fc.constant(acceptedFact),
  fc.constantFrom(1, 2).map(batched),
  interchanges.map(delivered),
  fc.tuple(outcomes, interchanges, files).map(([outcome, id, file]) => ta1(outcome, id, file)),
  fc
    .tuple(outcomes, fc.option(fc.constantFrom('0001', '0002'), { nil: undefined }), interchanges, files)
    .map(([outcome, set, interchangeId, file]) =>
      fact999(outcome, { interchangeId, file, ...(set === undefined ? {} : { set }) }),
    ),
  fc
    .record({
      from: fc.constantFrom('clearinghouse' as const, 'payer' as const),
      outcome: fc.constantFrom('accepted' as const, 'rejected' as const),
      date: dates,
      number: fc.constantFrom('N1', 'N2', 'N3'),
      attempt: fc.constantFrom(1, 2),
      file: files,
    })
    .map(({ from, outcome, ...options }) => fact277ca(from, outcome, options)),
  fc
    .record({
      result: fc.constantFrom<AdjudicationResult[]>(
        'paid-full',
        'paid-partial',
        'denied',
        'reversed',
        'forwarded-not-ours',
        'predetermination',
      ),
      date: dates,
      paid: fc.constantFrom(0, 8000, 9000),
      ordinal: fc.integer({ min: 1, max: 1_000_000 }),
      number: fc.constantFrom('P1', 'P2'),
    })
    .map(({ result, ...options }) => fact835(result, { ...options, remittanceId: `R${options.ordinal}` })),
  fc
    .record({ ordinal: fc.constantFrom(1, 2), said: fc.integer({ min: 1, max: 4 }), stands: fc.boolean() })
    .map(({ stands, ...options }) =>
      stands
        ? fact835('paid-partial', { ...options, remittanceId: 'W1' })
        : withdrawnFact(options.said, 'W1', options.ordinal),
    ),
);

export const arbitraryFacts: fc.Arbitrary<FoldedFact[]> = fc.array(arbitraryFact, { maxLength: 14 });
