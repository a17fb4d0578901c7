import { parseCents } from '../base/money.ts';
import type { ProofAdjustment, ProofClaim, ProofHeader, ProofProvider, SegmentAt } from './proof-form.ts';

/** Segments that hold an amount of an equation. */
export const TERM_SEGMENTS = ['BPR', 'CLP', 'SVC', 'CAS', 'PLB'] as const;

export type TermSegment = (typeof TERM_SEGMENTS)[number];

/** A segment that the proof names, in the order of the file. */
export interface NamedSegment {
  readonly tag: TermSegment;
  readonly at: SegmentAt;
  /** Which one, as a person says it. */
  readonly subject: string;
  /** Whether the segment says what the proof has of it. */
  agrees(elements: readonly string[], componentSeparator: string): boolean;
}

/** BPR02, which is a payment to the payee (BPR03 C). */
export function namedPayment({ payment }: ProofHeader): NamedSegment {
  return {
    tag: 'BPR',
    at: payment.at,
    subject: 'the payment',
    agrees: (elements) => isAmount(elements[payment.element], payment.cents) && elements[3] === 'C',
  };
}

export function namedByClaim(claim: ProofClaim): NamedSegment[] {
  const subject = `claim payment ${claim.claim}`;
  return [
    {
      tag: 'CLP',
      at: claim.at,
      subject,
      agrees: (elements) => isAmount(elements[3], claim.charge) && isAmount(elements[4], claim.paid),
    },
    ...claim.adjustments.map((one) => namedAdjustment(one, `an adjustment of ${subject}`)),
    ...claim.services.flatMap((service, index): NamedSegment[] => [
      {
        tag: 'SVC',
        at: service.at,
        subject: `service line ${index + 1} of ${subject}`,
        agrees: (elements) => isAmount(elements[2], service.charge) && isAmount(elements[3], service.paid),
      },
      ...service.adjustments.map((one) =>
        namedAdjustment(one, `an adjustment of service line ${index + 1} of ${subject}`),
      ),
    ]),
  ];
}

/** PLB03 and on: a reason, whose first component is its code, and an amount, up to six times. */
export function namedByProvider({ plb, at, amounts }: ProofProvider): NamedSegment {
  return {
    tag: 'PLB',
    at,
    subject: `provider-level adjustment segment ${plb}`,
    agrees(elements, componentSeparator) {
      const said: (readonly [number, string, number | undefined])[] = [];
      for (let p = 3; p < elements.length; p += 2) {
        const [reason = '', text = ''] = elements.slice(p, p + 2);
        if (reason !== '' || text !== '') {
          said.push([p + 1, reason.split(componentSeparator)[0] ?? '', parseCents(text)]);
        }
      }
      return isSame(said, amounts);
    },
  };
}

/** CAS02 and on: reason, amount and quantity, up to six times; some payers leave a gap and go on behind it. */
function namedAdjustment({ at, group, amounts }: ProofAdjustment, subject: string): NamedSegment {
  return {
    tag: 'CAS',
    at,
    subject,
    agrees(elements) {
      const said: (readonly [number, string, number | undefined])[] = [];
      for (let p = 2; p < elements.length; p += 3) {
        const [reason = '', text = '', quantity = ''] = elements.slice(p, p + 3);
        if (reason !== '' || text !== '' || quantity !== '') said.push([p + 1, reason, parseCents(text)]);
      }
      return elements[1] === group && isSame(said, amounts);
    },
  };
}

function isAmount(text: string | undefined, amount: number): boolean {
  return text !== undefined && parseCents(text) === amount;
}

function isSame(
  said: readonly (readonly [element: number, reason: string, amount: number | undefined])[],
  amounts: ProofAdjustment['amounts'],
): boolean {
  return (
    said.length === amounts.length &&
    said.every(([element, reason, amount], index) => {
      const named = amounts[index];
      return named?.element === element && named.reason === reason && named.cents === amount;
    })
  );
}
