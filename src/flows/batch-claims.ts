import type { Latin1Decoder } from '../edi/syntax/segment-reader.ts';
import type { PartnerProfile } from '../partners/profile.ts';
import type { Archive } from '../ports/archive.ts';
import type { StoredClaim } from '../ports/claim-store.ts';
import type { Clock } from '../ports/clock.ts';
import type { Failpoint } from '../ports/failpoint.ts';
import type { Store, StoreTransaction } from '../ports/store.ts';
import type { WakeUp } from '../ports/wake-up.ts';
import { derivedId, gatewayFact } from './fact-id.ts';
import { localMoment } from './local-moment.ts';
import { attemptOf, type BatchPlan } from './plan-batch.ts';
import { appendFacts } from './posting/append-facts.ts';
import { rematchPayments } from './posting/rematch-payments.ts';
import { refreshClaimStatuses } from './refresh-claim-statuses.ts';
import { withSharedParties } from './shared-parties.ts';
import { type HeldBackClaim, holdBackUnwritable, type WrittenBatch, writeBatch } from './write-batch.ts';

export interface BatchDependencies {
  readonly store: Store;
  readonly archive: Archive;
  readonly clock: Clock;
  readonly wakeUp: WakeUp;
  readonly decode: Latin1Decoder;
  readonly profileOf: (partnerId: string) => PartnerProfile;
  readonly failpoint?: Failpoint;
}

export interface BatchOutcome {
  readonly interchanges: number;
  readonly claims: number;
  /** Claims that cannot be written as X12 and wait for their biller. */
  readonly heldBack: number;
}

/**
 * Turns the ready claims of a partner into interchanges, each in a transaction of its own: control numbers, attempts,
 * facts, the archived bytes and the delivery that follows commit together or not at all. Every interchange is read
 * back and compared before it counts. A claim that cannot be written is held back with a work item; the others go.
 */
export async function batchClaims(
  dependencies: BatchDependencies,
  tenantId: string,
  partnerId: string,
): Promise<BatchOutcome> {
  const profile = dependencies.profileOf(partnerId);
  const outcome = { interchanges: 0, claims: 0, heldBack: 0 };
  for (;;) {
    const step = await dependencies.store.inTransaction(tenantId, (transaction) =>
      batchOnce(dependencies, transaction, { tenantId, profile }),
    );
    if (step === undefined) return outcome;
    await dependencies.failpoint?.('batch.after-commit');
    outcome.interchanges += step.claims > 0 ? 1 : 0;
    outcome.claims += step.claims;
    outcome.heldBack += step.heldBack;
    if (step.claims > 0) dependencies.wakeUp.wake(tenantId);
  }
}

/** One interchange; undefined when no claim is ready. */
async function batchOnce(
  dependencies: BatchDependencies,
  transaction: StoreTransaction,
  to: { readonly tenantId: string; readonly profile: PartnerProfile },
): Promise<{ readonly claims: number; readonly heldBack: number } | undefined> {
  const { profile } = to;
  const ready = await transaction.claims.takeReady(profile.id, profile.limits.claimsPerInterchange);
  if (ready.length === 0) return undefined;
  const { writable, heldBack } = holdBackUnwritable(withSharedParties(ready), profile);
  const written =
    writable.length === 0 ? undefined : await write(dependencies, transaction, { ...to, claims: writable });
  const held = [...heldBack, ...(written?.batch.heldBack ?? [])];
  await recordHeldBack(transaction, held);
  const paid =
    written?.batch.plan === undefined ? [] : await recordInterchange(dependencies, transaction, written);
  await refreshClaimStatuses(transaction, [...ready.map((claim) => claim.id), ...paid]);
  await dependencies.failpoint?.('batch.before-commit');
  return { claims: written?.batch.plan?.claims.length ?? 0, heldBack: held.length };
}

interface WrittenInterchange {
  readonly batch: WrittenBatch;
  readonly tenantId: string;
  readonly profile: PartnerProfile;
}

