import { describe, expect, test } from 'vitest';
import { RemittanceReader } from '../../src/translate/remittance-835.ts';
import { changedGolden, goldenText } from './support/golden.ts';
import { PAID_AND_DENIED } from './support/golden-remittances.ts';
import { readRemittance, withoutPlaces } from './support/read-answers.ts';

const PAID = '835-paid-denied-and-recovery';

/** The segments that `unreadable` points at. */
function unreadableSegments(text: string): string[] {
  return readRemittance(text).unreadable.map(({ byteStart, byteStop }) => text.slice(byteStart, byteStop));
}

/** What the payer got wrong, and the segment that keeps the remittance from being posted. */
const UNREADABLE: readonly (readonly [from: string, to: string, segment: string])[] = [
  ['BPR*I*98.55', 'BPR*I*98,55', 'BPR'],
  ['BPR*I*98.55', 'BPR*I*', 'BPR'],
  ['BPR*I*98.55', 'BPR*I*-98.55', 'BPR'],
  ['BPR*I*98.55', 'BPR*I*98.555', 'BPR'],
  ['BPR*I*98.55', 'BPR*I*100000000', 'BPR'],
  // A debit takes money from the payee; anything but C is no payment to post.
  ['98.55*C*', '98.55*D*', 'BPR'],
  ['98.55*C*', '98.55**', 'BPR'],
  ['*C*ACH*', '*C**', 'BPR'],
  ['*20260720~', '*20260732~', 'BPR'],
  ['*20260720~', '~', 'BPR'],
  ['TRN*1*CGT0000001', 'TRN*1*', 'TRN'],
  ['*CGT0000001*1900000099', '*CGT0000001', 'TRN'],
  ['TRN*1*', 'TRN*1*X*1900000099~\nTRN*1*', 'TRN'],
  ['DTM*405', 'BPR*I*1*C*CHK************20260720~\nDTM*405', 'BPR'],
  ['N1*PR*CLAIMGATE SAMPLE HEALTH', 'N1*PR', 'N1'],
  ['N1*PE*RIVERBEND FAMILY CLINIC*', 'N1*PE**', 'N1'],
  ['LX*1', 'N1*PE*ANOTHER CLINIC*XX*1999999976~\nLX*1', 'N1'],
  ['LX*1', 'CAS*CO*45*1~\nLX*1', 'CAS'],
  ['LX*1', 'SVC*HC:99213*1*1~\nLX*1', 'SVC'],
  // Behind LX and PLB no claim is open that an adjustment could belong to.
  ['CLP*CGA0000000000002', 'LX*2~\nCAS*CO*45*1~\nCLP*CGA0000000000002', 'CAS'],
  ['L6*-1.25', 'L6*-1.25~\nCAS*CO*45*1', 'CAS'],
  ['CLP*CGA0000000000001*', 'CLP**', 'CLP'],
  ['*1*250*117.3*', '**250*117.3*', 'CLP'],
  ['*1*250*117.3*', '*1*25O*117.3*', 'CLP'],
  ['*1*250*117.3*', '*1*250**', 'CLP'],
  ['*33.25*12*', '*x*12*', 'CLP'],
  ['CAS*CO*45*48.5', 'CAS**45*48.5', 'CAS'],
  ['CAS*CO*45*48.5', 'CAS*CO**48.5', 'CAS'],
  ['CAS*CO*45*48.5', 'CAS*CO*45*', 'CAS'],
  ['**253*5.2', '**253*5.2x', 'CAS'],
  ['**253*5.2', '**253', 'CAS'],
  ['**253*5.2', '***5.2', 'CAS'],
  ['CAS*PR*2*3.25', 'CAS*PR', 'CAS'],
  ['CAS*PR*2*3.25', `CAS*PR*2*3.25${'*'.repeat(17)}3*1`, 'CAS'],
  ['SVC*HC:99214:25*180', 'SVC*:99214:25*180', 'SVC'],
  ['SVC*HC:99214:25*180', 'SVC*HC*180', 'SVC'],
  ['SVC*HC:99214:25*180', 'SVC**180', 'SVC'],
  ['*180*96.3*', '**96.3*', 'SVC'],
  ['*180*96.3*', '*180*-*', 'SVC'],
  ['AMT*B6*126.3', 'AMT*B6*1 26', 'AMT'],
  ['PLB*1999999984', 'PLB*', 'PLB'],
  ['*20261231*WO', '**WO', 'PLB'],
  ['WO:CGP0000000000', ':CGP0000000000', 'PLB'],
  ['WO:CGP0000000000', '', 'PLB'],
  ['*20*L6', '**L6', 'PLB'],
  ['*L6*-1.25', '*L6', 'PLB'],
  ['*WO:CGP0000000000*20*L6*-1.25', '', 'PLB'],
  ['*L6*-1.25', `*L6*-1.25${'*'.repeat(9)}L6*1`, 'PLB'],
];

