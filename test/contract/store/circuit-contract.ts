import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import type { NewJob, TakenJob } from '../../../src/ports/jobs.ts';
import type { PartnerCircuit } from '../../../src/ports/workers.ts';
import type { ContractCase } from './contract-store.ts';

const POLICY = { failuresMax: 2, pauseSecondsFirst: 60, pauseSecondsMax: 100 };
const SHORT = { ...POLICY, pauseSecondsFirst: 0.2 };
const CODE = 'transport.unreachable';

export function circuitContract({ run }: ContractCase): void {
  const enqueue = (...wanted: readonly NewJob[]): Promise<void> => run(({ jobs }) => jobs.enqueue(wanted));
  const take = (): Promise<readonly TakenJob[]> =>
    run(({ jobs }) => jobs.takeDue({ owner: 'w1', jobsPerPartner: 9, limit: 9, leaseSeconds: 60 }));
  const secondsUntilDue = () => run(({ jobs }) => jobs.secondsUntilDue({ owner: 'w1', jobsPerPartner: 9 }));
  const fail = (policy = POLICY, partnerId = 'p') =>
    run(({ circuits }) => circuits.fail(partnerId, CODE, policy));
  const circuit = async (): Promise<PartnerCircuit | undefined> =>
    (await run(({ circuits }) => circuits.list()))[0];
  const deliveries = (partnerId: string): NewJob[] =>
    ['1', '2', '3'].map((number) => ({
      kind: 'deliver-interchange',
      subject: `${partnerId}-${number}`,
      partnerId,
    }));

  describe('circuits of partners', () => {
    test('open after so many failures in a row, and a success between them starts anew', async () => {
      await fail();
      expect(await circuit()).toMatchObject({
        partnerId: 'p',
        state: 'closed',
        failures: 1,
        failureCode: CODE,
      });
      await run(({ circuits }) => circuits.close('p'));
      expect(await circuit()).toBeUndefined();
      await fail();
      await fail();
      expect(await circuit()).toMatchObject({ state: 'open', failures: 2 });
    });

    test('hold back what goes to the partner, and neither its other work nor other partners', async () => {
      await enqueue(...deliveries('p'), { kind: 'receive-file', subject: 'f', partnerId: 'p' });
      await enqueue(...deliveries('q'));
      await fail();
      await fail();
      const taken = await take();
      expect(taken.map(({ subject }) => subject).toSorted()).toEqual(['f', 'q-1', 'q-2', 'q-3']);
      const seconds = await secondsUntilDue();
      expect(seconds).toBeGreaterThan(50);
      expect(seconds).toBeLessThanOrEqual(60);
      expect(await run(({ jobs }) => jobs.counts())).toContainEqual(
        expect.objectContaining({ kind: 'deliver-interchange', state: 'paused', count: 3 }),
      );
    });

    test('let one job find out whether the partner is back, and open for twice as long if it is not', async () => {
      await enqueue(...deliveries('p'));
      await fail(SHORT);
      await fail(SHORT);
      expect(await take()).toEqual([]);
      await wait(250);
      const [both] = [await Promise.all([take(), take()])];
      expect(both.flat()).toHaveLength(1);
      expect(await circuit()).toMatchObject({ state: 'trial' });
      await fail({ ...SHORT, pauseSecondsFirst: 40 });
      expect(await circuit()).toMatchObject({ state: 'open', failures: 3 });
      const seconds = (await secondsUntilDue()) ?? 0;
      expect(seconds).toBeGreaterThan(70);
      expect(seconds).toBeLessThanOrEqual(80);
    });

    test('let everything go on once a trial succeeds', async () => {
      await enqueue(...deliveries('p'));
      await fail(SHORT);
      await fail(SHORT);
      await wait(250);
      expect(await take()).toHaveLength(1);
      expect(await take()).toEqual([]);
      await run(({ circuits }) => circuits.close('p'));
      expect(await take()).toHaveLength(2);
    });

    test('are not opened for longer by what was under way when they opened, nor beyond the longest pause', async () => {
      await fail();
      await fail();
      await fail();
      expect(await circuit()).toMatchObject({ failures: 2 });
      await run(({ circuits }) => circuits.close());
      const steep = { failuresMax: 1, pauseSecondsFirst: 5000, pauseSecondsMax: 100 };
      await enqueue(...deliveries('p'));
      await fail(steep);
      expect(await secondsUntilDue()).toBeLessThanOrEqual(100);
    });

    test('of a partner that has nothing to deliver keep no worker awake', async () => {
      await fail({ ...SHORT, failuresMax: 1 });
      await wait(250);
      expect(await secondsUntilDue()).toBeUndefined();
      await enqueue({ kind: 'receive-file', subject: 'later', partnerId: 'p', delaySeconds: 30 });
      expect(await secondsUntilDue()).toBeGreaterThan(20);
      expect(await take()).toEqual([]);
    });
  });
}
