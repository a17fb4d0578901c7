import { describe, expect, test } from 'vitest';
import {
  DELIVERY_TRANSITIONS,
  type DeliveryStage,
  type DeliveryStep,
  type DeliveryTransitions,
  FIRST_STEP,
  type StepOutcome,
} from '../../../src/domain/exchange/delivery-protocol.ts';

/** A run under way: its lease, its attempt, and what it does next. */
interface Run {
  readonly step: DeliveryStep | 'write-half' | 'write-rest';
  readonly epoch: number;
  readonly attempt: number;
}

interface World {
  readonly stage: DeliveryStage;
  readonly epoch: number;
  readonly isLeased: boolean;
  readonly attempts: number;
  readonly commitAttempt: number;
  /** Temporary objects by attempt. */
  readonly temporary: Readonly<Record<number, 'half' | 'whole'>>;
  readonly final: 'none' | 'half' | 'whole';
  /** What the partner's software has taken, in order. */
  readonly taken: readonly string[];
  readonly runs: readonly (Run | undefined)[];
  readonly crashesLeft: number;
  readonly expiriesLeft: number;
}

interface Protocol {
  readonly transitions: DeliveryTransitions;
  readonly first: Readonly<Record<DeliveryStage, DeliveryStep>>;
}

const START: World = {
  stage: 'NEW',
  epoch: 0,
  isLeased: false,
  attempts: 0,
  commitAttempt: 0,
  temporary: {},
  final: 'none',
  taken: [],
  runs: [undefined, undefined],
  crashesLeft: 2,
  expiriesLeft: 2,
};

function withRun(world: World, index: number, run: Run | undefined): World {
  return { ...world, runs: world.runs.map((old, i) => (i === index ? run : old)) };
}

/** The world after one run took its step: the effect on database and partner, and the step that follows. */
function stepped(protocol: Protocol, world: World, index: number, run: Run): World {
  const next = (outcome: StepOutcome, after: World, changes: Partial<Run> = {}): World => {
    const step = protocol.transitions[run.step as DeliveryStep][outcome];
    if (step === undefined) throw new Error(`no way on from ${run.step} after ${outcome}`);
    return withRun(after, index, { ...run, ...changes, step });
  };
  const ended = (after: World): World => withRun(after, index, undefined);
  const isMine = run.epoch === world.epoch;
  const delivered = (): World =>
    isMine && world.stage === 'COMMITTING'
      ? next('done', { ...world, stage: 'DELIVERED', isLeased: false })
      : ended(world);
  switch (run.step) {
    case 'upload': {
      if (!isMine) return ended(world);
      const attempt = world.attempts + 1;
      return withRun({ ...world, attempts: attempt }, index, { ...run, attempt, step: 'write-half' });
    }
    case 'write-half':
      return withRun({ ...world, temporary: { ...world.temporary, [run.attempt]: 'half' } }, index, {
        ...run,
        step: 'write-rest',
      });
    case 'write-rest':
      return uploaded(protocol, world, index, run);
    case 'commit-intent':
      if (!isMine || world.stage !== 'NEW') return ended(world);
      return next('done', { ...world, stage: 'COMMITTING', commitAttempt: run.attempt });
    case 'look':
      return next(world.temporary[world.commitAttempt] === undefined ? 'absent' : 'present', world, {
        attempt: world.commitAttempt,
      });
    case 'rename': {
      const object = world.temporary[run.attempt];
      if (object === undefined) return next('absent', world);
      if (world.final !== 'none') return next('taken', world);
      const { [run.attempt]: _, ...temporary } = world.temporary;
      return next('done', { ...world, temporary, final: object });
    }
    case 'compare':
      if (world.final === 'none') return next('absent', world);
      return next(world.final === 'whole' ? 'same-bytes' : 'other-bytes', world);
    case 'record-observed':
    case 'record-witness':
      return delivered();
    case 'hold':
      return isMine ? next('done', { ...world, stage: 'HELD', isLeased: false }) : ended(world);
    case 'stop':
      return ended(world);
    default:
      return run.step satisfies never;
  }
}

function uploaded(protocol: Protocol, world: World, index: number, run: Run): World {
  const step = protocol.transitions.upload.done;
  if (step === undefined) throw new Error('no way on from upload');
  const temporary = { ...world.temporary, [run.attempt]: 'whole' as const };
  return withRun({ ...world, temporary }, index, { ...run, step });
}

