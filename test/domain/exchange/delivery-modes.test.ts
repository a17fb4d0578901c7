import { describe, expect, test } from 'vitest';
import {
  DELIVERY_PROTOCOLS,
  type DeliveryProtocol,
  type DeliveryStage,
  type DeliveryStep,
  type StepOutcome,
} from '../../../src/domain/exchange/delivery-protocol.ts';

/** A partner whose rename is a link and an unlink, or who lets nothing be renamed and may take a file that grows. */
interface World {
  readonly stage: DeliveryStage;
  readonly epoch: number;
  readonly isLeased: boolean;
  readonly attempts: number;
  readonly commitAttempt: number;
  readonly temporary: Readonly<Record<number, true>>;
  readonly final: 'none' | 'half' | 'whole';
  /** Whole copies that the partner has taken. */
  readonly takenCount: number;
  readonly runs: readonly (Run | undefined)[];
  readonly crashesLeft: number;
  readonly expiriesLeft: number;
  /** Breaks inside an operation at the server, after half of its effect. */
  readonly breaksLeft: number;
}

interface Run {
  readonly step: DeliveryStep | 'write-rest';
  readonly epoch: number;
  readonly attempt: number;
}

const START: World = {
  stage: 'NEW',
  epoch: 0,
  isLeased: false,
  attempts: 0,
  commitAttempt: 0,
  temporary: {},
  final: 'none',
  takenCount: 0,
  runs: [undefined, undefined],
  crashesLeft: 2,
  expiriesLeft: 2,
  breaksLeft: 1,
};

function withRun(world: World, index: number, run: Run | undefined): World {
  return { ...world, runs: world.runs.map((old, i) => (i === index ? run : old)) };
}

/** What may come of one step: more than one world where the server may break in the middle. */
function* stepped(
  { transitions, first }: DeliveryProtocol,
  world: World,
  index: number,
  run: Run,
): Generator<World> {
  const next = (outcome: StepOutcome, after: World, changes: Partial<Run> = {}): World => {
    const step = transitions[run.step as DeliveryStep][outcome];
    if (step === undefined) throw new Error(`no way on from ${run.step} after ${outcome}`);
    return withRun(after, index, { ...run, ...changes, step });
  };
  const ended = (after: World): World => withRun(after, index, undefined);
  const record = (stage: DeliveryStage, from: DeliveryStage, changes: Partial<World> = {}): World =>
    run.epoch === world.epoch && world.stage === from
      ? next('done', { ...world, stage, ...changes }, { attempt: changes.commitAttempt ?? run.attempt })
      : next('lost', world);
  switch (run.step) {
    case 'upload': {
      if (run.epoch !== world.epoch || world.stage !== 'NEW') return yield next('lost', world);
      const attempt = world.attempts + 1;
      const temporary = { ...world.temporary, [attempt]: true as const };
      return yield next('done', { ...world, attempts: attempt, temporary }, { attempt });
    }
    case 'commit-intent': {
      const isFirst = first.NEW === 'commit-intent';
      const attempts = isFirst ? world.attempts + 1 : world.attempts;
      return yield record('COMMITTING', 'NEW', {
        attempts,
        commitAttempt: isFirst ? attempts : run.attempt,
      });
    }
    case 'look':
      return yield next(world.temporary[run.attempt] === undefined ? 'absent' : 'present', world);
    case 'rename': {
      if (world.temporary[run.attempt] === undefined) return yield next('absent', world);
      if (world.final !== 'none') return yield next('taken', world);
      if (world.breaksLeft > 0) {
        yield ended({ ...world, final: 'whole', breaksLeft: world.breaksLeft - 1 });
      }
      const { [run.attempt]: _, ...temporary } = world.temporary;
      return yield next('done', { ...world, temporary, final: 'whole' });
    }
    case 'write-final':
      if (world.final !== 'none') return yield next('taken', world);
      return yield withRun({ ...world, final: 'half' }, index, { ...run, step: 'write-rest' });
    case 'write-rest': {
      const after = { ...run, step: 'write-final' as const };
      if (world.breaksLeft > 0) {
        const broken = { ...world, breaksLeft: world.breaksLeft - 1 };
        yield withRun(broken, index, { ...run, step: transitions['write-final'].unsure ?? 'stop' });
      }
      // Taken in the middle: what is written on goes nowhere, and no size can be verified.
      const outcome = world.final === 'half' ? 'done' : 'unsure';
      const final = world.final === 'half' ? 'whole' : world.final;
      const step = transitions['write-final'][outcome] ?? 'stop';
      return yield withRun({ ...world, final }, index, { ...after, step });
    }
    case 'compare': {
      if (world.final === 'none') return yield next('absent', world);
      if (world.final === 'half') return yield next('other-bytes', world);
      const { [run.attempt]: _, ...temporary } = world.temporary;
      return yield next('same-bytes', { ...world, temporary });
    }
    case 'record-observed':
    case 'record-witness':
      return yield record('DELIVERED', 'COMMITTING', { isLeased: false });
    case 'hold':
      return yield record('HELD', 'COMMITTING', { isLeased: false });
    case 'doubt':
      return yield record('IN_DOUBT', 'COMMITTING', { isLeased: false });
    case 'discard': {
      const { [run.attempt]: _, ...temporary } = world.temporary;
      return yield next('done', { ...world, temporary });
    }
    case 'tidy': {
      const committed = Object.entries(world.temporary).filter(
        ([one]) => Number(one) === world.commitAttempt,
      );
      return yield next('done', { ...world, temporary: Object.fromEntries(committed) });
    }
    case 'stop':
      return yield ended(world);
    default:
      return run.step satisfies never;
  }
}

