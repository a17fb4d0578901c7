import { describe, expect, test } from 'vitest';
import { cents } from '../../../src/base/money.ts';
import type { ProfessionalClaim } from '../../../src/domain/claim/claim.ts';
import type { ClaimAdjustment } from '../../../src/domain/remittance/claim-adjustment.ts';
import { NOT_SENT } from '../../../src/translate/claim-837p/transmitted-claim.ts';
import { day, serviceLine, soundClaim } from '../../domain/support/claims.ts';
import { transmittedForm } from '../support/claim-interchange.ts';
import { partner } from '../support/partner.ts';

const SOUND = soundClaim();
const { billingProvider: CLINIC, subscriber: FAY } = SOUND;
const OTHER = {
  name: { kind: 'person', last: 'OKAFOR' },
  npi: '1999990116',
  taxonomy: '207Q00000X',
} as const;

function form(changes: Partial<ProfessionalClaim>): ProfessionalClaim {
  return transmittedForm(soundClaim(changes), partner());
}

describe('the submitter', () => {
  test('is the one of the profile where the claim has none', () => {
    expect(form({}).submitter).toEqual({
      name: 'RIVERBEND BILLING',
      identifier: 'RVB001',
      contact: { name: 'CLAIMS DESK', telephone: '6145550101' },
    });
  });

  test('gives its contact only once', () => {
    const contact = { name: 'Claims  desk', telephone: '6145550101' };
    expect(form({ billingProvider: { ...CLINIC, contact } }).billingProvider).not.toHaveProperty('contact');
    const another = { ...contact, telephone: '6145550109' };
    expect(form({ billingProvider: { ...CLINIC, contact: another } }).billingProvider.contact).toEqual({
      name: 'CLAIMS DESK',
      telephone: '6145550109',
    });
    const mute = { name: 'DESK' };
    expect(form({ billingProvider: { ...CLINIC, contact: mute } }).billingProvider).not.toHaveProperty(
      'contact',
    );
  });
});

describe('a provider who was named before', () => {
  test('is not named again as the rendering provider, unless with another specialty', () => {
    const same = { name: OTHER.name, npi: CLINIC.npi };
    expect(form({ renderingProvider: same })).not.toHaveProperty('renderingProvider');
    const special = { ...same, taxonomy: '207Q00000X' };
    expect(form({ renderingProvider: special }).renderingProvider).toEqual(special);
    const billingProvider = { ...CLINIC, taxonomy: '207Q00000X' };
    expect(form({ billingProvider, renderingProvider: special })).not.toHaveProperty('renderingProvider');
  });

  test('is not named again on a line', () => {
    const line = (renderingProvider: typeof OTHER) => [serviceLine(1, 12_500, { renderingProvider })];
    expect(form({ renderingProvider: OTHER, lines: line(OTHER) }).lines[0]).not.toHaveProperty(
      'renderingProvider',
    );
    expect(form({ lines: line(OTHER) }).lines[0]?.renderingProvider).toEqual(OTHER);
    // The billing provider renders this line, and another one the claim.
    const own = { name: OTHER.name, npi: CLINIC.npi };
    const lines = [serviceLine(1, 12_500, { renderingProvider: own })];
    expect(form({ renderingProvider: OTHER, lines }).lines[0]?.renderingProvider).toEqual(own);
    expect(form({ lines }).lines[0]).not.toHaveProperty('renderingProvider');
  });

  test('is not named again as the facility, unless elsewhere or under another number', () => {
    const facility = { name: 'Riverbend Family Clinic', address: CLINIC.address };
    expect(form({ serviceFacility: facility })).not.toHaveProperty('serviceFacility');
    expect(form({ serviceFacility: { ...facility, npi: CLINIC.npi } })).not.toHaveProperty('serviceFacility');
    expect(form({ serviceFacility: { ...facility, npi: '1999990314' } })).toHaveProperty('serviceFacility');
    const elsewhere = { ...facility, address: { ...CLINIC.address, line1: '2 SAMPLE STREET' } };
    expect(form({ serviceFacility: elsewhere })).toHaveProperty('serviceFacility');
  });
});