describe('an 835 that cannot be read in full', () => {
  test.each(UNREADABLE)('"%s" as "%s" is noted at its %s', (from, to, segment) => {
    const noted = unreadableSegments(changedGolden(PAID, [from, to]));
    expect(noted.map((one) => one.split('*')[0]?.replace('~', ''))).toEqual([segment]);
  });

  test.each([
    ['BPR', /BPR[^~]*~\n/],
    ['TRN', /TRN[^~]*~\n/],
    ['the payer', /N1\*PR[^~]*~\n/],
    ['the payee', /N1\*PE[^~]*~\n/],
  ])('is noted at its ST when %s is missing', (_part, pattern) => {
    const text = goldenText(PAID).replace(pattern, '');
    expect(unreadableSegments(text)).toEqual(['ST*835*0001~']);
  });

  test('has 0 where an amount cannot be read, and everything else', () => {
    const remittance = readRemittance(changedGolden(PAID, ['*180*96.3*', '*18O*96.3*']));
    const [claim, ...others] = PAID_AND_DENIED.claims;
    const [service, ...services] = claim?.services ?? [];
    expect(withoutPlaces(remittance.claims)).toEqual(
      withoutPlaces([{ ...claim, services: [{ ...service, chargeCents: 0 }, ...services] }, ...others]),
    );
  });

  test('pays nothing where BPR02 is negative', () => {
    const { payment } = readRemittance(changedGolden(PAID, ['BPR*I*98.55', 'BPR*I*-98.55']));
    expect(payment.amountCents).toBe(0);
  });

  test('takes a claim without its optional elements as it is', () => {
    const text = changedGolden(PAID, ['*33.25*12*CGP0000000001', ''], ['DTM*472*20260603', 'DTM*472*2026']);
    const remittance = readRemittance(text);
    expect(remittance.unreadable).toEqual([]);
    const [claim] = remittance.claims;
    expect(claim).not.toHaveProperty('filingIndicator');
    expect(claim).not.toHaveProperty('payerClaimControlNumber');
    expect(claim).not.toHaveProperty('patientResponsibilityCents');
    expect(claim?.services[0]).not.toHaveProperty('serviceDate');
  });

  test('passes over an empty first triple', () => {
    const remittance = readRemittance(changedGolden(PAID, ['CAS*PR*2*3.25', 'CAS*PR****2*3.25']));
    expect(remittance.unreadable).toEqual([]);
    expect(withoutPlaces(remittance)).toEqual(withoutPlaces(PAID_AND_DENIED));
  });

  test('keeps a bounded number of places', () => {
    const lines = 'SVC*HC:99213*x*y~\n'.repeat(1000);
    const text = changedGolden(PAID, ['PLB*', `${lines}PLB*`]);
    const { unreadable, claims } = readRemittance(text);
    expect(unreadable).toHaveLength(100);
    expect(claims[1]?.services).toHaveLength(1001);
  });

  test('that never began is unreadable', () => {
    expect(new RemittanceReader().finish()).toMatchObject({
      claims: [],
      unreadable: [{ segmentOrdinal: 0, byteStart: 0, byteStop: 0 }],
    });
  });
});
