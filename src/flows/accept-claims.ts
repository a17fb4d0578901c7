import type { BusinessDate, Instant } from '../base/time.ts';
import type { ProfessionalClaim } from '../domain/claim/claim.ts';
import type { EditCodes } from '../domain/edits/edit-codes.ts';
import { readClaims } from '../intake/read-claims.ts';
import type { PartnerProfile } from '../partners/profile.ts';
import type { Archive } from '../ports/archive.ts';
import type { NewClaim, StoredClaim } from '../ports/claim-store.ts';
import type { Clock } from '../ports/clock.ts';
import type { Failpoint } from '../ports/failpoint.ts';
import type { Store, StoreTransaction } from '../ports/store.ts';
import type { WakeUp } from '../ports/wake-up.ts';
import { type AdmittedClaim, admitClaim, type SubmissionError } from './admit-claim.ts';
import { localMoment } from './local-moment.ts';
import { type AcceptanceOutcome, planAcceptance } from './plan-acceptance.ts';
import { appendFacts } from './posting/append-facts.ts';
import { rematchPayments } from './posting/rematch-payments.ts';
import { refreshClaimStatuses } from './refresh-claim-statuses.ts';

export interface AcceptDependencies {
  readonly store: Store;
  readonly archive: Archive;
  readonly clock: Clock;
  readonly wakeUp: WakeUp;
  readonly profiles: readonly PartnerProfile[];
  readonly editCodes: EditCodes;
  readonly failpoint?: Failpoint;
}

/** One claim of a submission, in its order, and what became of it. */
export type SubmittedClaim = SubmissionPlace &
  (
    | {
        readonly outcome: 'accepted' | 'already-accepted';
        readonly claimId: string;
        readonly accountNumber: string;
        /** Edits that do not keep the claim from being sent. */
        readonly warnings: readonly SubmissionError[];
      }
    | {
        readonly outcome: 'refused';
        /** Absent where no claim could be read. */
        readonly accountNumber?: string;
        readonly errors: readonly SubmissionError[];
      }
  );

export interface SubmissionPlace {
  /** Counts the claims of the submission from 1. */
  readonly ordinal: number;
  /** The line it stands in, for NDJSON. */
  readonly line?: number;
}

/** Claims of one transaction: short enough for no other to wait, long enough to spread its cost. */
const CHUNK_CLAIMS = 1000;

/**
 * Takes claims in (JSON object, JSON array or NDJSON). The bytes are archived first. A bad claim is refused with its
 * errors while the others go on; each chunk is committed before its answers are given, so that what was answered
 * `accepted` will be sent, once. Sending the same again is safe: a claim's key is its account number (with frequency
 * and original number for a replacement or void), and never expires.
 */
export async function* acceptClaims(
  dependencies: AcceptDependencies,
  tenantId: string,
  bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): AsyncGenerator<SubmittedClaim> {
  const { archive } = dependencies;
  const { sha256 } = await archive.put(bytes);
  await dependencies.failpoint?.('accept.archived');
  const submission = { tenantId, archiveSha256: sha256 };
  // While the database takes one chunk in, the next is read and edited.
  let underWay: Promise<readonly SubmittedClaim[]> | undefined;
  try {
    for await (const chunk of decidedChunks(dependencies, tenantId, archive.open(sha256))) {
      const before = underWay;
      underWay = undefined;
      if (before !== undefined) yield* await before;
      underWay = settleChunk(dependencies, submission, chunk);
      // Should reading fail first, then that is what is told.
      underWay.catch(() => undefined);
    }
    if (underWay !== undefined) yield* await underWay;
  } finally {
    // Who stops listening finds nothing still at work.
    await underWay?.catch(() => undefined);
  }
}

/** A claim of the submission, and whether it may be sent. */
interface DecidedClaim {
  readonly place: SubmissionPlace;
  readonly decision: ReturnType<typeof admitClaim>;
}

/** Reads and decides claim by claim, so that nothing else waits long. */
async function* decidedChunks(
  { profiles, editCodes, clock }: AcceptDependencies,
  tenantId: string,
  bytes: AsyncIterable<Uint8Array>,
): AsyncGenerator<readonly DecidedClaim[]> {
  const admission = { tenantId, profiles, editCodes };
  let options = { ...admission, dayIn: daysAt(clock.now()) };
  let chunk: DecidedClaim[] = [];
  for await (const { ordinal, line, claim } of readClaims(bytes)) {
    const place = { ordinal, ...(line === undefined ? {} : { line }) };
    chunk.push({ place, decision: admitClaim(claim, options) });
    if (chunk.length < CHUNK_CLAIMS) continue;
    yield chunk;
    chunk = [];
    options = { ...admission, dayIn: daysAt(clock.now()) };
  }
  if (chunk.length > 0) yield chunk;
}

