import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import { printCents } from '../../src/base/money.ts';
import type { Audit } from './audit.ts';
import { claimgate } from './claimgate-process.ts';

export const SCENARIOS = path.resolve(import.meta.dirname, '../../samples/scenarios');

/** The books of a scenario as they were worked out by hand. */
interface Expected {
  /** Headline by account number. */
  readonly statuses: Readonly<Record<string, string>>;
  /** Dollars by account of the ledger. */
  readonly balances: Readonly<Record<string, string>>;
  /** BPR02 by payer. */
  readonly payments: Readonly<Record<string, string>>;
  readonly workItems: readonly unknown[];
}

export interface FiguresPlace {
  /** The working directory. */
  readonly place: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly audit: () => Promise<Audit>;
}

/** Compares what the commands and plain SQL say after a scenario with what was worked out by hand. */
export async function expectFigures(
  scenario: string,
  { place, env = {}, audit }: FiguresPlace,
): Promise<void> {
  const file = path.join(SCENARIOS, scenario, 'expected.json');
  const expected = JSON.parse(readFileSync(file, 'utf8')) as Expected;
  const claims = json(place, env, 'claims', 'list');
  const statuses = Object.fromEntries(claims.map((claim) => [claim['accountNumber'], claim['headline']]));
  expect(statuses).toEqual(expected.statuses);

  const [ledger] = json(place, env, 'ledger', 'trial-balance');
  expect(ledger?.['totalCents']).toBe(0);
  const accounts = ledger?.['accounts'] as { account: string; debitCents: number; creditCents: number }[];
  const balances = Object.fromEntries(
    accounts.map((row) => [row.account, printCents((row.debitCents + row.creditCents) as never)]),
  );
  expect(balances).toEqual(expected.balances);

  const accountOf = new Map(claims.map((claim) => [claim['id'], claim['accountNumber']]));
  const items = json(place, env, 'work-items', 'list')
    .map((item) => ({
      account: accountOf.get(item['claimId']),
      kind: item['kind'],
      ...(item['amountCents'] === undefined ? {} : { amount: printCents(item['amountCents'] as never) }),
      codes: item['codes'],
    }))
    .toSorted((a, b) => (String(a.account) < String(b.account) ? -1 : 1));
  expect(items).toEqual(expected.workItems);

  const audited = await audit();
  const payments = Object.values(expected.payments).map((dollars) => Number(dollars.replace('.', '')));
  expect(audited.remittanceCents).toBe(payments.reduce((sum, cents) => sum + cents, 0));
  expect(audited.transitCents).toBe(audited.remittanceCents);
}

function json(
  place: string,
  env: Readonly<Record<string, string>>,
  ...args: string[]
): Record<string, unknown>[] {
  const { stdout, stderr, status } = claimgate([...args, '--json', '--directory', place], { env });
  expect(stderr, args.join(' ')).toBe('');
  expect(status).toBe(0);
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}
