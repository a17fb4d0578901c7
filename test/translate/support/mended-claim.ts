import * as fc from 'fast-check';
import { cents } from '../../../src/base/money.ts';
import type { BusinessDate } from '../../../src/base/time.ts';
import type { OtherCoverage, ProfessionalClaim, ServiceLine } from '../../../src/domain/claim/claim.ts';
import type {
  Address,
  Contact,
  NamedProvider,
  PartyName,
  Payer,
  PersonName,
  Subscriber,
} from '../../../src/domain/party/party.ts';
import { arbitraryClaim } from '../../intake/support/arbitrary-claim.ts';

/** The day on which mended claims pass the edits. */
export const TODAY = '2026-06-30' as BusinessDate;

/**
 * Claims that pass the edits: any claim of the right form, with whatever an edit would find put right. What no edit
 * looks at stays as wild as it was.
 */
export const mendedClaim: fc.Arbitrary<ProfessionalClaim> = arbitraryClaim.map(mend);

function mend(claim: ProfessionalClaim): ProfessionalClaim {
  const diagnoses = claim.diagnoses.length === 0 ? ['I10'] : [...new Set(claim.diagnoses)];
  const lines = mendLines(claim.lines, diagnoses.length);
  const chargeCents = lines.reduce((sum, line) => sum + line.chargeCents, 0);
  const { submitter, serviceFacility, patient, accident, note } = claim;
  const ranks = mendRanks(claim);
  return {
    ...claim,
    chargeCents: cents(chargeCents),
    ...whenGiven('patientPaidCents', claim.patientPaidCents, (paid) => cents(Math.min(paid, chargeCents))),
    placeOfService: pick(claim.placeOfService, ['11', '22', '02']),
    ...whenGiven(
      'payerClaimControlNumber',
      claim.payerClaimControlNumber ?? (claim.frequency === '1' ? undefined : 'PCCN-1/a#2'),
      mendIdentifier,
    ),
    ...whenGiven('submitter', submitter, ({ name, identifier, contact }) => ({
      name: mendText(name, 60),
      identifier: mendIdentifier(identifier),
      contact: mendContact(contact),
    })),
    billingProvider: {
      ...mendProvider(claim.billingProvider),
      taxId: { ...claim.billingProvider.taxId, value: '900000011' },
      address: mendAddress(claim.billingProvider.address),
      ...whenGiven('contact', claim.billingProvider.contact, mendContact),
    },
    ...whenGiven('payToAddress', claim.payToAddress, mendAddress),
    ...whenGiven('renderingProvider', claim.renderingProvider, mendProvider),
    ...whenGiven('referringProvider', claim.referringProvider, (provider) => ({
      ...mendProvider(provider),
      name: { kind: 'person' as const, last: 'Referrer' },
    })),
    ...whenGiven('serviceFacility', serviceFacility, ({ name, npi, address }) => ({
      name: mendText(name, 60),
      ...whenGiven('npi', npi, mendNpi),
      address: mendAddress(address),
    })),
    ...ranks.destination,
    payer: mendPayer(claim.payer),
    subscriber: mendSubscriber(claim.subscriber),
    ...whenGiven('patient', patient, (person) => ({
      ...person,
      relationship: pick(person.relationship, ['01', '19', 'G8']),
      name: mendPerson(person.name),
      birthDate: inYear(1960, person.birthDate),
      address: mendAddress(person.address),
    })),
    otherCoverages: claim.otherCoverages
      .slice(0, ranks.others.length)
      .map((coverage, index) => mendCoverage(coverage, { rank: ranks.others[index] ?? 'T', chargeCents })),
    diagnoses,
    ...whenGiven('onsetDate', claim.onsetDate, (date) => inYear(2020, date)),
    ...whenGiven('accident', accident, (given) => ({
      ...given,
      state: 'OH',
      date: inYear(2020, given.date),
    })),
    ...whenGiven('priorAuthorizationNumber', claim.priorAuthorizationNumber, mendIdentifier),
    ...whenGiven('referralNumber', claim.referralNumber, mendIdentifier),
    ...whenGiven('note', note, ({ kind, text }) => ({ kind, text: mendText(text, 80) })),
    lines,
  };
}

function mendLines(lines: readonly ServiceLine[], diagnosisCount: number): ServiceLine[] {
  const first: ServiceLine = {
    number: 1,
    procedure: { qualifier: 'HC', code: '99213', modifiers: [] },
    chargeCents: cents(1),
    unitKind: 'UN',
    units: '1',
    diagnosisPointers: [1],
    serviceDate: '2024-05-06' as BusinessDate,
  };
  return [first, ...lines.map((line) => mendLine(line, diagnosisCount))].map((line, index) => ({
    ...line,
    number: index + 1,
  }));
}

function mendLine(line: ServiceLine, diagnosisCount: number): ServiceLine {
  const { qualifier, code, modifiers } = line.procedure;
  const pointers = line.diagnosisPointers.slice(0, 4).map((pointer) => ((pointer - 1) % diagnosisCount) + 1);
  return {
    ...line,
    procedure: {
      qualifier,
      code: qualifier === 'HC' ? pick(code, ['99214', 'J3301', '0123T']) : mendIdentifier(code),
      modifiers: modifiers.slice(0, 4).map((modifier) => pick(modifier, ['25', 'RT', '59'])),
    },
    units: pick(line.units, [
      '1',
      '01.50',
      '0.5',
      '10.000',
      '12345678',
      '2',
      '3',
      '4',
      '20',
      '1.125',
      '99999999.123',
    ]),
    diagnosisPointers: pointers.length === 0 ? [1] : pointers,
    serviceDate: inYear(2024, line.serviceDate),
    ...whenGiven('serviceDateEnd', line.serviceDateEnd, (end) => {
      const [start, stop] = [inYear(2024, line.serviceDate), inYear(2024, end)];
      return stop < start ? start : stop;
    }),
    ...whenGiven('placeOfService', line.placeOfService, (place) => pick(place, ['11', '22', '02'])),
    ...whenGiven('renderingProvider', line.renderingProvider, mendProvider),
    ...whenGiven('note', line.note, (note) => mendText(note, 80)),
  };
}

