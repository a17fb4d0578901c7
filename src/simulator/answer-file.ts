import type { CheckedInterchange, CheckedSet, CheckReport } from '../edi/check/check-report.ts';
import { hasError } from '../edi/check/check-report.ts';
import { InterchangeChecker } from '../edi/check/interchange-checker.ts';
import { problemAt } from '../edi/problem-catalog.ts';
import {
  type AcknowledgmentTerms,
  type AnswerTimes,
  AnswerWriter,
  type WrittenFile,
} from './answer-writer.ts';
import {
  type DecisionOptions,
  decideByRules,
  decideByScenario,
  decideSubmission,
} from './decide-submission.ts';
import type { Counters, Disposition, JournaledSet } from './journal.ts';
import { decodeLatin1 } from './latin-1.ts';
import { Numbering } from './numbering.ts';
import type { AcceptedClaim } from './payer/build-remittance.ts';
import type { RuleTable } from './payer/rule.ts';
import { readClaimSets, type TakenSet } from './read-claim-sets.ts';
import { ExchangeDays } from './scenario/exchange-days.ts';
import { planRemittances } from './scenario/plan-remittances.ts';
import type { Take } from './scenario/planned-remittance.ts';
import type { Scenario } from './scenario/scenario-schema.ts';
import { wishedReport } from './scenario/wished-report.ts';
import { writeRemittances } from './scenario/write-remittances.ts';

export interface AnswerOptions extends AnswerTimes {
  readonly seed: string;
  readonly rules?: RuleTable;
  /** What was taken before. */
  readonly journal: {
    readonly counters: Counters;
    hasAccepted(interchange: string): boolean;
    hasClaim(patientControlNumber: string): boolean;
  };
  /** Decides in place of the rules. */
  readonly scenario?: ScenarioUnderWay;
}

/** A scenario and what of it has happened. */
export interface ScenarioUnderWay {
  readonly scenario: Scenario;
  /** When the first file came: day 0; absent while none has. */
  readonly firstTaken?: Date;
  /** The claims taken before. */
  readonly takes: readonly Take[];
}

/** What the journal keeps of a file beside its hash and time. */
export interface FileFacts {
  readonly disposition: Disposition;
  readonly interchanges: readonly string[];
  readonly sets: readonly JournaledSet[];
  readonly patientControlNumbers: readonly string[];
  readonly duplicateClaims: readonly string[];
  readonly rejectedClaims: readonly string[];
  readonly counters: Counters;
}

export interface Answer {
  readonly facts: FileFacts;
  readonly files: readonly WrittenFile[];
  /** What a scenario must know when the next file comes. */
  readonly takes: readonly Take[];
}

/** No clearinghouse takes as many in one file; each would be answered by a file of its own. */
const INTERCHANGES_MAX = 1000;

/**
 * Everything that a file causes, computed before anything is done: same bytes, same memory, same seed and same clock
 * give the same answer (`docs/simulator.md` has the table).
 */
export function answerFile(bytes: Uint8Array, options: AnswerOptions): Answer {
  const report = checkedAsWished(bytes, options.scenario);
  const numbering = new Numbering(options.journal.counters);
  const writer = new AnswerWriter(numbering, options, acknowledgmentTerms(options));
  const taken = readClaimSets(bytes, report);
  const answering: Answering = {
    options,
    numbering,
    writer,
    gathered: {
      interchanges: new Set(),
      sets: [],
      patientControlNumbers: new Set(),
      duplicateClaims: [],
      rejectedClaims: [],
    },
    takes: [...(options.scenario?.takes ?? [])],
  };
  const { gathered } = answering;
  const dispositions = new Set<Disposition>();
  for (const received of report.interchanges.length > INTERCHANGES_MAX ? [] : report.interchanges) {
    const key = interchangeKey(received);
    const isDuplicate = options.journal.hasAccepted(key) || gathered.interchanges.has(key);
    const answered = isDuplicate ? withDuplicateProblem(received) : received;
    writer.acknowledge(answered);
    if (hasError(answered.problems)) {
      dispositions.add(isDuplicate ? 'duplicate' : 'rejected');
      continue;
    }
    dispositions.add('accepted');
    gathered.interchanges.add(key);
    for (const journaled of journaledSets(received, taken)) gathered.sets.push(journaled);
    const sets = received.groups.flatMap((group) => group.sets.flatMap((set) => taken.get(set) ?? []));
    if (options.scenario === undefined) answerClaims(sets, answering);
    else answerByScenario(sets, answering, options.scenario);
  }
  const disposition = (['accepted', 'duplicate', 'rejected'] as const).find((each) => dispositions.has(each));
  return {
    facts: {
      disposition: disposition ?? 'unreadable',
      ...gathered,
      interchanges: [...gathered.interchanges],
      patientControlNumbers: [...gathered.patientControlNumbers],
      counters: writer.counters,
    },
    files: writer.files,
    takes: answering.takes,
  };
}

