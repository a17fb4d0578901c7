import { createHash } from 'node:crypto';
import { Failure } from '../base/failure.ts';
import type { DeliveryStep, StepOutcome } from '../domain/exchange/delivery-protocol.ts';
import type { TransportSession } from '../ports/transport.ts';
import type { DeliveryRun } from './delivery-run.ts';
import { isAcknowledged, noteDelivered, settleDelivery } from './settle-delivery.ts';

/** What each step of the protocol does. A step that throws has changed nothing that a later run would not find. */
export const DELIVERY_STEPS: Readonly<
  Record<Exclude<DeliveryStep, 'stop'>, (run: DeliveryRun) => Promise<StepOutcome>>
> = {
  upload,
  'commit-intent': commitIntent,
  look,
  rename,
  compare,
  'write-final': writeFinal,
  'record-observed': (run) => recordDelivered(run, 'observed'),
  'record-witness': (run) => recordDelivered(run, 'witness'),
  hold,
  discard,
  tidy,
  doubt,
};

async function upload(run: DeliveryRun): Promise<StepOutcome> {
  // Connected first, so that a partner that is down costs no attempt and leaves no temporary name behind.
  const session = await run.session();
  const attempt = await run.record(({ deliveries }) =>
    deliveries.beginAttempt(run.interchange.id, run.epoch),
  );
  if (attempt === undefined) return 'lost';
  run.attempt = attempt;
  await storeVerified(run, session, run.temporaryPath(attempt));
  return 'done';
}

async function writeFinal(run: DeliveryRun): Promise<StepOutcome> {
  try {
    await storeVerified(run, await run.session(), run.finalPath);
    return 'done';
  } catch (error) {
    if (isFailure(error, 'transport.target-exists')) return 'taken';
    // Whatever else went wrong, the partner may have seen some of the file, or all of it.
    if (error instanceof Failure) return 'unsure';
    throw error;
  }
}

/** The size is what the transport verifies itself. */
async function storeVerified(run: DeliveryRun, session: TransportSession, path: string): Promise<void> {
  await session.create(path, run.bytes());
  if (!run.isReadBack || (await sha256Of(session.read(path))) === run.interchange.archiveSha256) return;
  throw new Failure({
    code: 'delivery.stored-differs',
    message: 'the partner stored other bytes than were sent',
    isRetryable: true,
  });
}

async function sha256Of(pieces: AsyncIterable<Uint8Array>): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of pieces) hash.update(piece);
  return hash.digest('hex');
}

async function commitIntent(run: DeliveryRun): Promise<StepOutcome> {
  const { id } = run.interchange;
  const mode = await run.mode();
  // Unreadable bytes are found before the intent and not in the partner's directory.
  if (mode === 'ack-gated') await sha256Of(run.bytes());
  const committed = await run.record(async ({ deliveries }) => {
    // Without a temporary object no attempt has begun yet.
    const attempt = mode === 'ack-gated' ? await deliveries.beginAttempt(id, run.epoch) : run.attempt;
    if (attempt === undefined) return undefined;
    return (await deliveries.commitIntent(id, run.epoch, { attempt, mode })) ? attempt : undefined;
  });
  if (committed === undefined) return 'lost';
  run.attempt = committed;
  return 'done';
}

async function look(run: DeliveryRun): Promise<StepOutcome> {
  const session = await run.session();
  const state = await session.stat(run.temporaryPath(run.attempt));
  return state === undefined ? 'absent' : 'present';
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
  let sha256: string;
  try {
    const state = await session.stat(run.finalPath);
    if (state === undefined) return 'absent';
    if (state.sizeBytes !== run.interchange.sizeBytes) return 'other-bytes';
    sha256 = await sha256Of(session.read(run.finalPath));
  } catch (error) {
    if (isFailure(error, 'transport.no-such-file')) return 'absent';
    // A directory that can be written and not read lets nobody tell.
    if (isFailure(error, 'transport.permission-denied')) return 'other-bytes';
    throw error;
  }
  if (sha256 !== run.interchange.archiveSha256) return 'other-bytes';
  if ((await run.mode()) !== 'ack-gated') await session.remove(run.temporaryPath(run.attempt));
  return 'same-bytes';
}

async function recordDelivered(run: DeliveryRun, basis: 'observed' | 'witness'): Promise<StepOutcome> {
  const { id } = run.interchange;
  return await run.record(async (transaction) => {
    if (!(await transaction.deliveries.markDelivered(id, run.epoch, basis))) return 'lost';
    await noteDelivered(transaction, id, { basis, profile: run.profile });
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

async function doubt(run: DeliveryRun): Promise<StepOutcome> {
  const { id } = run.interchange;
  return await run.record(async (transaction) => {
    if (!(await transaction.deliveries.doubt(id, run.epoch))) return 'lost';
    // An answer that came before there was a doubt to end would otherwise end none.
    if (await isAcknowledged(transaction, id)) {
      await settleDelivery(transaction, id, { basis: 'acknowledged', profile: run.profile });
      return 'answered';
    }
    // The attempt makes it another item when a resent file is in doubt again.
    const item = { kind: 'delivery-in-doubt' as const, interchangeId: id, codes: ['delivery.in-doubt'] };
    await transaction.workItems.open([{ id: `delivery-in-doubt:${id}:${run.attempt}`, ...item }]);
    return 'done';
  });
}

function isFailure(error: unknown, code: string): boolean {
  return error instanceof Failure && error.code === code;
}
