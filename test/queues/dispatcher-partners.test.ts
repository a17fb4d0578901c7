import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { Failure } from '../../src/base/failure.ts';
import { dispatchBench } from './support/dispatch-bench.ts';

const bench = dispatchBench();
const { enqueue, counts, start } = bench;

describe('the dispatcher, with several partners', () => {
  test('leaves places for other partners, however much one has to do', async () => {
    const ran: string[] = [];
    let mostAtOnce = 0;
    let atOnce = 0;
    const slow = Array.from({ length: 12 }, (_, index) => `busy-${index}`);
    await enqueue(...slow.map((subject) => ({ kind: 'receive-file' as const, subject, partnerId: 'busy' })));
    await enqueue({ kind: 'receive-file', subject: 'quiet', partnerId: 'quiet' });
    let release: () => void = () => undefined;
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    const dispatcher = start(
      {
        'receive-file': async (_, subject) => {
          ran.push(subject);
          if (subject === 'quiet') return {};
          mostAtOnce = Math.max(mostAtOnce, ++atOnce);
          await released;
          atOnce--;
          return {};
        },
      },
      { concurrency: 4, jobsPerPartner: 3 },
    );
    await expect.poll(() => ran).toContain('quiet');
    expect(ran.filter((subject) => subject !== 'quiet')).toHaveLength(3);
    release();
    await dispatcher.idle();
    expect(ran).toHaveLength(13);
    expect(mostAtOnce).toBe(3);
  });

  test('leaves a partner alone that fails again and again, and no other', async () => {
    const tries: string[] = [];
    const deliveries = (partnerId: string) =>
      ['1', '2', '3', '4', '5', '6'].map((number) => ({
        kind: 'deliver-interchange' as const,
        subject: `${partnerId}-${number}`,
        partnerId,
      }));
    await enqueue(...deliveries('down'), ...deliveries('up'));
    const dispatcher = start(
      {
        'deliver-interchange': async (_, subject) => {
          tries.push(subject);
          if (subject.startsWith('down')) {
            throw new Failure({ code: 'transport.unreachable', message: 'no', isRetryable: true });
          }
          return {};
        },
      },
      {
        concurrency: 2,
        schedule: { delaysSeconds: [0], attemptsMax: 100 },
        circuit: { failuresMax: 3, pauseSecondsFirst: 60, pauseSecondsMax: 60 },
      },
    );
    await dispatcher.idle();
    expect(tries.filter((subject) => subject.startsWith('up'))).toHaveLength(6);
    // One more may have been under way when the third failed.
    expect(tries.filter((subject) => subject.startsWith('down')).length).toBeLessThanOrEqual(4);
    expect(await counts()).toMatchObject([{ kind: 'deliver-interchange', state: 'paused', count: 6 }]);
    const circuits = await bench.run((transaction) => transaction.circuits.list());
    expect(circuits).toMatchObject([
      { partnerId: 'down', state: 'open', failureCode: 'transport.unreachable' },
    ]);
  });

  test('tries a partner again when its pause is over, and goes on once it is back', async () => {
    let isDown = true;
    let tries = 0;
    await enqueue(
      ...['1', '2', '3'].map((subject) => ({
        kind: 'deliver-interchange' as const,
        subject,
        partnerId: 'p',
      })),
    );
    start(
      {
        'deliver-interchange': async () => {
          tries++;
          if (isDown) throw new Failure({ code: 'transport.timeout', message: 'no', isRetryable: true });
          return {};
        },
      },
      {
        schedule: { delaysSeconds: [0], attemptsMax: 1000 },
        circuit: { failuresMax: 3, pauseSecondsFirst: 0.3, pauseSecondsMax: 0.3 },
      },
    );
    await expect.poll(() => tries).toBeGreaterThan(4);
    isDown = false;
    await expect.poll(counts, { timeout: 5000 }).toEqual([]);
  });

  test('runs a job that it is offered, once, and nothing that is not due', async () => {
    const ran: string[] = [];
    const dispatcher = start({
      'receive-file': async (_, subject) => {
        ran.push(subject);
        await sleep(50);
        return {};
      },
    });
    await dispatcher.idle();
    await enqueue(
      { kind: 'receive-file', subject: 'now' },
      { kind: 'receive-file', subject: 'later', delaySeconds: 60 },
    );
    const offer = (subject: string) => dispatcher.offer(bench.tenantId, { kind: 'receive-file', subject });
    await Promise.all([offer('now'), offer('now'), offer('later'), offer('unknown')]);
    expect(ran).toEqual(['now']);
    // An offer ends with its job: whoever made it may give the next one.
    expect(await counts()).toMatchObject([{ state: 'waiting' }]);
  });
});