describe('what is left out', () => {
  test('are address and demographics of a subscriber who is not the patient', () => {
    const { birthDate, gender, address } = FAY;
    const patient = { relationship: '19', name: OTHER.name, birthDate, gender, address };
    expect(form({ patient }).subscriber).toEqual({
      name: FAY.name,
      memberId: FAY.memberId,
      ...NOT_SENT,
    });
    expect(form({}).subscriber).toEqual(FAY);
  });

  test('are birth and gender of the subscriber of another payer', () => {
    const coverage = {
      rank: 'S',
      payer: SOUND.payer,
      subscriber: FAY,
      relationship: '18',
      adjustments: [],
    } as const;
    const { birthDate, gender } = NOT_SENT;
    expect(form({ otherCoverages: [coverage] }).otherCoverages[0]?.subscriber).toEqual({
      ...FAY,
      birthDate,
      gender,
    });
  });

  test.each([
    ['a payment of nothing', { patientPaidCents: cents(0) }, 'patientPaidCents'],
    [
      'the number of a claim that is not replaced',
      { payerClaimControlNumber: 'P1' },
      'payerClaimControlNumber',
    ],
    ['a pay-to address that is the billing address', { payToAddress: CLINIC.address }, 'payToAddress'],
  ])('is %s', (_, changes, name) => {
    expect(soundClaim(changes)).toHaveProperty(name);
    expect(form(changes)).not.toHaveProperty(name);
  });

  test('is why Medicare follows, where it does not', () => {
    const medicare = { ...SOUND.payer, filingIndicator: 'mb' };
    const behind = { payerRank: 'S', payer: medicare, insuranceTypeCode: '12' } as const;
    expect(form(behind).insuranceTypeCode).toBe('12');
    expect(form({ ...behind, payerRank: 'P' })).not.toHaveProperty('insuranceTypeCode');
    expect(form({ ...behind, payer: SOUND.payer })).not.toHaveProperty('insuranceTypeCode');
  });

  test('is the state of an accident that is none of a car', () => {
    const accident = { cause: 'OA', state: 'OH', date: day('2026-06-01') } as const;
    expect(form({ accident }).accident).toEqual({ cause: 'OA', date: '2026-06-01' });
    expect(form({ accident: { ...accident, cause: 'AA' } }).accident).toHaveProperty('state', 'OH');
  });

  test('is what a line says as the claim does, or in vain', () => {
    const said = serviceLine(1, 12_500, {
      placeOfService: '11',
      serviceDateEnd: day('2026-06-03'),
      isEmergency: false,
      units: '1.50',
    });
    expect(form({ lines: [said] }).lines).toEqual([serviceLine(1, 12_500, { units: '1.5' })]);
    const meant = serviceLine(1, 12_500, {
      placeOfService: '22',
      serviceDateEnd: day('2026-06-04'),
      isEmergency: true,
    });
    expect(form({ lines: [meant] }).lines).toEqual([meant]);
  });
});

function adjustment(groupCode: string, reasonCode: string): ClaimAdjustment {
  return { groupCode, reasonCode, amountCents: cents(1) };
}

test('a form is sent again as it is, and what of it can be shared is not copied', () => {
  const address = { ...CLINIC.address, line1: '2 Sample Street' };
  const first = form({ serviceFacility: { name: 'Annex', npi: '1999990314', address } });
  const again = form(first);
  expect(again).toEqual(first);
  expect(again.subscriber).toBe(first.subscriber);
  expect(again.billingProvider).toBe(first.billingProvider);
  expect(again.serviceFacility).toBe(first.serviceFacility);
  expect(again.lines).toBe(first.lines);
});

test('adjustments of one group stand together', () => {
  const coverage = {
    rank: 'S',
    payer: SOUND.payer,
    subscriber: FAY,
    relationship: '18',
    adjustments: [adjustment('CO', '45'), adjustment('PR', '1'), adjustment('CO', '97')],
  } as const;
  const [sent] = form({ otherCoverages: [coverage] }).otherCoverages;
  expect(sent?.adjustments.map(({ reasonCode }) => reasonCode)).toEqual(['45', '97', '1']);
});