/** Takes the control numbers, whose rows stay locked until the transaction ends, and writes. */
async function write(
  { clock, decode, failpoint }: BatchDependencies,
  { interchanges, claims: store }: StoreTransaction,
  {
    tenantId,
    profile,
    claims,
  }: {
    readonly tenantId: string;
    readonly profile: PartnerProfile;
    readonly claims: readonly StoredClaim[];
  },
): Promise<WrittenInterchange> {
  const attempts = await store.attemptsByClaims(claims.map((claim) => claim.id));
  const attemptsMade = new Map<string, number>();
  for (const { claimId, number } of attempts) {
    attemptsMade.set(claimId, Math.max(number, attemptsMade.get(claimId) ?? 0));
  }
  const interchange = await interchanges.nextControlNumber(profile.id, 'interchange');
  const group = await interchanges.nextControlNumber(profile.id, 'group');
  await failpoint?.('batch.numbered');
  const batch = writeBatch(claims, {
    profile,
    numbers: {
      interchangeControlNumber: String(interchange).padStart(9, '0'),
      groupControlNumber: String(group),
    },
    moment: localMoment(clock.now(), profile.timeZone),
    attemptsMade,
    decode,
  });
  return { batch, tenantId, profile };
}

/** Gives the claims for which a payment was waiting. */
async function recordInterchange(
  { archive, failpoint }: BatchDependencies,
  transaction: StoreTransaction,
  { batch, tenantId, profile }: WrittenInterchange,
): Promise<readonly string[]> {
  const plan = batch.plan as BatchPlan;
  const { interchangeControlNumber, groupControlNumber, moment } = plan.interchange;
  const archived = await archive.put([batch.bytes]);
  await failpoint?.('batch.archived');
  // The number for people who look into the partner's directory, the rest so that no two gateways collide there.
  const unique = derivedId('interchange', tenantId, profile.id, interchangeControlNumber).slice(0, 12);
  const id = `${interchangeControlNumber}-${unique}`;
  await transaction.interchanges.insert({
    id,
    partnerId: profile.id,
    interchangeControlNumber,
    groupControlNumber,
    archiveSha256: archived.sha256,
    sizeBytes: archived.sizeBytes,
    fileName: fileName(profile, interchangeControlNumber, moment.date),
    claimCount: plan.claims.length,
    chargeCents: batch.chargeCents,
  });
  await transaction.claims.insertAttempts(plan.claims.map((claim) => attemptOf(claim, id)));
  await transaction.facts.append(
    plan.claims.map(({ stored, attempt, patientControlNumber, setControlNumber }) =>
      gatewayFact(
        stored.id,
        { kind: 'claim.batched', attempt, patientControlNumber, interchangeId: id, setControlNumber },
        String(attempt),
      ),
    ),
  );
  await transaction.deliveries.insert(id, profile.id);
  await transaction.jobs.enqueue([{ kind: 'deliver-interchange', subject: id, partnerId: profile.id }]);
  return await appendFacts(
    transaction,
    await rematchPayments(transaction, {
      patientControlNumbers: plan.claims.map(({ patientControlNumber }) => patientControlNumber),
      payerClaimControlNumbers: [],
    }),
  );
}

async function recordHeldBack(transaction: StoreTransaction, held: readonly HeldBackClaim[]): Promise<void> {
  if (held.length === 0) return;
  await transaction.facts.append(
    held.map(({ claimId, code, pointer }) =>
      gatewayFact(claimId, { kind: 'claim.held-back', code, pointer }),
    ),
  );
  await transaction.workItems.open(
    held.map(({ claimId, code, chargeCents }) => ({
      id: `held-back:${claimId}`,
      kind: 'rejection' as const,
      claimId,
      amountCents: chargeCents,
      codes: [code],
    })),
  );
}

function fileName(profile: PartnerProfile, interchangeControlNumber: string, date: string): string {
  return profile.fileName
    .replaceAll('{isa13}', interchangeControlNumber)
    .replaceAll('{date}', date)
    .replaceAll('{usage}', profile.envelope.usage);
}
