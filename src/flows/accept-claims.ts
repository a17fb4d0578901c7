import type { Cents } from '../base/money.ts';
import type { EditCodes } from '../domain/edits/edit-codes.ts';
import { type ReadClaim, readClaims } from '../intake/read-claims.ts';
import type { PartnerProfile } from '../partners/profile.ts';
import type { Archive } from '../ports/archive.ts';
import type { StoredClaim } from '../ports/claim-store.ts';
import type { Clock } from '../ports/clock.ts';
import type { Failpoint } from '../ports/failpoint.ts';
import type { Store, StoreTransaction } from '../ports/store.ts';
import type { WakeUp } from '../ports/wake-up.ts';
import { type AdmittedClaim, admitClaim, type SubmissionError } from './admit-claim.ts';
import { type AcceptanceOutcome, planAcceptance, standingCharge } from './plan-acceptance.ts';

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
const CHUNK_CLAIMS = 500;

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
  let chunk: ReadClaim[] = [];
  for await (const read of readClaims(archive.open(sha256))) {
    chunk.push(read);
    if (chunk.length < CHUNK_CLAIMS) continue;
    yield* await acceptChunk(dependencies, { tenantId, archiveSha256: sha256 }, chunk);
    chunk = [];
  }
  if (chunk.length > 0) yield* await acceptChunk(dependencies, { tenantId, archiveSha256: sha256 }, chunk);
}

async function acceptChunk(
  dependencies: AcceptDependencies,
  submission: { readonly tenantId: string; readonly archiveSha256: string },
  chunk: readonly ReadClaim[],
): Promise<SubmittedClaim[]> {
  const { profiles, editCodes } = dependencies;
  const options = { tenantId: submission.tenantId, profiles, editCodes, now: dependencies.clock.now() };
  const decided = chunk.map((read) => admitClaim(read.claim, options));
  const admitted = decided.flatMap((each) => (each.ok ? [each.value] : []));
  const outcomes = admitted.length === 0 ? [] : await record(dependencies, submission, admitted);
  let position = 0;
  return decided.map((each, index) => {
    const { ordinal, line } = chunk[index] as ReadClaim;
    const place = { ordinal, ...(line === undefined ? {} : { line }) };
    if (!each.ok) return { ...place, outcome: 'refused', ...each.refusal };
    const { warnings, claim } = each.value;
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
    const chargeByAccount = await standingCharges(transaction, admitted);
    const planned = planAcceptance(admitted, { byKey, chargeByAccount }, archiveSha256);
    if (planned.claims.length === 0) return planned;
    await transaction.claims.insert(planned.claims);
    await transaction.facts.append(planned.facts);
    await transaction.ledger.append(planned.entries);
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

/** Only replacements and voids change what stands for an account number; they are few, so each is looked up alone. */
async function standingCharges(
  { claims }: StoreTransaction,
  admitted: readonly AdmittedClaim[],
): Promise<ReadonlyMap<string, Cents>> {
  const accounts = new Set(
    admitted.filter(({ claim }) => claim.frequency !== '1').map(({ claim }) => claim.accountNumber),
  );
  const charges = new Map<string, Cents>();
  for (const account of accounts) {
    const found = await claims.lookUp(account);
    const latest = found
      .filter(({ claim }) => claim.accountNumber === account)
      .toSorted(byAge)
      .at(-1);
    if (latest !== undefined) charges.set(account, standingCharge(latest.claim));
  }
  return charges;
}

function byAge(one: StoredClaim, other: StoredClaim): number {
  return `${one.createdAt}|${one.key}` < `${other.createdAt}|${other.key}` ? -1 : 1;
}