/** One payer is primary, and no two have one rank. */
function mendRanks({ payerRank, otherCoverages }: ProfessionalClaim) {
  const rank = otherCoverages.length === 0 ? 'P' : payerRank;
  return {
    destination: { payerRank: rank },
    others: (['P', 'S', 'T'] as const).filter((other) => other !== rank),
  };
}

function mendCoverage(
  coverage: OtherCoverage,
  { rank, chargeCents }: { readonly rank: OtherCoverage['rank']; readonly chargeCents: number },
): OtherCoverage {
  const adjustments = coverage.adjustments.map((adjustment) => ({
    ...adjustment,
    reasonCode: pick(adjustment.reasonCode, ['45', '1', 'b7']),
    ...whenGiven('quantity', adjustment.quantity, (quantity) =>
      pick(quantity, ['1', '02.50', '-3.0', '4', '00', '.5', '6', 'two']),
    ),
  }));
  const adjustedCents = adjustments.reduce((sum, { amountCents }) => sum + amountCents, 0);
  return {
    ...coverage,
    rank,
    payer: mendPayer(coverage.payer),
    subscriber: mendSubscriber(coverage.subscriber),
    relationship: pick(coverage.relationship, ['18', '01', '19']),
    paidCents: cents(chargeCents - adjustedCents),
    adjudicationDate: '2025-02-03' as BusinessDate,
    adjustments,
    ...whenGiven('payerClaimControlNumber', coverage.payerClaimControlNumber, mendIdentifier),
  };
}

function mendAddress({ line1, line2, city, state, postalCode }: Address): Address {
  return {
    line1: mendText(line1, 55),
    ...whenGiven('line2', line2, (text) => mendText(text, 55)),
    city: mendText(city, 30),
    state: pick(state, ['OH', 'OR', 'PR']),
    postalCode: pick(postalCode, ['43215', '432150001']),
  };
}

function mendPerson({ last, first, middle, suffix }: PersonName): PersonName {
  return {
    kind: 'person',
    last: mendText(last, 60),
    ...whenGiven('first', first, (text) => mendText(text, 35)),
    ...whenGiven('middle', middle, (text) => mendText(text, 25)),
    ...whenGiven('suffix', suffix, (text) => mendText(text, 10)),
  };
}

function mendName(name: PartyName): PartyName {
  return name.kind === 'person' ? mendPerson(name) : { ...name, name: mendText(name.name, 60) };
}

/** Few providers, so that a claim often names one twice. */
function mendNpi(npi: string): string {
  return pick(npi, ['1999990017', '1999990025', '1999990116']);
}

function mendProvider<Provider extends NamedProvider>(provider: Provider): Provider {
  return {
    ...provider,
    name: mendName(provider.name),
    npi: mendNpi(provider.npi),
    ...whenGiven('taxonomy', provider.taxonomy, (code) => pick(code, ['207Q00000X', '363L00000X'])),
  };
}

function mendPayer({ name, identifier, filingIndicator, address }: Payer): Payer {
  return {
    name: mendText(name, 60),
    identifier: mendIdentifier(identifier),
    filingIndicator: pick(filingIndicator, ['CI', 'BL', 'MC', 'HM', 'OF', '12', 'CH', 'MB']),
    ...whenGiven('address', address, mendAddress),
  };
}

function mendSubscriber(subscriber: Subscriber): Subscriber {
  return {
    ...subscriber,
    name: mendPerson(subscriber.name),
    memberId: mendIdentifier(subscriber.memberId),
    ...whenGiven('groupNumber', subscriber.groupNumber, mendIdentifier),
    birthDate: inYear(1960, subscriber.birthDate),
    address: mendAddress(subscriber.address),
  };
}

function mendContact({ name, telephone, email }: Contact): Contact {
  return {
    name: mendText(name, 60),
    ...whenGiven(
      'telephone',
      telephone ?? (email === undefined ? '5550100100' : undefined),
      (digits) => digits,
    ),
    ...whenGiven('email', email, (text) => `${mendIdentifier(text).slice(0, 40)}@example`),
  };
}

/** Has a letter to begin with, and nothing that no Latin letter is like; the rest stays. */
function mendText(text: string, lengthMax: number): string {
  return `Nb${text.replaceAll('样', 'ñ ')}`.slice(0, lengthMax).trim();
}

/** Letters, digits, dashes and now and then something that is a delimiter to somebody. */
function mendIdentifier(text: string): string {
  return `A${text.replaceAll(/[é样*~]/g, '7').replaceAll(/["/]/g, '-')}`.slice(0, 50);
}

/** A day of the same month and day in a leap year. */
function inYear(year: number, date: string): BusinessDate {
  return `${year}${date.slice(4)}` as BusinessDate;
}

function pick<Choice extends string>(text: string, choices: readonly [Choice, ...Choice[]]): Choice {
  let sum = 0;
  for (const character of text) sum += character.codePointAt(0) ?? 0;
  return choices[sum % choices.length] ?? choices[0];
}

function whenGiven<Key extends string, Value, Mended>(
  key: Key,
  value: Value | undefined,
  change: (value: Value) => Mended,
): { readonly [Name in Key]?: Mended } {
  return (value === undefined ? {} : { [key]: change(value) }) as { readonly [Name in Key]?: Mended };
}
