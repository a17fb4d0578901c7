import { describe, expect, test } from 'vitest';
import { InvariantViolation } from '../../src/base/invariant.ts';
import { cents } from '../../src/base/money.ts';
import type { Remittance } from '../../src/domain/remittance/remittance.ts';
import { type RemittanceDetails, writeRemittance } from '../../src/translate/remittance-835.ts';
import { day } from '../domain/support/claims.ts';
import { goldenText } from './support/golden.ts';
import {
  PAID_AND_DENIED,
  PAID_AND_DENIED_DETAILS,
  REVERSAL_AND_CORRECTION,
  REVERSAL_AND_CORRECTION_DETAILS,
} from './support/golden-remittances.ts';
import { readRemittance, withoutPlaces } from './support/read-answers.ts';
import { writeInterchange } from './support/write-interchange.ts';

function written(
  remittance: Remittance,
  details: RemittanceDetails,
  control: number,
  moment: string,
): string {
  const [date = '', time = ''] = moment.split(' ');
  return writeInterchange('835', { date, time, control, lineEnd: '\n' }, (writer) =>
    writeRemittance(writer, remittance, details),
  );
}

describe('an 835 that is written', () => {
  test('is the file that was written by hand', () => {
    expect(written(PAID_AND_DENIED, PAID_AND_DENIED_DETAILS, 601, '20260718 0600')).toBe(
      goldenText('835-paid-denied-and-recovery'),
    );
    expect(written(REVERSAL_AND_CORRECTION, REVERSAL_AND_CORRECTION_DETAILS, 602, '20260719 0601')).toBe(
      goldenText('835-reversal-and-correction'),
    );
  });

  test('names accounts where money goes from one to another, and masks those it is not given', () => {
    const { payment } = PAID_AND_DENIED;
    const { transfer, ...masked } = PAID_AND_DENIED_DETAILS;
    const bpr = (changes: Partial<Remittance['payment']>, details: RemittanceDetails): string | undefined =>
      written({ ...PAID_AND_DENIED, payment: { ...payment, ...changes } }, details, 601, '20260718 0600')
        .split('\n')
        .find((segment) => segment.startsWith('BPR'));
    expect(transfer).toBeDefined();
    expect(bpr({}, masked)).toBe('BPR*I*98.55*C*ACH*CCP*****1900000099******20260720~');
    for (const details of [masked, PAID_AND_DENIED_DETAILS]) {
      expect(bpr({ method: 'NON', amountCents: cents(0) }, details)).toBe(
        'BPR*H*0*C*NON************20260720~',
      );
      expect(bpr({ method: 'CHK' }, details)).toBe('BPR*I*98.55*C*CHK************20260720~');
    }
  });

  test('puts more than six adjustments of a group and of a provider into further segments', () => {
    const [claim, ...others] = PAID_AND_DENIED.claims;
    const [service] = claim?.services ?? [];
    const [adjustment] = service?.adjustments ?? [];
    const [provider] = PAID_AND_DENIED.providerAdjustments;
    if (!claim || !service || !adjustment || !provider)
      throw new Error('the golden remittance has all of these');
    const remittance = {
      ...PAID_AND_DENIED,
      claims: [
        { ...claim, services: [{ ...service, adjustments: Array.from({ length: 13 }, () => adjustment) }] },
        ...others,
      ],
      providerAdjustments: [
        ...Array.from({ length: 7 }, () => provider),
        { ...provider, fiscalPeriodEnd: day('2027-12-31') },
        { ...provider, providerId: '1999999976' },
      ],
    };
    const text = written(remittance, PAID_AND_DENIED_DETAILS, 601, '20260718 0600');
    const lengths = (tag: string): number[] =>
      text
        .split('\n')
        .filter((segment) => segment.startsWith(tag))
        .map((segment) => segment.split('*').length);
    expect(lengths('CAS*CO*45')).toEqual([19, 19, 4]);
    expect(lengths('PLB')).toEqual([15, 5, 5, 5]);
    expect(withoutPlaces(readRemittance(text))).toEqual(withoutPlaces(remittance));
  });

  test('without claims has no LX', () => {
    const remittance = { ...PAID_AND_DENIED, claims: [] };
    expect(written(remittance, PAID_AND_DENIED_DETAILS, 601, '20260718 0600')).not.toContain('LX*');
  });

  test('needs a patient for each claim, at most five remark codes, and no negative payment', () => {
    const [claim] = PAID_AND_DENIED.claims;
    if (!claim) throw new Error('the golden remittance has a claim');
    const { patient: _, ...withoutPatient } = claim;
    const wrong: readonly (readonly [Remittance, RemittanceDetails])[] = [
      [{ ...PAID_AND_DENIED, claims: [withoutPatient] }, PAID_AND_DENIED_DETAILS],
      [
        { ...PAID_AND_DENIED, claims: [{ ...claim, remarkCodes: ['M1', 'M2', 'M3', 'M4', 'M5', 'M6'] }] },
        PAID_AND_DENIED_DETAILS,
      ],
      [
        { ...PAID_AND_DENIED, payment: { ...PAID_AND_DENIED.payment, amountCents: cents(-1) } },
        PAID_AND_DENIED_DETAILS,
      ],
    ];
    for (const [remittance, details] of wrong) {
      expect(() => written(remittance, details, 601, '20260718 0600')).toThrow(InvariantViolation);
    }
  });
});
