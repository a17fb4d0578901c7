import { createHash } from 'node:crypto';
import { Failure } from '../base/failure.ts';
import type { DeliveryStep, StepOutcome } from '../domain/exchange/delivery-protocol.ts';
import type { DeliveryRun } from './delivery-run.ts';
import { refreshClaimStatuses } from './refresh-claim-statuses.ts';

/** What each step of the protocol does. A step that throws has changed nothing that a later run would not find. */
export const DELIVERY_STEPS: Readonly<
  Record<Exclude<DeliveryStep, 'stop'>, (run: DeliveryRun) => Promise<StepOutcome>>
> = {
  upload,
  'commit-intent': commitIntent,
  look,
  rename,
  compare,
  'record-observed': (run) => recordDelivered(run, 'observed'),
  'record-witness': (run) => recordDelivered(run, 'witness'),
  hold,
  discard,
  tidy,
};

async function upload(run: DeliveryRun): Promise<StepOutcome> {
  const bytes = await run.bytes();
  // Connected first, so that a partner that is down costs no attempt and leaves no temporary name behind.
  const session = await run.session();
  const attempt = await run.record(({ deliveries }) =>
    deliveries.beginAttempt(run.interchange.id, run.epoch),
  );
  if (attempt === undefined) return 'lost';
  run.attempt = attempt;
  await session.create(run.temporaryPath(attempt), bytes);
  return 'done';
}

async function commitIntent(run: DeliveryRun): Promise<StepOutcome> {
  const { renameMode } = await run.session();
  const commit = { attempt: run.attempt, renameMode };
  const isMine = await run.record(({ deliveries }) =>
    deliveries.commitIntent(run.interchange.id, run.epoch, commit),
  );
  return isMine ? 'done' : 'lost';
}

async function look(run: DeliveryRun): Promise<StepOutcome> {
  const session = await run.session();
  const sizeBytes = await session.size(run.temporaryPath(run.attempt));
  return sizeBytes === undefined ? 'absent' : 'present';
}

async function rename(run: DeliveryRun): Promise<StepOutcome> {
  const session = await run.session();
  try {
    await session.rename(run.temporaryPath(run.attempt), run.finalPath);
    return 'done';
  } catch (error) {
    if (isFailure(error, 'transport.no-such-file')) return 'absent';
    if (isFailure(error, 'transport.target-exists')) return 'taken';
    throw error;
  }
}

/** A server that died inside a rename may leave both names: the same bytes are ours, and so is the leftover name. */
async function compare(run: DeliveryRun): Promise<StepOutcome> {
  const session = await run.session();
  const hash = createHash('sha256');
  try {
    const sizeBytes = await session.size(run.finalPath);
    if (sizeBytes === undefined) return 'absent';
    if (sizeBytes !== run.interchange.sizeBytes) return 'other-bytes';
    for await (const piece of session.read(run.finalPath)) hash.update(piece);
  } catch (error) {
    if (isFailure(error, 'transport.no-such-file')) return 'absent';
    // A directory that can be written and not read lets nobody tell.
    if (isFailure(error, 'transport.permission-denied')) return 'other-bytes';
    throw error;
  }
  if (hash.digest('hex') !== run.interchange.archiveSha256) return 'other-bytes';
  await session.remove(run.temporaryPath(run.attempt));
  return 'same-bytes';
}

async function recordDelivered(run: DeliveryRun, basis: 'observed' | 'witness'): Promise<StepOutcome> {
  const { id } = run.interchange;
  return await run.record(async (transaction) => {
    if (!(await transaction.deliveries.markDelivered(id, run.epoch, basis))) return 'lost';
    await transaction.facts.append([
      {
        id: `interchange.delivered:${id}`,
        subjectKind: 'interchange',
        subjectId: id,
        body: { kind: 'interchange.delivered', basis },
      },
    ]);
    const attempts = await transaction.claims.attemptsByInterchange(id);
    await refreshClaimStatuses(transaction, [...new Set(attempts.map((attempt) => attempt.claimId))]);
    return 'done';
  });
}

const NAME_TAKEN = 'delivery.name-taken';

async function hold(run: DeliveryRun): Promise<StepOutcome> {
  const { id } = run.interchange;
  return await run.record(async (transaction) => {
    if (!(await transaction.deliveries.hold(id, run.epoch, NAME_TAKEN))) return 'lost';
    await transaction.workItems.open([
      { id: `delivery-held:${id}`, kind: 'delivery-held', interchangeId: id, codes: [NAME_TAKEN] },
    ]);
    return 'done';
  });
}

/** Only this run's own: what the other runs have uploaded may be committed to at any moment. */
async function discard(run: DeliveryRun): Promise<StepOutcome> {
  await run.removeTemporaries([run.attempt]);
  return 'done';
}

/** The delivery is over, so that no attempt is added and none is committed to; the renamed object is gone. */
async function tidy(run: DeliveryRun): Promise<StepOutcome> {
  const delivery = await run.record(({ deliveries }) => deliveries.get(run.interchange.id));
  const attempts = Array.from({ length: delivery?.attempts ?? 0 }, (_, index) => index + 1);
  await run.removeTemporaries(attempts.filter((attempt) => attempt !== delivery?.commitAttempt));
  return 'done';
}

function isFailure(error: unknown, code: string): boolean {
  return error instanceof Failure && error.code === code;
}
