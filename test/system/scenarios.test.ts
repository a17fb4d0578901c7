import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Archive } from '../../src/ports/archive.ts';
import type { Store } from '../../src/ports/store.ts';
import { openDirectoryArchive } from '../../src/store/archive/directory-archive.ts';
import { openEmbeddedStore, openPostgresStore } from '../../src/store/open-store.ts';
import { noteLeftOut } from '../support/left-out.ts';
import { startPostgres, whyNoPostgres } from '../support/postgres-server.ts';

interface OpenedStore {
  readonly store: Store;
  stop(): Promise<void>;
}

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

const modules: Record<string, unknown> = {};
let directory: string;
let archive: Archive;

beforeAll(async () => {
  const { MODULES } = (await import(new URL('gateway.mjs', SCRIPTS).href)) as {
    MODULES: Readonly<Record<string, string>>;
  };
  for (const [name, module] of Object.entries(MODULES)) {
    modules[name] = await import(new URL(`${module}.ts`, SOURCE).href);
  }
  directory = mkdtempSync(path.join(tmpdir(), 'claimgate-scenarios-'));
  archive = await openDirectoryArchive(path.join(directory, 'archive'));
});

afterAll(() => rmSync(directory, { recursive: true, force: true }));

const names = engine.scenarioNames();

function scenariosOn(storeName: string, open: () => Promise<OpenedStore>): void {
  describe(`on ${storeName}`, () => {
    let opened: OpenedStore;

    beforeAll(async () => {
      opened = await open();
    });

    afterAll(() => opened.stop());

    test.each(names)('%s leaves the books as they were worked out by hand', async (name) => {
      expect(await engine.runScenario(modules, { store: opened.store, archive, name })).toEqual([]);
    });
  });
}

scenariosOn('PGlite', async () => {
  const data = path.join(directory, 'data');
  mkdirSync(data);
  const store = await openEmbeddedStore({ directory: data });
  return { store, stop: () => store.close() };
});

const reason = whyNoPostgres();
if (reason !== undefined) {
  noteLeftOut('scenarios on PostgreSQL', reason);
} else {
  scenariosOn('PostgreSQL', async () => {
    const server = await startPostgres();
    const store = await openPostgresStore({ databaseUrl: await server.createDatabase() });
    return {
      store,
      async stop() {
        await store.close();
        await server.stop();
      },
    };
  });
}

test('there are at least twenty-five scenarios', () => {
  expect(names.length).toBeGreaterThanOrEqual(25);
});
