import type { Cents } from '../../../src/base/money.ts';
import type { OtherCoverage, ProfessionalClaim, ServiceLine } from '../../../src/domain/claim/claim.ts';
import type { Address, PartyName } from '../../../src/domain/party/party.ts';

/** A claim under the CLM01 of one sending. */
export interface NumberedClaim {
  readonly number: string;
  readonly claim: ProfessionalClaim;
}

export interface InterchangeOfTest {
  /** ISA13 and GS06. */
  readonly control: number;
  /** The claims of each transaction set. */
  readonly sets: readonly (readonly NumberedClaim[])[];
  readonly isTa1Requested?: boolean;
  /** Segments that take the place of others: `['NM1*40', '']` leaves the receiver out. */
  readonly changes?: readonly (readonly [beginning: string, segment: string])[];
}

/**
 * An 837P interchange put together by hand and not by our own writer, so that a mistake there would show. Each claim
 * has its own billing provider and subscriber loops, as many senders do.
 */
export function claimInterchange(options: InterchangeOfTest): string {
  const { control, sets, isTa1Requested = true, changes = [] } = options;
  const number = String(control).padStart(9, '0');
  const segments = [
    `ISA*00*${' '.repeat(10)}*00*${' '.repeat(10)}*ZZ*GATEWAY        *ZZ*SIMULATOR      *260701*0930*^*00501*${number}*${isTa1Requested ? '1' : '0'}*T*:`,
    `GS*HC*GATEWAY*SIMULATOR*20260701*0930*${control}*X*005010X222A1`,
    ...sets.flatMap((claims, index) => setSegments(claims, { control, ordinal: index + 1, changes })),
    `GE*${sets.length}*${control}`,
    `IEA*1*${number}`,
  ];
  // A sender writes what is in X12's basic character set: letters without their accents.
  return segments.map((segment) => `${segment.normalize('NFD').replaceAll(/\p{M}/gu, '')}~\n`).join('');
}

function setSegments(
  claims: readonly NumberedClaim[],
  {
    control,
    ordinal,
    changes,
  }: { control: number; ordinal: number; changes: InterchangeOfTest['changes'] & {} },
): string[] {
  const setNumber = String(ordinal).padStart(4, '0');
  let level = 0;
  const body = [
    `ST*837*${setNumber}*005010X222A1`,
    `BHT*0019*00*BATCH${control}X${ordinal}*20260701*0930*CH`,
    'NM1*41*2*INVENTED BILLING SERVICE*****46*BILLING1',
    'PER*IC*CLAIMS DESK*TE*5550100100',
    'NM1*40*2*INVENTED CLEARINGHOUSE*****46*CLEARING1',
    ...claims.flatMap((claim) => {
      const first = level + 1;
      level += claim.claim.patient === undefined ? 2 : 3;
      return claimSegments(claim, first);
    }),
  ]
    .map((segment) => changes.find(([beginning]) => segment.startsWith(beginning))?.[1] ?? segment)
    .filter((segment) => segment !== '');
  return [...body, `SE*${body.length + 1}*${setNumber}`];
}

function claimSegments({ number, claim }: NumberedClaim, level: number): string[] {
  const { billingProvider: provider, subscriber, patient, payer } = claim;
  const memberName = `NM1*IL*1*${subscriber.name.last}*${subscriber.name.first ?? ''}****MI*${subscriber.memberId}`;
  return [
    `HL*${level}**20*1`,
    `NM1*85*${nameElements(provider.name)}*XX*${provider.npi}`,
    ...addressSegments(provider.address),
    `REF*${provider.taxId.kind === 'ein' ? 'EI' : 'SY'}*${provider.taxId.value}`,
    `HL*${level + 1}*${level}*22*${patient === undefined ? '0' : '1'}`,
    `SBR*${claim.payerRank}*${patient === undefined ? '18' : ''}*${subscriber.groupNumber ?? ''}******${payer.filingIndicator}`,
    memberName,
    ...(patient === undefined ? personSegments(subscriber) : []),
    `NM1*PR*2*${payer.name}*****PI*${payer.identifier}`,
    ...(patient === undefined
      ? []
      : [
          `HL*${level + 2}*${level + 1}*23*0`,
          `PAT*${patient.relationship}`,
          `NM1*QC*1*${patient.name.last}*${patient.name.first ?? ''}`,
          ...personSegments(patient),
        ]),
    `CLM*${number}*${amount(claim.chargeCents)}***${claim.placeOfService}:B:${claim.frequency}*Y*A*Y*Y`,
    ...(claim.payerClaimControlNumber === undefined ? [] : [`REF*F8*${claim.payerClaimControlNumber}`]),
    `HI*${claim.diagnoses.map((code, index) => `${index === 0 ? 'ABK' : 'ABF'}:${code}`).join('*')}`,
    ...claim.otherCoverages.flatMap(coverageSegments),
    ...claim.lines.flatMap((line) => lineSegments(line, number)),
  ];
}

function coverageSegments(coverage: OtherCoverage): string[] {
  const { subscriber, payer, paidCents, adjustments } = coverage;
  return [
    `SBR*${coverage.rank}*${coverage.relationship}*******${payer.filingIndicator}`,
    ...adjustments.map((one) => `CAS*${one.groupCode}*${one.reasonCode}*${amount(one.amountCents)}`),
    ...(paidCents === undefined ? [] : [`AMT*D*${amount(paidCents)}`]),
    'OI***Y***Y',
    `NM1*IL*1*${subscriber.name.last}*${subscriber.name.first ?? ''}****MI*${subscriber.memberId}`,
    `NM1*PR*2*${payer.name}*****PI*${payer.identifier}`,
    ...(coverage.adjudicationDate === undefined ? [] : [`DTP*573*D8*${compact(coverage.adjudicationDate)}`]),
  ];
}

function lineSegments(line: ServiceLine, number: string): string[] {
  const { qualifier, code, modifiers } = line.procedure;
  const procedure = [qualifier, code, ...modifiers].join(':');
  return [
    `LX*${line.number}`,
    `SV1*${procedure}*${amount(line.chargeCents)}*${line.unitKind}*${line.units}***${line.diagnosisPointers.join(':')}`,
    `DTP*472*D8*${compact(line.serviceDate)}`,
    `REF*6R*${number}L${line.number}`,
  ];
}

function personSegments(person: { address: Address; birthDate: string; gender: string }): string[] {
  return [...addressSegments(person.address), `DMG*D8*${compact(person.birthDate)}*${person.gender}`];
}

function addressSegments({ line1, city, state, postalCode }: Address): string[] {
  return [`N3*${line1}`, `N4*${city}*${state}*${postalCode}`];
}

function nameElements(name: PartyName): string {
  return name.kind === 'organization' ? `2*${name.name}****` : `1*${name.last}*${name.first ?? ''}***`;
}

function amount(cents: Cents): string {
  return String(cents / 100);
}

function compact(date: string): string {
  return date.replaceAll('-', '');
}
