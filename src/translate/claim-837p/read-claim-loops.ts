import type { Accident, ClaimNote, ProfessionalClaim } from '../../domain/claim/claim.ts';
import type { Building } from './building.ts';
import { type ClaimFault, ClaimValues } from './claim-values.ts';
import { componentsOf, findParty, findSegment, type KeptLoop, type KeptSegment } from './kept-loop.ts';
import { member } from './member.ts';
import { readCoverage } from './read-coverage.ts';
import { readLine, readLineControlNumber } from './read-line.ts';
import {
  readNamedProvider,
  readPatient,
  readPayer,
  readServiceFacility,
  readSubscriber,
} from './read-party.ts';
import type { SharedParties } from './shared-parties.ts';
import type { TransmittedClaim } from './transmitted-claim.ts';

/** SBR01. */
const RANKS = ['P', 'S', 'T'] as const;

/** The loops of one claim, with those around it. An absent level is empty. */
export interface ClaimLoops {
  /** 1000A and 1000B. */
  readonly header: KeptLoop;
  /** 2000A. */
  readonly billing: KeptLoop;
  /** 2000B. */
  readonly subscriber: KeptLoop;
  /** 2000C; absent when the patient is the subscriber. */
  readonly patient: KeptLoop | undefined;
  /** 2300. */
  readonly claim: KeptLoop;
  /** 2320. */
  readonly coverages: KeptLoop[];
  /** 2400. */
  readonly lines: KeptLoop[];
}

/** Reads one claim out of its loops; with a fault the claim is not what was sent. */
export function readClaimLoops(
  loops: ClaimLoops,
  shared: SharedParties,
): TransmittedClaim & { readonly faults: readonly ClaimFault[] } {
  const values = new ClaimValues();
  const clm = values.segment(loops.claim, 'CLM');
  const patientControlNumber = values.text(clm, 1);
  const information = readClaimInformation(clm, values);
  const parties = readParties(loops, shared, values);
  const details = readClaimDetails(loops.claim, clm, values);
  const otherCoverages = loops.coverages.map((coverage) => readCoverage(coverage, values));
  const diagnoses = readDiagnoses(loops.claim, values);
  const lines = loops.lines.map((line) => readLine(line, values));
  const claim: ProfessionalClaim = {
    accountNumber: patientControlNumber,
    ...information,
    ...parties,
    ...details,
    otherCoverages,
    diagnoses,
    lines,
  };
  values.present(loops.lines[0], loops.claim, 'LX');
  const lineControlNumbers = loops.lines.map(readLineControlNumber);
  return { patientControlNumber, lineControlNumbers, claim, faults: values.faults };
}

type Information = Pick<
  ProfessionalClaim,
  | 'frequency'
  | 'placeOfService'
  | 'chargeCents'
  | 'isProviderSignatureOnFile'
  | 'assignment'
  | 'benefitsAssignment'
  | 'releaseOfInformation'
>;

function readClaimInformation(clm: KeptSegment | undefined, values: ClaimValues): Information {
  const [placeOfService = '', , frequency] = clm === undefined ? [] : componentsOf(clm, 5);
  if (clm !== undefined && placeOfService === '') values.fault(clm, 5);
  return {
    frequency: values.codeOf(clm, 5, frequency, ['1', '7', '8']),
    placeOfService,
    chargeCents: values.cents(clm, 2),
    isProviderSignatureOnFile: values.code(clm, 6, ['Y', 'N']) === 'Y',
    assignment: values.code(clm, 7, ['A', 'B', 'C']),
    benefitsAssignment: values.code(clm, 8, ['Y', 'N', 'W']),
    releaseOfInformation: values.code(clm, 9, ['Y', 'I']),
  };
}

type Parties = Pick<
  ProfessionalClaim,
  | 'submitter'
  | 'billingProvider'
  | 'payToAddress'
  | 'renderingProvider'
  | 'referringProvider'
  | 'serviceFacility'
  | 'payerRank'
  | 'payer'
  | 'subscriber'
  | 'patient'
>;

