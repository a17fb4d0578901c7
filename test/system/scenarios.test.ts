import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Archive } from '../../src/ports/archive.ts';
import type { Store } from '../../src/ports/store.ts';
import { openDirectoryArchive } from '../../src/store/archive/directory-archive.ts';
import { openEmbeddedStore } from '../../src/store/open-store.ts';

interface Engine {
  scenarioNames(): string[];
  runScenario(
    modules: Readonly<Record<string, unknown>>,
    options: { store: Store; archive: Archive; name: string },
  ): Promise<string[]>;
}

const SCRIPTS = new URL('../../scripts/scenarios/', import.meta.url);
const SOURCE = new URL('../../src/', import.meta.url);

const engine = (await import(new URL('run-scenario.mjs', SCRIPTS).href)) as Engine;

/** Scenarios that the ledger is not made for yet: these fail, and the run says so when one no longer does. */
const AWAITED: ReadonlySet<string> = new Set([
  'advance-payment',
  'charge-differs',
  'claim-payment-of-nobody',
  'correction-without-reversal',
  'crossover',
  'crossover-second-payer-first',
  'crossover-to-nobody-known',
  'damaged-cut',
  'damaged-missing-se',
  'damaged-wrong-count',
  'forwarded-balance-never-forwarded',
  'forwarded-balance-over-three',
  'forwarded-not-ours',
  'interchange-rejected',
  'interest',
  'interest-does-not-agree',
  'lost-cheque-reissued',
  'no-answers',
  'out-of-balance-claim',
  'out-of-balance-line',
  'out-of-balance-then-mended',
  'out-of-balance-transaction',
  'predetermination',
  'predetermination-with-money',
  'recovery-unlinked',
  'refund-acknowledged',
  'rejected-by-the-payer',
  'reversal-before-original',
  'reversal-with-other-amounts',
  'reversal-without-original',
  'secondary-claim',
  'set-rejected-in-part',
  'split-over-two-files',
  'tax-withheld',
  'trace-number-reused',
  'two-payers',
  'unknown-reason-code',
]);

const modules: Record<string, unknown> = {};
let directory: string;
let store: Store;
let archive: Archive;

beforeAll(async () => {
  const { MODULES } = (await import(new URL('gateway.mjs', SCRIPTS).href)) as {
    MODULES: Readonly<Record<string, string>>;
  };
  for (const [name, module] of Object.entries(MODULES)) {
    modules[name] = await import(new URL(`${module}.ts`, SOURCE).href);
  }
  directory = mkdtempSync(path.join(tmpdir(), 'claimgate-scenarios-'));
  mkdirSync(path.join(directory, 'data'));
  store = await openEmbeddedStore({ directory: path.join(directory, 'data') });
  archive = await openDirectoryArchive(path.join(directory, 'archive'));
});

afterAll(async () => {
  await store.close();
  rmSync(directory, { recursive: true, force: true });
});

const names = engine.scenarioNames();

async function expectBooks(name: string): Promise<void> {
  expect(await engine.runScenario(modules, { store, archive, name })).toEqual([]);
}

test.each(names.filter((name) => !AWAITED.has(name)))('%s leaves the books as expected', expectBooks);

test.fails.each(names.filter((name) => AWAITED.has(name)))('%s is awaited', expectBooks);

test('there are at least twenty-five scenarios', () => {
  expect(names.length).toBeGreaterThanOrEqual(25);
});
