import type { CheckedInterchange, CheckedSet, CheckReport } from '../edi/check/check-report.ts';
import { hasError } from '../edi/check/check-report.ts';
import { InterchangeChecker } from '../edi/check/interchange-checker.ts';
import { problemAt } from '../edi/problem-catalog.ts';
import { type AnswerTimes, AnswerWriter, type WrittenFile } from './answer-writer.ts';
import { decideSubmission } from './decide-submission.ts';
import type { Counters, Disposition, JournaledSet } from './journal.ts';
import { decodeLatin1 } from './latin-1.ts';
import { Numbering } from './numbering.ts';
import type { DecidedClaim } from './payer/build-remittance.ts';
import type { RuleTable } from './payer/rule.ts';
import { readClaimSets, type TakenSet } from './read-claim-sets.ts';

export interface AnswerOptions extends AnswerTimes {
  readonly seed: string;
  readonly rules?: RuleTable;
  /** What was taken before. */
  readonly journal: {
    readonly counters: Counters;
    hasAccepted(interchange: string): boolean;
    hasClaim(patientControlNumber: string): boolean;
  };
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
}

/** No clearinghouse takes as many in one file; each would be answered by a file of its own. */
const INTERCHANGES_MAX = 1000;

/**
 * Everything that a file causes, computed before anything is done: same bytes, same memory, same seed and same clock
 * give the same answer (`docs/simulator.md` has the table).
 */
export function answerFile(bytes: Uint8Array, options: AnswerOptions): Answer {
  const report = check(bytes);
  const writer = new AnswerWriter(new Numbering(options.journal.counters), options);
  const taken = readClaimSets(bytes, report);
  const gathered: GatheredFacts = {
    interchanges: new Set(),
    sets: [],
    patientControlNumbers: new Set(),
    duplicateClaims: [],
    rejectedClaims: [],
  };
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
    answerClaims(sets, { options, writer, gathered });
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

/** A 277CA or more for each set, then an 835 for each payer of the interchange. */
function answerClaims(
  sets: readonly TakenSet[],
  { options, writer, gathered }: { options: AnswerOptions; writer: AnswerWriter; gathered: GatheredFacts },
): void {
  const decided: DecidedClaim[] = [];
  for (const set of sets) {
    const decision = decideSubmission(set.claims, {
      ...options,
      hasClaim: (number) => options.journal.hasClaim(number) || gathered.patientControlNumbers.has(number),
    });
    for (const claim of decision.claims) {
      const number = claim.patientControlNumber;
      if (!('isDuplicate' in claim)) {
        gathered.patientControlNumbers.add(number);
        decided.push(claim);
      } else if (claim.isDuplicate) {
        gathered.duplicateClaims.push(number);
      } else {
        gathered.patientControlNumbers.add(number);
        gathered.rejectedClaims.push(number);
      }
    }
    writer.acknowledgeClaims(set, decision);
  }
  const [first] = sets;
  if (first !== undefined) writer.remit(first, decided);
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