function* successors(protocol: DeliveryProtocol, world: World): Generator<World> {
  const isOver = ['DELIVERED', 'HELD', 'IN_DOUBT'].includes(world.stage);
  for (const [index, run] of world.runs.entries()) {
    if (run !== undefined) {
      yield* stepped(protocol, world, index, run);
      if (world.crashesLeft > 0) {
        yield withRun({ ...world, crashesLeft: world.crashesLeft - 1 }, index, undefined);
      }
    } else if (!world.isLeased && !isOver) {
      const epoch = world.epoch + 1;
      const step = protocol.first[world.stage];
      yield withRun({ ...world, epoch, isLeased: true }, index, {
        step,
        epoch,
        attempt: world.commitAttempt,
      });
    }
  }
  const isHolderAlive = world.runs.some((run) => run?.epoch === world.epoch);
  if (world.isLeased && !isHolderAlive) yield { ...world, isLeased: false };
  else if (world.isLeased && world.expiriesLeft > 0) {
    yield { ...world, isLeased: false, expiriesLeft: world.expiriesLeft - 1 };
  }
  if (world.final !== 'none') {
    const taken = world.final === 'whole' ? 1 : 0;
    yield { ...world, final: 'none', takenCount: world.takenCount + taken };
  }
}

/** Walks every interleaving; gives the stages in which it ends, and the first thing that must not be. */
function explore(protocol: DeliveryProtocol): {
  worlds: number;
  ends: Set<DeliveryStage>;
  violation?: string;
} {
  const seen = new Set<string>([JSON.stringify(START)]);
  const open: World[] = [START];
  const ends = new Set<DeliveryStage>();
  const violated = (violation: string) => ({ worlds: seen.size, ends, violation });
  for (let world = open.pop(); world !== undefined; world = open.pop()) {
    const copies = world.takenCount + (world.final === 'whole' ? 1 : 0);
    if (copies > 1) return violated('sent twice by itself');
    if (world.stage === 'DELIVERED' && copies === 0) return violated('recorded, not delivered');
    if (world.attempts > 6) return violated('uploads without end');
    const following = [...successors(protocol, world)];
    if (following.length === 0) {
      if (world.stage === 'NEW' || world.stage === 'COMMITTING') return violated('stuck');
      ends.add(world.stage);
    }
    for (const successor of following) {
      const key = JSON.stringify(successor);
      if (seen.has(key)) continue;
      seen.add(key);
      open.push(successor);
    }
  }
  return { worlds: seen.size, ends };
}

describe('the weaker modes, where the server may break in the middle of an operation', () => {
  test.each(['plain-rename', 'ack-gated'] as const)(
    '%s sends nothing twice by itself, records nothing untrue, and ends in doubt at worst',
    (mode) => {
      const { worlds, ends, violation } = explore(DELIVERY_PROTOCOLS[mode]);
      expect(violation).toBeUndefined();
      expect([...ends].toSorted()).toEqual(['DELIVERED', 'IN_DOUBT']);
      // A search that went nowhere would find nothing either.
      expect(worlds).toBeGreaterThan(500);
    },
  );

  test('the protocol for a rename in one step repeats a file over a rename of two steps', () => {
    expect(explore(DELIVERY_PROTOCOLS['posix-rename']).violation).toBe('sent twice by itself');
  });

  test.each<[string, DeliveryProtocol]>([
    [
      'renaming again in plain-rename',
      {
        ...DELIVERY_PROTOCOLS['plain-rename'],
        transitions: {
          ...DELIVERY_PROTOCOLS['plain-rename'].transitions,
          compare: { 'same-bytes': 'record-observed', 'other-bytes': 'hold', absent: 'rename' },
        },
      },
    ],
    [
      'writing again in ack-gated',
      {
        ...DELIVERY_PROTOCOLS['ack-gated'],
        first: { ...DELIVERY_PROTOCOLS['ack-gated'].first, COMMITTING: 'write-final' },
      },
    ],
    [
      'taking silence for success in ack-gated',
      {
        ...DELIVERY_PROTOCOLS['ack-gated'],
        transitions: {
          ...DELIVERY_PROTOCOLS['ack-gated'].transitions,
          'write-final': { done: 'record-observed', taken: 'compare', unsure: 'record-observed' },
        },
      },
    ],
  ])('are broken by %s', (_, protocol) => {
    expect(explore(protocol).violation).toBeDefined();
  });
});
