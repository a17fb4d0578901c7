// Claim payments as segments. Most claims are paid with a contractual reduction and often a part for the patient, some
// are denied, some payments are of claims that nobody here sent, and a few claims that an earlier remittance paid are
// taken back and decided anew.
import { claimAt } from './posting-claims.mjs';
import { randomFrom } from './random.mjs';

/** Of a thousand; the others are paid with a contractual reduction only. */
const SHARES = { foreign: 10, corrected: 5, denied: 60, deductible: 150, coinsurance: 250, copay: 250 };
/** Of so many claims one is paid with interest, and of one what was overpaid before is claimed and kept back. */
const SOMETIMES = 500;
const COPAY_CENTS = 2500;

/**
 * The payments of about `byteCount` bytes, the same for the same seed, for claims from `first` on:
 * `{ segments, paidCents, interestCents, isForeign, adjustment?, original? }`, where `adjustment` is what a provider-level
 * adjustment says of it and `original` the payment in an earlier remittance that it takes back.
 */
export function* paymentsOf({ seed, first, byteCount }) {
  const random = randomFrom(seed);
  let index = first;
  let bytes = 0;
  while (bytes < byteCount) {
    const kind = kindOf(random(1000));
    const claim = kind === 'foreign' ? foreignClaim(index, random) : claimAt(index++);
    for (const one of kind === 'corrected' ? corrected(claim, random) : [paid(claim, kind, random)]) {
      for (const segment of one.segments) bytes += segment.length + 1;
      yield { ...one, isForeign: kind === 'foreign', nextClaim: index };
    }
  }
}

/** Cents as X12 writes them: no zeros that say nothing. */
export function money(cents) {
  return String(cents / 100).replace(/^(-?)0\./, '$1.');
}

function kindOf(number) {
  let left = number;
  for (const [kind, share] of Object.entries(SHARES)) {
    if (left < share) return kind;
    left -= share;
  }
  return 'reduced';
}

function foreignClaim(index, random) {
  const number = String(random(100_000_000)).padStart(8, '0');
  return {
    ...claimAt(index),
    number: `FOREIGN${number}`,
    payerNumber: `FPCN${number}`,
    memberId: `OTH${number}`,
  };
}

function corrected(claim, random) {
  const before = decided(claim, 'coinsurance', random);
  const original = payment(claim, before, {});
  const takenBack = payment(claim, before, { statusCode: '22', sign: -1 });
  return [{ ...takenBack, original }, payment(claim, decided(claim, 'reduced', random), {})];
}

function paid(claim, kind, random) {
  const lines = decided(claim, kind, random);
  if (kind === 'denied') return payment(claim, lines, { statusCode: '4' });
  const interestCents = random(SOMETIMES) === 0 ? 1 + random(500) : 0;
  const one = payment(claim, lines, { interestCents });
  if (random(SOMETIMES) !== 0) return one;
  return { ...one, adjustment: { reference: claim.payerNumber, cents: 100 + random(10_000) } };
}

/** The lines with what the payer decided: `{ …line, paidCents, adjustments: [{ group, reason, cents }] }`. */
function decided(claim, kind, random) {
  return claim.lines.map((line, index) => {
    const { chargeCents } = line;
    if (kind === 'denied') {
      return { ...line, paidCents: 0, adjustments: [{ group: 'CO', reason: '197', cents: chargeCents }] };
    }
    const reduction = 1 + random(Math.floor(chargeCents / 2));
    const allowed = chargeCents - reduction;
    const patient = patientPart(kind, index, allowed);
    const adjustments = [{ group: 'CO', reason: '45', cents: reduction }];
    if (patient !== undefined) adjustments.push({ group: 'PR', ...patient });
    return { ...line, paidCents: allowed - (patient?.cents ?? 0), adjustments };
  });
}

/** CARC 1 deductible, 2 coinsurance, 3 copayment. */
function patientPart(kind, line, allowed) {
  if (kind === 'deductible') return { reason: '1', cents: Math.min(allowed, 5000) };
  if (kind === 'coinsurance') return { reason: '2', cents: Math.ceil(allowed / 5) };
  if (kind === 'copay' && line === 0) return { reason: '3', cents: Math.min(allowed, COPAY_CENTS) };
  return undefined;
}

function payment(claim, lines, { statusCode = '1', sign = 1, interestCents = 0 }) {
  const paidCents = lines.reduce((sum, line) => sum + line.paidCents, 0);
  const patientCents = lines
    .flatMap(({ adjustments }) => adjustments)
    .filter(({ group }) => group === 'PR')
    .reduce((sum, { cents }) => sum + cents, 0);
  const signed = (cents) => money(sign * cents);
  const isTakenBack = sign < 0;
  const segments = [
    `CLP*${claim.number}*${statusCode}*${signed(claim.chargeCents)}*${signed(paidCents)}*${isTakenBack ? '' : money(patientCents)}*12*${claim.payerNumber}*11*1`,
    `NM1*QC*1*SAMPLE*JANE****MI*${claim.memberId}`,
    'NM1*82*1*PROVIDER*DREW****XX*1999999984',
    'MOA***MA01',
    'REF*1L*GRP1001',
    'REF*CE*PREFERRED PROVIDERS',
    `DTM*232*${claim.day}`,
    `DTM*050*${claim.day}`,
    ...(interestCents === 0 ? [] : [`AMT*I*${money(interestCents)}`]),
    ...lines.flatMap((line, index) => serviceSegments(claim, line, index + 1, signed)),
  ];
  return { segments, paidCents: sign * paidCents, interestCents };
}

function serviceSegments(claim, line, number, signed) {
  const { procedure, chargeCents, paidCents, adjustments } = line;
  const reduction = adjustments.find(({ group }) => group === 'CO').cents;
  return [
    `SVC*HC:${procedure}*${signed(chargeCents)}*${signed(paidCents)}**1`,
    `DTM*472*${claim.day}`,
    ...adjustments.map(({ group, reason, cents }) => `CAS*${group}*${reason}*${signed(cents)}`),
    `REF*6R*${claim.number}L${String(number).padStart(2, '0')}`,
    `AMT*B6*${signed(chargeCents - reduction)}`,
  ];
}
