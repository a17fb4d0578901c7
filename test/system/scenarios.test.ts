import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { printCents } from '../../src/base/money.ts';
import { auditDatabase } from '../support/audit.ts';
import { claimgate, startClaimgate, stopLeftovers } from '../support/claimgate-process.ts';
import {
  makeWorkingDirectory,
  type SimulatorAddress,
  type WorkingDirectory,
} from '../support/working-directory.ts';

const SCENARIOS = path.resolve(import.meta.dirname, '../../samples/scenarios');

interface Expected {
  /** Headline by account number. */
  readonly statuses: Readonly<Record<string, string>>;
  /** Dollars by account of the ledger. */
  readonly balances: Readonly<Record<string, string>>;
  /** BPR02 by payer. */
  readonly payments: Readonly<Record<string, string>>;
  readonly workItems: readonly unknown[];
}

let directory: WorkingDirectory | undefined;

afterEach(async () => {
  await stopLeftovers();
  directory?.remove();
});

function json(place: string, ...args: string[]): Record<string, unknown>[] {
  const { stdout, stderr, status } = claimgate([...args, '--json', '--directory', place]);
  expect(stderr, args.join(' ')).toBe('');
  expect(status).toBe(0);
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

const scenarios = readdirSync(SCENARIOS, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

test.each(scenarios)('%s leaves the books as they were worked out by hand', async (name) => {
  const expected = JSON.parse(readFileSync(path.join(SCENARIOS, name, 'expected.json'), 'utf8')) as Expected;
  directory = makeWorkingDirectory();
  const place = directory.path;
  const simulator = startClaimgate(['simulate', '-d', directory.simulatorPath, '--remit-after', '0.2']);
  directory.addPartner(JSON.parse(await simulator.firstLine) as SimulatorAddress);
  const submitted = claimgate(['submit', path.join(SCENARIOS, name, 'claims.ndjson'), '-d', place]);
  expect(submitted.status, submitted.stdout).toBe(0);
  const worker = startClaimgate(['serve', '-d', place]);
  await worker.firstLine;
  await expect
    .poll(async () => (await auditDatabase(place)).openClaims, { timeout: 40_000, interval: 300 })
    .toBe(0);
  // What nobody waits for (a second word on a claim) has its time too.
  await sleep(1500);

  const claims = json(place, 'claims', 'list');
  const statuses = Object.fromEntries(claims.map((claim) => [claim['accountNumber'], claim['headline']]));
  expect(statuses).toEqual(expected.statuses);

  const [ledger] = json(place, 'ledger', 'trial-balance');
  expect(ledger?.['totalCents']).toBe(0);
  const accounts = ledger?.['accounts'] as { account: string; debitCents: number; creditCents: number }[];
  const balances = Object.fromEntries(
    accounts.map((row) => [row.account, printCents((row.debitCents + row.creditCents) as never)]),
  );
  expect(balances).toEqual(expected.balances);

  const accountOf = new Map(claims.map((claim) => [claim['id'], claim['accountNumber']]));
  const items = json(place, 'work-items', 'list')
    .map((item) => ({
      account: accountOf.get(item['claimId']),
      kind: item['kind'],
      ...(item['amountCents'] === undefined ? {} : { amount: printCents(item['amountCents'] as never) }),
      codes: item['codes'],
    }))
    .toSorted((a, b) => (String(a.account) < String(b.account) ? -1 : 1));
  expect(items).toEqual(expected.workItems);

  const audit = await auditDatabase(place);
  const payments = Object.values(expected.payments).map((dollars) => Number(dollars.replace('.', '')));
  expect(audit.remittanceCents).toBe(payments.reduce((sum, cents) => sum + cents, 0));
  expect(audit.transitCents).toBe(audit.remittanceCents);
});