function readParties(loops: ClaimLoops, shared: SharedParties, values: ClaimValues): Parties {
  const { header, billing, subscriber, patient, claim } = loops;
  const sbr = values.segment(subscriber, 'SBR');
  const isPatient = patient === undefined;
  const { submitter, billingProvider, payToAddress } = shared.read(header, billing, values);
  const [referring, rendering, facility] = [
    findParty(claim, 'DN'),
    findParty(claim, '82'),
    findParty(claim, '77'),
  ];
  const parties: Building<Parties> = {
    billingProvider,
    payerRank: values.code(sbr, 1, RANKS),
    payer: readPayer(values.party(subscriber, 'PR'), sbr, values),
    subscriber: readSubscriber(values.party(subscriber, 'IL'), { sbr, isPatient }, values),
  };
  if (submitter !== undefined) parties.submitter = submitter;
  if (payToAddress !== undefined) parties.payToAddress = payToAddress;
  if (referring !== undefined) parties.referringProvider = readNamedProvider(referring, values);
  if (rendering !== undefined) parties.renderingProvider = readNamedProvider(rendering, values);
  if (facility !== undefined) parties.serviceFacility = readServiceFacility(facility, values);
  if (patient !== undefined) parties.patient = readPatient(patient, values);
  return parties;
}

type Details = Pick<
  ProfessionalClaim,
  | 'payerClaimControlNumber'
  | 'patientPaidCents'
  | 'onsetDate'
  | 'accident'
  | 'priorAuthorizationNumber'
  | 'referralNumber'
  | 'note'
>;

function readClaimDetails(loop: KeptLoop, clm: KeptSegment | undefined, values: ClaimValues): Details {
  const reference = (qualifier: string): string | undefined =>
    values.optionalText(findSegment(loop, 'REF', qualifier), 2);
  const onset = findSegment(loop, 'DTP', '431');
  const patientPaid = findSegment(loop, 'AMT', 'F5');
  const note = findSegment(loop, 'NTE');
  const details: Building<Details> = {};
  const payerClaimControlNumber = reference('F8');
  if (payerClaimControlNumber !== undefined) details.payerClaimControlNumber = payerClaimControlNumber;
  if (patientPaid !== undefined) details.patientPaidCents = values.cents(patientPaid, 2);
  if (onset !== undefined) details.onsetDate = values.date(onset, 3);
  const accident = clm && readAccident(loop, clm, values);
  if (accident !== undefined) details.accident = accident;
  const priorAuthorizationNumber = reference('G1');
  if (priorAuthorizationNumber !== undefined) details.priorAuthorizationNumber = priorAuthorizationNumber;
  const referralNumber = reference('9F');
  if (referralNumber !== undefined) details.referralNumber = referralNumber;
  if (note !== undefined) details.note = readNote(note, values);
  return details;
}

function readAccident(loop: KeptLoop, clm: KeptSegment, values: ClaimValues): Accident | undefined {
  const [cause, , , state] = componentsOf(clm, 11);
  if (cause === undefined || cause === '') return undefined;
  return {
    cause: values.codeOf(clm, 11, cause, ['AA', 'EM', 'OA']),
    ...member('state', state === '' ? undefined : state),
    date: values.date(values.segment(loop, 'DTP', '439'), 3),
  };
}

function readNote(note: KeptSegment, values: ClaimValues): ClaimNote {
  return {
    kind: values.code(note, 1, ['ADD', 'CER', 'DCP', 'DGN', 'TPO']),
    text: values.text(note, 2),
  };
}

/** ICD-10-CM only: a claim cannot hold codes of the older list, which are told by BK and BF. */
function readDiagnoses(loop: KeptLoop, values: ClaimValues): string[] {
  // HI carries other kinds of codes too, each kind in a segment of its own.
  const found = loop.segments.find(
    (segment) => segment.identifier === 'HI' && /^A?BK$/.test(componentsOf(segment, 1)[0] ?? ''),
  );
  const hi = values.present(found, loop, 'HI');
  if (hi === undefined) return [];
  return hi.elements.map((_element, index) => {
    const [qualifier, code = ''] = componentsOf(hi, index + 1);
    if (qualifier !== (index === 0 ? 'ABK' : 'ABF') || code === '') values.fault(hi, index + 1);
    return code;
  });
}
