import { describe, expect, test } from 'vitest';
import { InvariantViolation } from '../../../src/base/invariant.ts';
import { cents } from '../../../src/base/money.ts';
import type { OtherCoverage, ProfessionalClaim } from '../../../src/domain/claim/claim.ts';
import type { ClaimInterchange } from '../../../src/translate/claim-837p/claim-interchange.ts';
import { compareClaimInterchange } from '../../../src/translate/claim-837p/compare-claim-interchange.ts';
import { refuseUnwritable } from '../../../src/translate/claim-837p/refuse-unwritable.ts';
import { submitterKey } from '../../../src/translate/claim-837p/submitter-form.ts';
import { day, serviceLine, soundClaim } from '../../domain/support/claims.ts';
import { decodeLatin1 } from '../../edi/support/latin-1.ts';
import { interchangeOf, writeAsText } from '../support/claim-interchange.ts';
import { partner } from '../support/partner.ts';

const SOUND = soundClaim();
const { billingProvider: CLINIC, subscriber: FAY } = SOUND;

function written(...claims: Partial<ProfessionalClaim>[]): string[] {
  const sound = claims.map((changes) => soundClaim(changes));
  return writeAsText(interchangeOf(sound, partner({ lineEnd: '\n' }))).text.split('~\n');
}

function segments(lines: readonly string[], ...identifiers: readonly string[]): string[] {
  return lines.filter((line) => identifiers.includes(line.split('*')[0] ?? ''));
}

describe('the hierarchy', () => {
  const { birthDate, gender, address } = FAY;
  const patient = { relationship: '19', name: { ...FAY.name, first: 'ABE' }, birthDate, gender, address };
  const another = { ...CLINIC, npi: '1999990025' };

  test('has each billing provider once, in the order of its first claim, and a subscriber for each claim', () => {
    const lines = written({}, { billingProvider: another, patient }, { patient }, {});
    expect(segments(lines, 'HL', 'CLM').map((line) => line.split('*', 5).join('*'))).toEqual([
      'HL*1**20*1',
      'HL*2*1*22*0',
      'CLM*CG0000000000001*125**',
      'HL*3*1*22*1',
      'HL*4*3*23*0',
      'CLM*CG0000000000003*125**',
      'HL*5*1*22*0',
      'CLM*CG0000000000004*125**',
      'HL*6**20*1',
      'HL*7*6*22*1',
      'HL*8*7*23*0',
      'CLM*CG0000000000002*125**',
    ]);
  });

  test('has a provider once however the members of its object are ordered', () => {
    const { npi, ...rest } = CLINIC;
    const turned = { ...rest, npi };
    const lines = written({}, { billingProvider: turned }, {});
    expect(segments(lines, 'HL').filter((line) => line.includes('**20*'))).toHaveLength(1);
  });

  test('is the same whichever claims need their texts cleaned', () => {
    const inCapitals = { patient, note: { kind: 'ADD', text: 'BACK FROM REVIEW' } } as const;
    const asTyped = {
      patient: { ...patient, name: { ...patient.name, first: 'Abe' } },
      note: { kind: 'ADD', text: ' back  from review' },
    } as const;
    const needy = [1, 2, 5, 20, 38];
    const claims = Array.from({ length: 40 }, (_, index) => (needy.includes(index) ? asTyped : inCapitals));
    expect(written(...claims)).toEqual(written(...claims.map(() => inCapitals)));
  });

  test('parts claims of one provider that are paid to different addresses', () => {
    const payToAddress = { ...CLINIC.address, line1: 'PO BOX 1' };
    const lines = written({}, { payToAddress }, { payToAddress: { ...payToAddress, line1: 'po box  1' } });
    expect(segments(lines, 'HL').filter((line) => line.includes('**20*'))).toHaveLength(2);
  });

  test('counts levels anew in each set', () => {
    const submitter = {
      name: 'OTHER',
      identifier: 'OTHER',
      contact: { name: 'DESK', telephone: '5550100100' },
    };
    const lines = written({}, { submitter });
    expect(segments(lines, 'ST', 'HL', 'SE', 'GE')).toEqual([
      'ST*837*0001*005010X222A1',
      'HL*1**20*1',
      'HL*2*1*22*0',
      'SE*28*0001',
      'ST*837*0002*005010X222A1',
      'HL*1**20*1',
      'HL*2*1*22*0',
      'SE*28*0002',
      'GE*2*1',
    ]);
  });
});

describe('Medicare behind another payer', () => {
  const medicare = { ...SOUND.payer, filingIndicator: 'MB' };
  const coverage = {
    rank: 'P',
    payer: SOUND.payer,
    subscriber: FAY,
    relationship: '18',
    paidCents: cents(12_500),
    adjudicationDate: day('2026-06-10'),
    adjustments: [],
  } as const;

  test.each<[string, Partial<ProfessionalClaim>, string]>([
    [
      'the claim goes to it',
      { payerRank: 'S', payer: medicare, insuranceTypeCode: '12', otherCoverages: [coverage] },
      'SBR*S*18***12****MB',
    ],
    [
      'it follows',
      { otherCoverages: [{ ...coverage, rank: 'S', payer: medicare, insuranceTypeCode: '43' }] },
      'SBR*S*18***43****MB',
    ],
  ])('is sent with the reason where %s, and read back with it', (_, changes, segment) => {
    const claim = soundClaim(changes);
    const profile = partner();
    const interchange = interchangeOf([claim], profile);
    const { bytes, text } = writeAsText(interchange);
    expect(refuseUnwritable(claim, profile)).toBeUndefined();
    expect(text).toContain(segment);
    expect(compareClaimInterchange(interchange, bytes, decodeLatin1)).toEqual({ ok: true });
  });
});