/** The day at an instant in a time zone, looked up once for all claims that go there. */
function daysAt(now: Instant): (timeZone: string) => BusinessDate {
  const days = new Map<string, BusinessDate>();
  return (timeZone) => {
    const day = days.get(timeZone) ?? localMoment(now, timeZone).day;
    days.set(timeZone, day);
    return day;
  };
}

async function settleChunk(
  dependencies: AcceptDependencies,
  submission: { readonly tenantId: string; readonly archiveSha256: string },
  chunk: readonly DecidedClaim[],
): Promise<readonly SubmittedClaim[]> {
  const admitted = chunk.flatMap(({ decision }) => (decision.ok ? [decision.value] : []));
  const outcomes = admitted.length === 0 ? [] : await record(dependencies, submission, admitted);
  let position = 0;
  return chunk.map(({ place, decision }) => {
    if (!decision.ok) return { ...place, outcome: 'refused', ...decision.refusal };
    const { warnings, claim } = decision.value;
    const outcome = outcomes[position++] as AcceptanceOutcome;
    const { accountNumber } = claim;
    return outcome.outcome === 'refused'
      ? { ...place, ...outcome, accountNumber }
      : { ...place, ...outcome, accountNumber, warnings };
  });
}

async function record(
  { store, wakeUp, failpoint }: AcceptDependencies,
  { tenantId, archiveSha256 }: { readonly tenantId: string; readonly archiveSha256: string },
  admitted: readonly AdmittedClaim[],
): Promise<readonly AcceptanceOutcome[]> {
  const plan = await store.inTransaction(tenantId, async (transaction) => {
    const existing = await transaction.claims.findByKeys([...new Set(admitted.map((each) => each.key))]);
    const byKey = new Map(existing.map((claim) => [claim.key, claim]));
    const standingByAccount = await standingClaims(transaction, admitted);
    const planned = planAcceptance(admitted, { byKey, standingByAccount }, archiveSha256);
    if (planned.claims.length === 0) return planned;
    // Facts first: there is no claim to lock for them yet.
    await transaction.facts.append(planned.facts);
    await transaction.claims.insert(planned.claims);
    await transaction.ledger.append(planned.entries, { kind: 'charges' });
    await rematchReplaced(transaction, planned.claims);
    const partnerIds = new Set(planned.claims.map((claim) => claim.partnerId));
    await transaction.jobs.enqueue(
      [...partnerIds].map((subject) => ({ kind: 'batch-claims' as const, subject })),
    );
    await failpoint?.('accept.before-commit');
    return planned;
  });
  await failpoint?.('accept.after-commit');
  if (plan.claims.length > 0) wakeUp.wake(tenantId);
  return plan.outcomes;
}

/** A payment may know a claim that replaces another by the payer's number of that one, and have come before it. */
async function rematchReplaced(transaction: StoreTransaction, claims: readonly NewClaim[]): Promise<void> {
  const payerClaimControlNumbers = claims.flatMap(({ claim }) => claim.payerClaimControlNumber ?? []);
  const facts = await rematchPayments(transaction, { patientControlNumbers: [], payerClaimControlNumbers });
  if (facts.length > 0) await refreshClaimStatuses(transaction, await appendFacts(transaction, facts));
}

/** Only replacements and voids change what stands for an account number; they are few, so each is looked up alone. */
async function standingClaims(
  { claims }: StoreTransaction,
  admitted: readonly AdmittedClaim[],
): Promise<ReadonlyMap<string, ProfessionalClaim>> {
  const accounts = new Set(
    admitted.filter(({ claim }) => claim.frequency !== '1').map(({ claim }) => claim.accountNumber),
  );
  const standing = new Map<string, ProfessionalClaim>();
  for (const account of accounts) {
    const found = await claims.lookUp(account);
    const latest = found
      .filter(({ claim }) => claim.accountNumber === account)
      .toSorted(byAge)
      .at(-1);
    if (latest !== undefined) standing.set(account, latest.claim);
  }
  return standing;
}

function byAge(one: StoredClaim, other: StoredClaim): number {
  return `${one.createdAt}|${one.key}` < `${other.createdAt}|${other.key}` ? -1 : 1;
}
