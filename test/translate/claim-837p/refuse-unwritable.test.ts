import { describe, expect, test } from 'vitest';
import { cents } from '../../../src/base/money.ts';
import type { OtherCoverage, ProfessionalClaim } from '../../../src/domain/claim/claim.ts';
import { refuseUnwritable } from '../../../src/translate/claim-837p/refuse-unwritable.ts';
import { WRITING_CODES, WRITING_WORDS } from '../../../src/translate/claim-837p/writing-refusal.ts';
import { serviceLine, soundClaim } from '../../domain/support/claims.ts';
import { transmittedForm } from '../support/claim-interchange.ts';
import { partner } from '../support/partner.ts';

const SOUND = soundClaim();
const { billingProvider: CLINIC, subscriber: FAY, payer: PAYER } = SOUND;

function covered(changes: Partial<OtherCoverage>): Partial<ProfessionalClaim> {
  const coverage: OtherCoverage = {
    rank: 'S',
    payer: PAYER,
    subscriber: FAY,
    relationship: '18',
    adjustments: [],
    ...changes,
  };
  return { otherCoverages: [coverage] };
}

function adjustments(count: number, groupCode: string, quantity = '1'): OtherCoverage['adjustments'] {
  return Array.from({ length: count }, (_, index) => ({
    groupCode,
    reasonCode: String(index + 1),
    amountCents: cents(1),
    quantity,
  }));
}

function member(changes: Partial<ProfessionalClaim['subscriber']>): Partial<ProfessionalClaim> {
  return { subscriber: { ...FAY, ...changes } };
}

function clinic(changes: Partial<ProfessionalClaim['billingProvider']>): Partial<ProfessionalClaim> {
  return { billingProvider: { ...CLINIC, ...changes } };
}

const ODD_PROCEDURE = serviceLine(1, 1, { procedure: { qualifier: 'ER', code: 'A*B', modifiers: [] } });
const ORGANIZATION = { kind: 'organization', name: 'CLINIC' } as const;

const REFUSED: readonly (readonly [code: string, pointer: string, claim: Partial<ProfessionalClaim>])[] = [
  ['identifier-characters', '/subscriber/memberId', member({ memberId: 'CGM*1' })],
  ['identifier-characters', '/subscriber/memberId', member({ memberId: 'CGM  1' })],
  ['identifier-characters', '/subscriber/memberId', member({ memberId: 'CGMÉ1' })],
  ['identifier-characters', '/subscriber/groupNumber', member({ groupNumber: 'G~1' })],
  ['identifier-characters', '/payer/identifier', { payer: { ...PAYER, identifier: 'CG:PAY' } }],
  ['identifier-characters', '/priorAuthorizationNumber', { priorAuthorizationNumber: '1^2' }],
  ['identifier-characters', '/referralNumber', { referralNumber: '1:2' }],
  ['identifier-characters', '/payerClaimControlNumber', { frequency: '8', payerClaimControlNumber: '1*2' }],
  ['identifier-characters', '/lines/0/procedure/code', { lines: [ODD_PROCEDURE] }],
  [
    'identifier-characters',
    '/billingProvider/contact/email',
    clinic({ contact: { name: 'DESK', email: 'é@sample.example' } }),
  ],
  [
    'identifier-characters',
    '/otherCoverages/0/adjustments/0/reasonCode',
    covered({ adjustments: [{ groupCode: 'CO', reasonCode: '4~', amountCents: cents(1) }] }),
  ],
  ['text-characters', '/subscriber/name/last', member({ name: { kind: 'person', last: '様A' } })],
  ['text-empty', '/subscriber/name/first', member({ name: { kind: 'person', last: 'A', first: '~*' } })],
  ['text-empty', '/note/text', { note: { kind: 'ADD', text: '###' } }],
  ['text-empty', '/lines/0/note', { lines: [serviceLine(1, 1, { note: '$' })] }],
  ['text-length', '/billingProvider/address/city', clinic({ address: { ...CLINIC.address, city: 'A~' } })],
  ['text-length', '/billingProvider/name/name', clinic({ name: { ...ORGANIZATION, name: 'ﬃ'.repeat(21) } })],
  [
    'number',
    '/otherCoverages/0/adjustments/0/quantity',
    covered({ adjustments: adjustments(1, 'CO', 'ONE') }),
  ],
  ['number', '/lines/0/units', { lines: [serviceLine(1, 1, { units: 'one' })] }],
  ['number', '/lines/0/units', { lines: [serviceLine(1, 1, { units: '-1' })] }],
  ['units-length', '/lines/0/units', { lines: [serviceLine(1, 1, { units: '1234567.89' })] }],
  ['adjustment-count', '/otherCoverages/0/adjustments', covered({ adjustments: adjustments(31, 'CO') })],
  [
    'contact-number-missing',
    '/submitter/contact/telephone',
    { submitter: { name: 'DESK', identifier: 'D1', contact: { name: 'DESK' } } },
  ],
  [
    'referring-organization',
    '/referringProvider/name/kind',
    { referringProvider: { name: ORGANIZATION, npi: '1999990215' } },
  ],
  [
    'insurance-type-missing',
    '/insuranceTypeCode',
    { payerRank: 'S', payer: { ...PAYER, filingIndicator: 'MB' } },
  ],
  [
    'insurance-type-missing',
    '/otherCoverages/0/insuranceTypeCode',
    covered({ rank: 'S', payer: { ...PAYER, filingIndicator: 'MA' } }),
  ],
];

describe('refuseUnwritable', () => {
  test('lets a sound claim pass', () => {
    expect(refuseUnwritable(SOUND, partner())).toBeUndefined();
  });

  test.each(REFUSED)('says %s at %s', (name, pointer, changes) => {
    const code = `writing.${name}`;
    const refusal = refuseUnwritable(soundClaim(changes), partner());
    expect(refusal).toEqual({ code, pointer, ...WRITING_WORDS[refusal?.code ?? 'writing.number'] });
    expect(() => transmittedForm(soundClaim(changes), partner())).toThrow('was held back');
  });

  test('has a row above for every code', () => {
    expect(new Set(REFUSED.map(([name]) => `writing.${name}`))).toEqual(new Set(WRITING_CODES));
  });

  test('looks at the delimiters of the partner', () => {
    const claim = soundClaim({ priorAuthorizationNumber: '1/2>3' });
    expect(refuseUnwritable(claim, partner())).toBeUndefined();
    const other = partner({ delimiters: { element: '|', component: '>' } });
    expect(refuseUnwritable(claim, other)).toMatchObject({ pointer: '/priorAuthorizationNumber' });
  });

  test.each<[string, Partial<ProfessionalClaim>]>([
    [
      'an address that is not sent',
      { patient: { ...FAY, relationship: '19' }, ...member({ address: { ...FAY.address, line1: '~' } }) },
    ],
    ['the number of nothing that is replaced', { payerClaimControlNumber: '1*2' }],
    ['Medicare as the primary payer', { payer: { ...PAYER, filingIndicator: 'MB' } }],
    [
      'Medicare behind another payer, where the claim says why',
      { payerRank: 'S', payer: { ...PAYER, filingIndicator: 'MB' }, insuranceTypeCode: '12' },
    ],
    ['as many adjustments as five CAS segments hold', covered({ adjustments: adjustments(30, 'PR') })],
    ['units of eight digits', { lines: [serviceLine(1, 1, { units: '012345.6780' })] }],
    ["the biller's own number, which never leaves", { accountNumber: '*~ 様' }],
  ])('does not mind %s', (_, changes) => {
    expect(refuseUnwritable(soundClaim(changes), partner())).toBeUndefined();
  });
});
