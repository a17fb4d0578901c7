import { readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { deliverInterchange } from '../../src/flows/deliver-interchange.ts';
import { deliveryModel, type ModelLabel, type ModelWorld } from '../support/delivery-model.ts';
import { claimInput } from './support/claims.ts';
import { type FlowBench, filesOf, openFlowBench, type TenantBench } from './support/flow-bench.ts';

const { keyOf, protocol, startOf, successors } = await deliveryModel();

/** What is done to the real flow next: a run starts or takes one step, dies, or the partner takes the file. */
const MOVE = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('step' as const), run: fc.nat(1) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('crash' as const), run: fc.nat(1) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('take' as const), run: fc.constant(0) }) },
);

let bench: FlowBench;

beforeAll(async () => {
  bench = await openFlowBench();
});
afterAll(() => bench.stop());

test('the flow does nothing that the model does not know, whoever steps, dies and takes when', {
  timeout: 120_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(MOVE, { minLength: 4, maxLength: 24 }), async (moves) => {
      const delivery = await openDelivery();
      for (const move of moves) {
        if (move.kind === 'take') await delivery.take();
        else if (move.kind === 'crash') await delivery.crash(move.run);
        else await delivery.step(move.run);
      }
      await delivery.settle();
      expect(delivery.copies()).toEqual([delivery.text]);
    }),
    { numRuns: 25 },
  );
});

/** One run of the flow that stops after each step until it is told to go on. */
interface GatedRun {
  /** The step it has ended, or the moment it has the lease; undefined when it ended altogether. */
  next(): Promise<string | undefined>;
}

function gatedRun(tenant: TenantBench, interchangeId: string): GatedRun {
  let arrived: (place: string | undefined) => void = () => undefined;
  let goOn: () => void = () => undefined;
  let isStarted = false;
  function start(): void {
    const ended = deliverInterchange(
      {
        store: bench.store,
        archive: bench.archive,
        transportOf: () => bench.mailbox.transport(),
        profileOf: () => tenant.profile,
        owner: 'gated',
        leaseSeconds: 0,
        async failpoint(name) {
          if (name !== 'delivery.leased' && !name.startsWith('delivery.after-')) return;
          isStarted = true;
          arrived(name === 'delivery.leased' ? 'lease' : name.replace('delivery.after-', ''));
          await new Promise<void>((resolve) => (goOn = resolve));
        },
      },
      tenant.tenantId,
      interchangeId,
    );
    void ended.catch(() => undefined).then(() => arrived(undefined));
  }
  return {
    next: () =>
      new Promise((resolve) => {
        arrived = resolve;
        if (isStarted) goOn();
        else start();
      }),
  };
}

/** A delivery whose every move is made in the model too: where the model has no such move, it fails. */
async function openDelivery() {
  const { root } = bench.mailbox;
  for (const folder of ['in', 'uploading', 'out']) {
    for (const name of readdirSync(path.join(root, folder))) rmSync(path.join(root, folder, name));
  }
  const tenant = bench.tenant();
  await tenant.submit([claimInput('A-1')]);
  await tenant.batch();
  const [interchange] = await tenant.interchanges();
  if (interchange === undefined) throw new Error('an interchange was to be made');
  const { id, fileName } = interchange;
  const text = await tenant.archivedText(interchange.archiveSha256);
  const runs: (GatedRun | undefined)[] = [undefined, undefined];
  const taken: string[] = [];
  let worlds: readonly ModelWorld[] = [startOf({ workers: 2, crashes: 99, expiries: 99 })];

  async function inModel(label: ModelLabel): Promise<void> {
    const row = await bench.store.inTransaction(tenant.tenantId, ({ deliveries }) => deliveries.get(id));
    const objects = filesOf(bench.mailbox, 'uploading');
    const letter = (object: string | undefined) => (object === undefined ? '-' : object === text ? 'w' : 'h');
    const real = {
      stage: row?.state,
      attempts: row?.attempts,
      commitAttempt: row?.commitAttempt ?? 0,
      temporary: Array.from({ length: row?.attempts ?? 0 }, (_, attempt) =>
        letter(objects[`${id}.${attempt + 1}.part`]),
      ).join(''),
      final: letter(filesOf(bench.mailbox, 'in')[fileName]),
      taken: taken.map(letter).join(''),
    };
    worlds = followed(worlds, label).filter(
      (world) => JSON.stringify(real) === JSON.stringify(projected(world)),
    );
    expect(worlds.length, `${JSON.stringify(label)} leads to ${JSON.stringify(real)}`).toBeGreaterThan(0);
  }

  const delivery = {
    text,
    async step(index: number): Promise<void> {
      const run = (runs[index] ??= gatedRun(tenant, id));
      const place = await run.next();
      if (place === undefined) runs[index] = undefined;
      else await inModel({ run: index, event: place });
    },
    async crash(index: number): Promise<void> {
      if (runs[index] === undefined) return;
      runs[index] = undefined;
      await inModel({ run: index, event: 'crash' });
    },
    async take(): Promise<void> {
      const file = path.join(root, 'in', fileName);
      if (filesOf(bench.mailbox, 'in')[fileName] === undefined) return;
      renameSync(file, path.join(root, 'out', `${taken.length}.taken`));
      taken.push(readFileSync(path.join(root, 'out', `${taken.length}.taken`), 'latin1'));
      await inModel({ event: 'take' });
    },
    /** Ends what is under way, and delivers if nothing of it did. */
    async settle(): Promise<void> {
      for (const index of [0, 1]) while (runs[index] !== undefined) await delivery.step(index);
      expect(await tenant.deliver(id)).toBe('delivered');
    },
    copies: () => [...taken, ...Object.values(filesOf(bench.mailbox, 'in'))],
  };
  return delivery;
}

function projected(world: ModelWorld) {
  const { stage, attempts, commitAttempt, final, taken } = world;
  return { stage, attempts, commitAttempt, temporary: world.temporary.padEnd(attempts, '-'), final, taken };
}

/** Moves of the model that the flow makes without stopping: requests inside a step, a run's end, a lease of 0 s. */
const SILENT = new Set(['inside', 'stop', 'expire']);

function followed(worlds: readonly ModelWorld[], label: ModelLabel): ModelWorld[] {
  const seen = new Map(worlds.map((world) => [keyOf(world), world]));
  const open = [...worlds];
  const reached = new Map<string, ModelWorld>();
  for (let world = open.pop(); world !== undefined; world = open.pop()) {
    for (const { label: found, world: next } of successors(protocol, world)) {
      const key = keyOf(next);
      // A run that has nothing left to do but to stop dies without a difference.
      const isMeant = found.event === label.event || (label.event === 'crash' && found.event === 'stop');
      if (isMeant && found.run === label.run) reached.set(key, next);
      if (!SILENT.has(found.event) || seen.has(key)) continue;
      seen.set(key, next);
      open.push(next);
    }
  }
  return [...reached.values()];
}