/** `FileFacts` while a file is answered. */
interface GatheredFacts {
  readonly interchanges: Set<string>;
  readonly sets: JournaledSet[];
  readonly patientControlNumbers: Set<string>;
  readonly duplicateClaims: string[];
  readonly rejectedClaims: string[];
}

/** A file that is being answered. */
interface Answering {
  readonly options: AnswerOptions;
  readonly numbering: Numbering;
  readonly writer: AnswerWriter;
  readonly gathered: GatheredFacts;
  readonly takes: Take[];
}

function daysOf({ scenario, now }: AnswerOptions): ExchangeDays {
  return new ExchangeDays(scenario?.firstTaken ?? now);
}

function acknowledgmentTerms(options: AnswerOptions): AcknowledgmentTerms | undefined {
  if (options.scenario === undefined) return undefined;
  return { wishes: options.scenario.scenario.acknowledgments, days: daysOf(options) };
}

function checkedAsWished(bytes: Uint8Array, under: ScenarioUnderWay | undefined): CheckReport {
  const report = check(bytes);
  return under === undefined ? report : wishedReport(report, under.scenario.acknowledgments);
}

/** A 277CA or more for each set, then an 835 for each payer of the interchange. */
function answerClaims(sets: readonly TakenSet[], answering: Answering): void {
  const { options, writer } = answering;
  const decided = takeClaims(sets, answering, (received) => decideByRules(received, options));
  const [first] = sets;
  if (first !== undefined) writer.remit(first, decided);
}

/** 277CAs as the scenario asks for them, then every remittance of which all claims have come. */
function answerByScenario(
  sets: readonly TakenSet[],
  answering: Answering,
  { scenario }: ScenarioUnderWay,
): void {
  const { options, numbering, writer, takes } = answering;
  const claims = takeClaims(sets, answering, (received) => decideByScenario(received, scenario));
  const [first] = sets;
  if (first === undefined || claims.length === 0) return;
  const days = daysOf(options);
  const arrival = takes.length + 1;
  takes.push({ arrival, day: days.dayOf(options.now), answered: first, claims });
  const planned = planRemittances(scenario, takes).filter(({ completedBy }) => completedBy === arrival);
  writer.files.push(...writeRemittances(planned, { days, numbering, hasEft: scenario.eft }));
}

/** Decides and acknowledges the claims of an interchange, and gives those that are adjudicated. */
function takeClaims<Accepted extends AcceptedClaim>(
  sets: readonly TakenSet[],
  { options, writer, gathered }: Answering,
  decide: DecisionOptions<Accepted>['decide'],
): Accepted[] {
  const accepted: Accepted[] = [];
  for (const set of sets) {
    const decision = decideSubmission(set.claims, {
      decide,
      hasClaim: (number) => options.journal.hasClaim(number) || gathered.patientControlNumbers.has(number),
    });
    for (const claim of decision.claims) {
      const number = claim.patientControlNumber;
      if (!('isDuplicate' in claim)) {
        gathered.patientControlNumbers.add(number);
        accepted.push(claim);
      } else if (claim.isDuplicate) {
        gathered.duplicateClaims.push(number);
      } else {
        gathered.patientControlNumbers.add(number);
        gathered.rejectedClaims.push(number);
      }
    }
    writer.acknowledgeClaims(set, decision);
  }
  return accepted;
}

function check(bytes: Uint8Array): CheckReport {
  const checker = new InterchangeChecker(decodeLatin1);
  checker.feed(bytes);
  return checker.finish();
}

function interchangeKey({ header }: CheckedInterchange): string {
  return [header.senderQualifier, header.senderId, header.receiverId, header.controlNumber].join(' ');
}

/** The repeat is the fault that the TA1 names, whatever else is wrong. */
function withDuplicateProblem(received: CheckedInterchange): CheckedInterchange {
  const location = { interchangeControlNumber: received.controlNumber, byteStart: 0, byteStop: 0 };
  return { ...received, problems: [problemAt('interchange.duplicate-control-number', location)] };
}

function journaledSets(
  received: CheckedInterchange,
  taken: ReadonlyMap<CheckedSet, TakenSet>,
): JournaledSet[] {
  return received.groups.flatMap((group) =>
    group.sets.map((set) => ({
      controlNumbers: [received.controlNumber, group.controlNumber, set.controlNumber] as const,
      // A fault of the group rejects all of its sets (AK9).
      verdict: hasError(group.problems) ? 'rejected' : set.verdict,
      claimCount: taken.get(set)?.claims.length ?? 0,
    })),
  );
}
