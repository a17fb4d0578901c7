import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { claimgate, startClaimgate, stopLeftovers } from '../support/claimgate-process.ts';
import { makeWorkingDirectory, type WorkingDirectory } from '../support/working-directory.ts';

const SCENARIO = path.resolve(import.meta.dirname, '../../samples/scenarios/eft-amount-differs');

let directory: WorkingDirectory;
beforeEach(() => {
  directory = makeWorkingDirectory();
});
afterEach(async () => {
  await stopLeftovers();
  directory.remove();
});

function bankProfile({ port, hostKeySha256 }: { port: number; hostKeySha256: string }): string {
  return stringify({
    id: 'bank',
    name: 'Simulated Bank',
    kind: 'bank',
    sftp: {
      host: '127.0.0.1',
      port,
      username: 'claimgate',
      auth: { passwordRef: 'file:keys/simulated-password' },
      hostKeySha256: [hostKeySha256],
      download: [{ directory: '/bank', settleSeconds: 0.1 }],
      pollSeconds: 1,
    },
    eft: { since: '2026-10-01' },
  });
}

function run(...args: readonly string[]): Record<string, unknown>[] {
  const { stdout, stderr } = claimgate([...args, '-d', directory.path]);
  expect(stderr).toBe('');
  return stdout
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

test('a bank beside a clearinghouse is asked for its files, and what it paid is compared', async () => {
  const scenario = path.join(SCENARIO, 'scenario.yaml');
  const args = ['simulate', '-d', directory.simulatorPath, '--scenario', scenario, '--day', '0.5'];
  const address = JSON.parse(await startClaimgate(args).firstLine) as { port: number; hostKeySha256: string };
  directory.addPartner(address, { password: 'simulated' });
  writeFileSync(path.join(directory.path, 'partners/bank.yaml'), bankProfile(address));

  expect(claimgate(['partners', 'list', '-d', directory.path]).stdout).toContain(
    'bank\tSimulated Bank\ta bank: nothing is delivered\n',
  );
  expect(claimgate(['partners', 'test', 'bank', '-d', directory.path])).toMatchObject({
    status: 0,
    stdout: expect.stringContaining('/bank, 0 files waiting'),
  });
  await startClaimgate(['serve', '-d', directory.path]).firstLine;
  claimgate(['submit', path.join(SCENARIO, 'claims.ndjson'), '-d', directory.path]);
  const differences = () =>
    run('exceptions', 'list', '--code', 'eft-amount-differs', '--json').map((item) => item['amountCents']);
  await expect.poll(() => new Set(differences()), { timeout: 30_000 }).toEqual(new Set([1, 1000]));
  expect(run('ledger', 'bank-payments', '--json')).toHaveLength(2);
}, 60_000);