describe('another payer', () => {
  const coverage = { rank: 'P', payer: SOUND.payer, subscriber: FAY, relationship: '18' } as const;
  const amounts = (changes: Partial<OtherCoverage>): string[] =>
    segments(
      written({ payerRank: 'S', otherCoverages: [{ ...coverage, adjustments: [], ...changes }] }),
      'AMT',
    );

  test('that decided left to the patient what it called the patient’s, zero included', () => {
    const adjustments = [
      { groupCode: 'PR', reasonCode: '1', amountCents: cents(1000) },
      { groupCode: 'CO', reasonCode: '45', amountCents: cents(500) },
      { groupCode: 'PR', reasonCode: '2', amountCents: cents(5) },
    ];
    expect(amounts({ paidCents: cents(10_995), adjustments })).toEqual(['AMT*D*109.95', 'AMT*EAF*10.05']);
    expect(amounts({ paidCents: cents(0) })).toEqual(['AMT*D*0', 'AMT*EAF*0']);
  });

  test('that did not decide left nothing yet', () => {
    expect(amounts({})).toEqual([]);
  });
});

describe('submitters', () => {
  const profile = partner();
  const explicit = {
    name: 'RIVERBEND BILLING',
    identifier: 'RVB001',
    contact: { name: 'CLAIMS DESK', telephone: '6145550101' },
  };

  test('are the same where they are written the same', () => {
    expect(submitterKey(soundClaim({ submitter: explicit }), profile)).toBe(submitterKey(SOUND, profile));
    const other = { ...explicit, contact: { ...explicit.contact, telephone: '6145550102' } };
    expect(submitterKey(soundClaim({ submitter: other }), profile)).not.toBe(submitterKey(SOUND, profile));
  });
});

describe('amounts and numbers', () => {
  test('have no needless zeros', () => {
    const lines = written({
      chargeCents: cents(10_050),
      lines: [serviceLine(1, 10_050, { units: '2.0' })],
    });
    expect(segments(lines, 'SV1')).toEqual(['SV1*HC:99213*100.5*UN*2***1']);
    expect(segments(lines, 'CLM')).toEqual(['CLM*CG0000000000001*100.5***11:B:1*Y*A*Y*Y']);
  });

  test('are counted and summed', () => {
    const interchange = interchangeOf([SOUND, SOUND], partner());
    const { text, segmentCount, claimCount, chargeCents } = writeAsText(interchange);
    expect(segmentCount).toBe(text.split('~').length - 1);
    expect({ claimCount, chargeCents }).toEqual({ claimCount: 2, chargeCents: 25_000 });
  });
});

describe('a mistake of the caller', () => {
  const good = interchangeOf([SOUND], partner());
  const [set] = good.sets;
  const [claim] = set?.claims ?? [];
  if (set === undefined || claim === undefined) throw new Error('an interchange has a set with a claim');
  const inSet = (changes: Partial<typeof set>): Partial<ClaimInterchange> => ({
    sets: [{ ...set, ...changes }],
  });
  const otherSubmitter = {
    ...claim,
    claim: soundClaim({ submitter: { name: 'X', identifier: 'XX', contact: { name: 'X', email: 'X@X' } } }),
  };

  test.each<[string, Partial<ClaimInterchange>]>([
    ['no set', { sets: [] }],
    ['a set without a claim', inSet({ claims: [] })],
    ['two submitters in one set', inSet({ claims: [claim, otherSubmitter] })],
    ['ISA13 of eight digits', { interchangeControlNumber: '12345678' }],
    ['GS06 with a leading zero', { groupControlNumber: '01' }],
    ['ST02 of three characters', inSet({ controlNumber: '001' })],
    ['BHT03 of 31 characters', inSet({ submissionId: 'S'.repeat(31) })],
    ['no CLM01', inSet({ claims: [{ ...claim, patientControlNumber: '' }] })],
    ['CLM01 of 21 characters', inSet({ claims: [{ ...claim, patientControlNumber: 'C'.repeat(21) }] })],
    ['a line without a number', inSet({ claims: [{ ...claim, lineControlNumbers: ['L1'] }] })],
    [
      'a claim that had to be held back',
      inSet({ claims: [{ ...claim, claim: soundClaim({ referralNumber: '*' }) }] }),
    ],
  ])('%s is an invariant', (_, changes) => {
    expect(() => writeAsText(good)).not.toThrow();
    expect(() => writeAsText({ ...good, ...changes })).toThrow(InvariantViolation);
  });
});
