import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { claimgate, startClaimgate } from '../support/claimgate-process.ts';
import { noteLeftOut } from '../support/left-out.ts';
import { manyClaims } from '../support/many-claims.ts';
import { query } from '../support/postgres-server.ts';
import { expectFigures, SCENARIOS } from '../support/scenario-figures.ts';
import { countReceivedBy } from '../support/simulator-journal.ts';
import { startWorkerHosts, type WorkerHosts, whyNoWorkerHosts } from '../support/worker-hosts.ts';

const reason = whyNoWorkerHosts();
if (reason !== undefined) noteLeftOut('workers on several hosts', reason);

const SCENARIO = 'one-practice-day';
const CLAIMS = 300;

describe.skipIf(reason !== undefined)('two workers on two hosts', () => {
  let hosts: WorkerHosts;

  beforeEach(async () => {
    // Long: what is done within the test was woken through Redis, or waited for in the database.
    hosts = await startWorkerHosts({ sweepSeconds: 15 });
  });
  afterEach(() => hosts.stop());

  function run(host: 0 | 1, ...args: string[]): ReturnType<typeof claimgate> {
    return claimgate([...args, '--directory', hosts.places[host]], { env: hosts.env });
  }

  async function untilSettled(claims: number): Promise<void> {
    await expect
      .poll(
        async () => {
          const audit = await hosts.audit();
          return audit.claims - audit.openClaims;
        },
        { timeout: 90_000, interval: 300 },
      )
      .toBe(claims);
    // What nobody waits for (a second word on a claim) has its time too.
    await sleep(2500);
  }

  test('leave the books of a scenario as one embedded process does', { timeout: 180_000 }, async () => {
    await Promise.all([hosts.startWorker(0), hosts.startWorker(1)]);
    const api = startClaimgate(['serve', '--no-workers', '--directory', hosts.places[1]], { env: hosts.env });
    const url = await api.firstLine;
    const claims = readFileSync(path.join(SCENARIOS, SCENARIO, 'claims.ndjson'), 'utf8');
    const response = await fetch(`${url}/v1/claims`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${readFileSync(path.join(hosts.places[1], 'keys/api-token'), 'utf8').trim()}`,
        'content-type': 'application/x-ndjson',
      },
      body: claims,
    });
    expect(response.status).toBe(202);
    await untilSettled(claims.trimEnd().split('\n').length);
    await expectFigures(SCENARIO, { place: hosts.places[0], env: hosts.env, audit: hosts.audit });
    const metrics = await (await fetch(`${url}/metrics`)).text();
    expect(metrics).toContain('claimgate_database_up 1');
    expect(metrics).toMatch(/^claimgate_wake_ups_total\{outcome="sent"\} [1-9]/m);
    expect(await api.stop('SIGTERM')).toBe(0);
  });

  test('share the work, survive one of them, and repeat none of it', { timeout: 240_000 }, async () => {
    const workers = await Promise.all([hosts.startWorker(0), hosts.startWorker(1)]);
    const metricsUrls = await Promise.all(workers.map((worker) => worker.firstLine));
    const file = path.join(hosts.places[0], 'claims.ndjson');
    writeFileSync(file, manyClaims(CLAIMS));
    const submitted = run(0, 'submit', file);
    expect(submitted.stderr).toContain(`${CLAIMS} claims accepted, 0 accepted before, 0 refused`);
    await expect.poll(async () => (await hosts.audit()).interchanges, { timeout: 30_000 }).toBeGreaterThan(0);
    const jobsDone = async (url: string): Promise<boolean> =>
      /^claimgate_jobs_total\{.*outcome="done"\} [1-9]/m.test(await (await fetch(`${url}/metrics`)).text());
    const haveWorked = async (): Promise<boolean[]> => await Promise.all(metricsUrls.map(jobsDone));
    await expect.poll(haveWorked, { timeout: 30_000 }).toEqual([true, true]);
    expect(await workers[0]?.stop('SIGKILL')).toBe('SIGKILL');
    await untilSettled(CLAIMS);

    const audit = await hosts.audit();
    expect(audit).toMatchObject({
      claims: CLAIMS,
      openClaims: 0,
      attempts: CLAIMS,
      claimsWithTwoAttempts: 0,
      chargeEntries: CLAIMS,
      claimsPostedTwice: 0,
      unbalancedEntries: 0,
      ledgerTotalCents: 0,
      deliveriesNotDelivered: 0,
    });
    expect(audit.transitCents).toBe(audit.remittanceCents);
    const received = countReceivedBy(hosts.simulatorPath);
    expect(received).toMatchObject({ claims: CLAIMS, distinctClaims: CLAIMS, duplicateClaims: 0 });

    const status = (): { kinds: { dead: number }[]; workers: { wakeUps: string }[] } =>
      JSON.parse(run(1, 'queue', 'status', '--json').stdout);
    expect(status().kinds.every(({ dead }) => dead === 0)).toBe(true);
    // The one that was killed is still listed: it said no farewell. A worker reports how it is woken at each sweep,
    // and may begin its first one before it has reached Redis.
    expect(status().workers).toHaveLength(2);
    const isWokenThroughRedis = () => status().workers.some(({ wakeUps }) => wakeUps === 'redis');
    await expect.poll(isWokenThroughRedis, { timeout: 40_000, interval: 1000 }).toBe(true);
    const startedMs = performance.now();
    expect(await workers[1]?.stop('SIGTERM')).toBe(0);
    expect(performance.now() - startedMs).toBeLessThan(30_000);
    const left = await query(hosts.superuserUrl, 'select owner from claimgate.worker');
    expect(left).toHaveLength(1);
  });

  test('are refused where a host has another archive than the others', { timeout: 120_000 }, async () => {
    expect(run(0, 'claims', 'list').status).toBe(0);
    expect(run(1, 'claims', 'list').status).toBe(0);
    const archive = path.join(hosts.places[1], 'archive');
    rmSync(archive);
    const { status, stderr } = run(1, 'worker');
    expect(status).toBe(1);
    expect(stderr).toContain('the archive of this host is not the one that the database knows');
    expect(stderr).toContain('(archive.not-shared)');
  });
});

test('Redis without PostgreSQL is refused', () => {
  const { status, stderr } = claimgate(['worker', '--directory', '/nowhere'], {
    env: { REDIS_URL: 'redis://127.0.0.1:1', DATABASE_URL: '' },
  });
  expect(status).toBe(2);
  expect(stderr).toContain('REDIS_URL is set and DATABASE_URL is not');
});
