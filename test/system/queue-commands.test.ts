import { afterEach, expect, test } from 'vitest';
import { claimgate, startClaimgate, stopLeftovers } from '../support/claimgate-process.ts';
import {
  makeWorkingDirectory,
  PARTNER_ID,
  type SimulatorAddress,
  type WorkingDirectory,
} from '../support/working-directory.ts';

let directory: WorkingDirectory | undefined;

afterEach(async () => {
  await stopLeftovers();
  directory?.remove();
});

test('what workers gave up is listed with its reason, and done once its cause is mended and it is asked for', {
  timeout: 180_000,
}, async () => {
  directory = makeWorkingDirectory();
  const place = directory.path;
  const run = (...args: string[]) => claimgate(['queue', ...args, '--directory', place]);
  expect(run('status').stdout).toBe(
    'No job is waiting, at work or given up.\n\nNo partner has failed since it last succeeded.\n\n' +
      'No worker has been heard of for a day.\n',
  );
  const simulator = startClaimgate(['simulate', '-d', directory.simulatorPath]);
  const address = JSON.parse(await simulator.firstLine) as SimulatorAddress;
  directory.addPartner(address, { password: 'wrong' });
  const worker = startClaimgate(['worker', '-d', place]);
  expect(await worker.firstLine).toBe('no metrics are served');

  const id = `collect-files/${PARTNER_ID}`;
  await expect.poll(() => run('dead').stdout, { timeout: 30_000, interval: 500 }).toContain(id);
  expect(run('dead').stdout).toMatch(
    /given up .*\n.*\n\S+ \S+ {2}collect-files\/simulated .* 1 {2}transport\.auth-refused\n/,
  );
  expect(JSON.parse(run('dead', '--json').stdout)).toMatchObject({
    id,
    partnerId: PARTNER_ID,
    failureCode: 'transport.auth-refused',
  });
  const status = run('status').stdout;
  expect(status).toMatch(/^collect-files +0 +0 +0 +0 +1$/m);
  expect(status).toMatch(/^simulated +closed +1 +transport\.auth-refused$/m);
  expect(status).toMatch(/in-process +\d+ s ago$/m);

  directory.addPartner(address);
  expect(run('retry')).toMatchObject({ status: 2 });
  expect(run('retry', 'nothing')).toMatchObject({ status: 2 });
  expect(run('retry', 'collect-files/other')).toMatchObject({ status: 1 });
  const asked = run('retry', id);
  expect(asked).toMatchObject({ status: 0, stderr: '1 job is due again\n' });
  await expect
    .poll(() => run('status').stdout, { timeout: 30_000, interval: 500 })
    .toMatch(/^collect-files +\d +\d +\d +0 +0/m);
  await expect
    .poll(() => run('status').stdout, { timeout: 30_000, interval: 500 })
    .toContain('No partner has failed since it last succeeded.');
  expect(await worker.stop('SIGTERM')).toBe(0);
});
