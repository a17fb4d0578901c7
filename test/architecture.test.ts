import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  CORE_FOLDERS,
  FOLDERS,
  IMPORT_TABLE,
  importViolations,
  type SourceFile,
} from './support/import-table.ts';

const ROOT = path.resolve(import.meta.dirname, '..');

function sourceFiles(): SourceFile[] {
  return readdirSync(path.join(ROOT, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .map((file) => ({ path: path.relative(path.join(ROOT, 'src'), file), text: readFileSync(file, 'utf8') }));
}

function run(command: string, args: readonly string[]): { status: number | null; output: string } {
  const result = spawnSync(path.join(ROOT, 'node_modules/.bin', command), args, {
    cwd: ROOT,
    encoding: 'utf8',
  });
  return { status: result.status, output: result.stdout + result.stderr };
}

describe('the import table', () => {
  test('holds for every source file', () => {
    const files = sourceFiles();
    // A checker that looked at nothing would also find nothing.
    expect(files.length).toBeGreaterThan(30);
    expect(new Set(files.map((file) => file.path.split('/')[0])).size).toBe(FOLDERS.length);
    expect(importViolations(files)).toEqual([]);
  });

  const forbidden = FOLDERS.flatMap((folder) =>
    FOLDERS.filter((target) => target !== folder && !IMPORT_TABLE[folder]?.includes(target)).map((target) => [
      folder,
      target,
    ]),
  );

  test.each(forbidden)('%s importing %s is found', (folder, target) => {
    const planted = { path: `${folder}/planted.ts`, text: `import type { A } from '../${target}/a.ts';\n` };
    expect(importViolations([...sourceFiles(), planted])).toEqual([`${folder}/planted.ts imports ${target}`]);
  });

  test.each([
    ['export', "export { a } from '../store/a.ts';"],
    ['dynamic import', "const a = await import('../store/a.ts');"],
    ['import of several lines', "import {\n  a,\n  b,\n} from '../store/a.ts';"],
    ['side effect', "import '../store/a.ts';"],
  ])('a forbidden %s is found', (_, text) => {
    expect(importViolations([{ path: 'flows/planted.ts', text }])).toEqual([
      'flows/planted.ts imports store',
    ]);
  });

  test.each(CORE_FOLDERS)('%s taking a module of the platform or a package is found', (folder) => {
    const planted = {
      path: `${folder}/planted.ts`,
      text: "import { readFileSync } from 'node:fs';\nimport pg from 'pg';\n",
    };
    expect(importViolations([planted])).toEqual([
      `${folder}/planted.ts imports the package node:fs`,
      `${folder}/planted.ts imports the package pg`,
    ]);
  });

  test('a file outside the rooms of the house is found', () => {
    expect(importViolations([{ path: 'helpers/planted.ts', text: '' }])).toEqual([
      'helpers/planted.ts stands in no folder of the house',
    ]);
  });
});

describe('the compiler split', () => {
  test.each([
    ['process', 'export const a = process.argv;'],
    ['Buffer', "export const a = Buffer.from('');"],
    ['console', "console.log('a');"],
    ['document', 'export const a = document.title;'],
    ['node:fs', "export { readFileSync } from 'node:fs';"],
    ['setTimeout', 'setTimeout(() => undefined, 1);'],
  ])('the core does not compile with %s', (name, text) => {
    const directory = mkdtempSync(path.join(ROOT, 'src/base/planted-'));
    try {
      writeFileSync(path.join(directory, 'planted.ts'), `${text}\nexport {};\n`);
      const config = path.join(directory, 'tsconfig.json');
      writeFileSync(
        config,
        JSON.stringify({
          extends: path.join(ROOT, 'tsconfig.core.json'),
          compilerOptions: { noEmit: true, composite: false, incremental: false, rootDir: ROOT },
          include: [path.join(directory, 'planted.ts')],
        }),
      );
      const { status, output } = run('tsc', ['-p', config]);
      expect(status).not.toBe(0);
      expect(output).toContain(name);
    } finally {
      rmSync(directory, { recursive: true });
    }
  });
});

describe('the linter', () => {
  function lint(
    files: Readonly<Record<string, string>>,
    folder = 'src/base',
  ): { status: number | null; output: string } {
    const directory = mkdtempSync(path.join(ROOT, folder, 'planted-'));
    try {
      for (const [name, text] of Object.entries(files)) writeFileSync(path.join(directory, name), text);
      return run('oxlint', ['--deny-warnings', directory]);
    } finally {
      rmSync(directory, { recursive: true });
    }
  }

  test.each([
    ['a clock', 'export const now = Date.now();\n', 'no-restricted-properties'],
    ['randomness', 'export const dice = Math.random();\n', 'no-restricted-properties'],
    ['the environment', "export const home = process.env['HOME'];\n", 'no-process-env'],
  ])('refuses %s in the core', (_, text, rule) => {
    const { status, output } = lint({ 'planted.ts': text });
    expect(status).not.toBe(0);
    expect(output).toContain(rule);
  });

  test.each(['put', 'exists', 'get', 'fastPut', 'fastGet', 'uploadDir', 'downloadDir'])(
    'refuses the SFTP library’s %s(), which can report what is not so',
    (method) => {
      const text = `export const planted = (client: any): unknown => client.${method}('/a', '/b');\n`;
      const { status, output } = lint({ 'planted.ts': text }, 'src/connectors/sftp');
      expect(status).not.toBe(0);
      expect(output).toContain('no-restricted-properties');
      expect(output).toContain(`${method}()`);
    },
  );

  test('refuses a cycle of imports', () => {
    const { status, output } = lint({
      'one.ts': "import { two } from './two.ts';\nexport const one = (): number => two();\n",
      'two.ts': "import { one } from './one.ts';\nexport const two = (): number => one();\n",
    });
    expect(status).not.toBe(0);
    expect(output).toContain('no-cycle');
  });
});
