import { expect, test } from 'vitest';

interface FuzzResult {
  readonly slowestMs: number;
  readonly failures: readonly { readonly input: number; readonly reader: string; readonly error: unknown }[];
}

type Fuzz = (options: {
  inputs: number;
  seed: number;
  core: Readonly<Record<string, unknown>>;
}) => FuzzResult;

const SCRIPTS = new URL('../../scripts/fuzz/', import.meta.url);
const SOURCE = new URL('../../src/', import.meta.url);

test('three thousand damaged files crash and hang no reader', { timeout: 120_000 }, async () => {
  const { fuzz } = (await import(new URL('fuzz.mjs', SCRIPTS).href)) as { fuzz: Fuzz };
  const { CORE_MODULES } = (await import(new URL('readers.mjs', SCRIPTS).href)) as {
    CORE_MODULES: Readonly<Record<string, string>>;
  };
  const core: Record<string, unknown> = {};
  for (const [name, module] of Object.entries(CORE_MODULES)) {
    core[name] = await import(new URL(`${module}.ts`, SOURCE).href);
  }
  const { failures, slowestMs } = fuzz({ inputs: 3000, seed: 1, core });
  expect(failures.map(({ input, reader, error }) => `input ${input}, ${reader}: ${String(error)}`)).toEqual(
    [],
  );
  expect(slowestMs).toBeLessThan(10_000);
});