/** Everything that may happen next: a lease, a step, a crash, a lease that runs out, the partner taking the file. */
function* successors(protocol: Protocol, world: World): Generator<World> {
  for (const [index, run] of world.runs.entries()) {
    if (run === undefined) {
      if (world.isLeased || world.stage === 'DELIVERED' || world.stage === 'HELD') continue;
      const epoch = world.epoch + 1;
      const started: Run = { step: protocol.first[world.stage], epoch, attempt: world.commitAttempt };
      yield withRun({ ...world, epoch, isLeased: true }, index, started);
    } else {
      yield stepped(protocol, world, index, run);
      if (world.crashesLeft > 0) {
        yield withRun({ ...world, crashesLeft: world.crashesLeft - 1 }, index, undefined);
      }
    }
  }
  const isHolderAlive = world.runs.some((run) => run?.epoch === world.epoch);
  // A dead holder's lease always runs out; a live one's only when it is slow, which makes it a zombie.
  if (world.isLeased && !isHolderAlive) yield { ...world, isLeased: false };
  else if (world.isLeased && world.expiriesLeft > 0) {
    yield { ...world, isLeased: false, expiriesLeft: world.expiriesLeft - 1 };
  }
  if (world.final !== 'none') {
    yield { ...world, final: 'none', taken: [...world.taken, world.final] };
  }
}

/** Walks every interleaving and names the first thing that must not be. */
function explore(protocol: Protocol): { worlds: number; violation: string | undefined } {
  const seen = new Set<string>([JSON.stringify(START)]);
  const open: World[] = [START];
  for (let world = open.pop(); world !== undefined; world = open.pop()) {
    const copies = world.taken.length + (world.final === 'none' ? 0 : 1);
    if (copies > 1) return { worlds: seen.size, violation: 'delivered twice' };
    if (world.taken.includes('half')) return { worlds: seen.size, violation: 'a part was taken' };
    if (world.stage === 'DELIVERED' && copies === 0) {
      return { worlds: seen.size, violation: 'recorded, not delivered' };
    }
    // Two crashes and two expired leases cannot cause more; what goes on past them never ends.
    if (world.attempts > 6) return { worlds: seen.size, violation: 'uploads without end' };
    if (world.stage === 'HELD') return { worlds: seen.size, violation: 'held without a reason' };
    const following = [...successors(protocol, world)];
    if (following.length === 0 && world.stage !== 'DELIVERED') {
      return { worlds: seen.size, violation: 'stuck' };
    }
    for (const successor of following) {
      const key = JSON.stringify(successor);
      if (seen.has(key)) continue;
      seen.add(key);
      open.push(successor);
    }
  }
  return { worlds: seen.size, violation: undefined };
}

const PROTOCOL: Protocol = { transitions: DELIVERY_TRANSITIONS, first: FIRST_STEP };

function changed(changes: Partial<DeliveryTransitions>): DeliveryTransitions {
  return { ...DELIVERY_TRANSITIONS, ...changes };
}

describe('the witness protocol', () => {
  test('delivers once over every interleaving of two workers, two crashes and two expired leases', () => {
    const { worlds, violation } = explore(PROTOCOL);
    expect(violation).toBeUndefined();
    // A search that went nowhere would find nothing either.
    expect(worlds).toBeGreaterThan(10_000);
  });

  test.each<[string, Protocol]>([
    [
      'renaming without the intent on record',
      { ...PROTOCOL, transitions: changed({ upload: { done: 'rename' } }) },
    ],
    [
      'uploading again where the temporary object is gone',
      { ...PROTOCOL, transitions: changed({ look: { present: 'rename', absent: 'upload' } }) },
    ],
    ['uploading again in recovery', { ...PROTOCOL, first: { ...FIRST_STEP, COMMITTING: 'upload' } }],
    [
      'recording before the rename',
      { ...PROTOCOL, transitions: changed({ 'commit-intent': { done: 'record-observed' } }) },
    ],
    [
      'taking a temporary object that is there for a delivery',
      {
        ...PROTOCOL,
        transitions: changed({ look: { present: 'record-witness', absent: 'record-witness' } }),
      },
    ],
  ])('is broken by %s', (_, protocol) => {
    expect(explore(protocol).violation).toBeDefined();
  });
});
