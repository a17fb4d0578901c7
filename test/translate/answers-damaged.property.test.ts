import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { proveBalance } from '../../src/domain/remittance/balance.ts';
import { remittanceIdentity } from '../../src/domain/remittance/remittance-identity.ts';
import { GOLDEN_NAMES, type GoldenName, goldenText } from './support/golden.ts';
import { type Answers, readAnswers } from './support/read-answers.ts';

/** Segments of elements, under the delimiters of the file. */
function segmentsOf(name: GoldenName): {
  readonly segments: string[][];
  readonly join: (segments: string[][]) => string;
} {
  const text = goldenText(name);
  const separator = text[3] ?? '*';
  const terminator = text[105] ?? '~';
  const segments = text
    .split(`${terminator}\n`)
    .filter((segment) => segment !== '')
    .map((segment) => segment.split(separator));
  return {
    segments,
    join: (changed) => changed.map((elements) => `${elements.join(separator)}${terminator}\n`).join(''),
  };
}

type Damage =
  | { readonly kind: 'drop' | 'repeat' | 'swap'; readonly at: number; readonly other: number }
  | { readonly kind: 'garble' | 'cut'; readonly at: number; readonly element: number; readonly text: string };

const garbage = fc.oneof(
  fc.constantFrom(
    '',
    '-',
    '.',
    '0',
    '-0',
    '1e9',
    '99999999999999999999',
    '999999999999999',
    ':::::::',
    '>>',
    '^^',
  ),
  fc.constantFrom('CLP', 'SVC', 'CAS', 'PLB', 'HL', 'AK2', 'IK4', 'PT', '19', 'U', 'WQ', 'PR', 'PE'),
  fc.string({
    unit: fc.integer({ min: 0, max: 255 }).map((byte) => String.fromCharCode(byte)),
    maxLength: 80,
  }),
);

const damage: fc.Arbitrary<Damage> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('drop' as const, 'repeat' as const, 'swap' as const),
    at: fc.nat(),
    other: fc.nat(),
  }),
  fc.record({
    kind: fc.constantFrom('garble' as const, 'cut' as const),
    at: fc.nat(),
    element: fc.nat(20),
    text: garbage,
  }),
);

/** The envelope in front stays, or there would be nothing to read. */
const ENVELOPE = 3;

function damaged(name: GoldenName, damages: readonly Damage[]): string {
  const { segments, join } = segmentsOf(name);
  for (const one of damages) {
    if (segments.length <= ENVELOPE) break;
    const at = ENVELOPE + (one.at % (segments.length - ENVELOPE));
    const segment = segments[at] ?? [];
    switch (one.kind) {
      case 'drop':
        segments.splice(at, 1);
        break;
      case 'repeat':
        segments.splice(ENVELOPE + (one.other % (segments.length - ENVELOPE)), 0, [...segment]);
        break;
      case 'swap': {
        const other = ENVELOPE + (one.other % (segments.length - ENVELOPE));
        segments[at] = segments[other] ?? [];
        segments[other] = segment;
        break;
      }
      case 'garble':
        segment[one.element % Math.max(segment.length, 1)] = one.text;
        break;
      case 'cut':
        segment.splice(one.element);
        break;
      default:
        one satisfies never;
    }
  }
  return join(segments);
}

/** What a flow does with a remittance before it posts it. */
function proveAll({ remittances }: Answers): void {
  for (const remittance of remittances) {
    const proof = proveBalance(remittance);
    expect(Number.isSafeInteger(proof.claimPaidCents)).toBe(true);
    expect(typeof remittanceIdentity(remittance)).toBe('string');
    expect(remittance.payment.amountCents).toBeGreaterThanOrEqual(0);
  }
}

describe('an answer that is damaged', () => {
  test.each(GOLDEN_NAMES)('is read without a throw: %s', (name) => {
    fc.assert(
      fc.property(fc.array(damage, { minLength: 1, maxLength: 12 }), (damages) => {
        proveAll(readAnswers(damaged(name, damages)));
      }),
    );
  });

  test('is read without a throw by the reader of any other set', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...GOLDEN_NAMES),
        fc.constantFrom('277', '835', '999'),
        fc.array(damage, { maxLength: 6 }),
        (name, readAs, damages) => {
          proveAll(readAnswers(damaged(name, damages), () => readAs));
        },
      ),
    );
  });

  test('is read without a throw when single bytes are wrong', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...GOLDEN_NAMES),
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 20 }),
        (name, changes) => {
          const bytes = new Uint8Array(Buffer.from(goldenText(name), 'latin1'));
          for (const [at, byte] of changes) bytes[106 + (at % (bytes.length - 106))] = byte;
          proveAll(readAnswers(bytes));
        },
      ),
    );
  });

  test('never has an acceptance that the sound file has not', () => {
    const sound = readAnswers(goldenText('277ca-payer'));
    const accepted = new Set(
      sound.claims.filter((one) => one.outcome === 'accepted').map((one) => one.patientControlNumber),
    );
    const drop = fc.record({ kind: fc.constant('drop' as const), at: fc.nat(), other: fc.constant(0) });
    const cut = fc.record({
      kind: fc.constant('cut' as const),
      at: fc.nat(),
      element: fc.integer({ min: 1, max: 20 }),
      text: fc.constant(''),
    });
    // A claim that lost its TRN would speak in its patient's name, so its number is what must not be accepted.
    fc.assert(
      fc.property(fc.oneof(drop, cut), (one) => {
        const { claims } = readAnswers(damaged('277ca-payer', [one]));
        for (const { patientControlNumber, outcome } of claims) {
          if (patientControlNumber !== '' && outcome === 'accepted') {
            expect(accepted).toContain(patientControlNumber);
          }
        }
      }),
    );
  });
});

describe('an 835 with one amount garbled', () => {
  const { segments, join } = segmentsOf('835-paid-denied-and-recovery');
  const AMOUNTS: Readonly<Record<string, readonly number[]>> = {
    BPR: [2],
    CLP: [3, 4, 5],
    SVC: [2, 3],
    CAS: [3, 6],
    PLB: [4, 6],
  };
  const places = segments.flatMap((segment, index) =>
    (AMOUNTS[segment[0] ?? ''] ?? [])
      .filter((position) => segment[position])
      .map((position) => ({ index, position })),
  );

  test('is held, whichever it is and whatever stands there', () => {
    expect(places.length).toBeGreaterThan(20);
    const noAmount = fc.stringMatching(/^[A-Z ,.x-]{1,8}$/);
    fc.assert(
      fc.property(fc.constantFrom(...places), noAmount, ({ index, position }, text) => {
        const changed = segments.map((segment, i) => (i === index ? segment.with(position, text) : segment));
        const [remittance] = readAnswers(join(changed)).remittances;
        expect(remittance?.unreadable).toHaveLength(1);
      }),
    );
  });
});
