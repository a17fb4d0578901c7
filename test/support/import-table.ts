/** Which folder of `src` may import which: the house's plan (`docs/architecture.md`). */
const EVERYTHING_BUT_MAIN = [
  'base',
  'edi',
  'domain',
  'partners',
  'translate',
  'intake',
  'ports',
  'proof',
  'flows',
  'store',
  'connectors',
  'queues',
  'simulator',
  'api',
  'cli',
] as const;

export const IMPORT_TABLE: Readonly<Record<string, readonly string[]>> = {
  base: [],
  edi: ['base'],
  domain: ['base'],
  partners: ['base', 'edi', 'domain'],
  translate: ['base', 'edi', 'domain', 'partners'],
  intake: ['base', 'edi', 'domain', 'translate'],
  ports: ['base', 'domain', 'partners'],
  // What it checks may share no code with what was posted: it sees the leaf alone.
  proof: ['base'],
  flows: ['base', 'edi', 'domain', 'partners', 'translate', 'intake', 'ports', 'proof'],
  store: ['base', 'domain', 'partners', 'ports'],
  connectors: ['base', 'ports'],
  queues: ['base', 'ports', 'flows'],
  simulator: ['base', 'edi', 'domain', 'partners', 'translate'],
  api: ['base', 'domain', 'intake', 'flows', 'ports'],
  cli: ['base', 'edi', 'domain', 'partners', 'translate', 'intake', 'ports', 'proof', 'flows', 'simulator'],
  main: EVERYTHING_BUT_MAIN,
};

export const FOLDERS: readonly string[] = Object.keys(IMPORT_TABLE);

export const CORE_FOLDERS: readonly string[] = ['base', 'edi', 'domain', 'partners', 'translate'];

/** What a core folder may take from npm. */
const CORE_PACKAGES: Readonly<Record<string, readonly string[]>> = { partners: ['zod'] };

export interface SourceFile {
  /** From `src/` on: `edi/syntax/tag.ts`. */
  readonly path: string;
  readonly text: string;
}

const IMPORT =
  /(?:^|[\n;])\s*(?:import|export)\s(?:[^'"`;]*?\sfrom\s*)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/g;

function importedModules(text: string): string[] {
  return [...text.matchAll(IMPORT)].map((match) => match[1] ?? match[2] ?? '');
}

function resolve(from: string, specifier: string): string {
  const parts = from.split('/').slice(0, -1);
  for (const part of specifier.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}

/** One sentence for each import that the table does not allow. */
export function importViolations(files: readonly SourceFile[]): string[] {
  const violations: string[] = [];
  for (const file of files) {
    const folder = file.path.split('/')[0] ?? '';
    const allowed = IMPORT_TABLE[folder];
    if (allowed === undefined) {
      violations.push(`${file.path} stands in no folder of the house`);
      continue;
    }
    for (const specifier of importedModules(file.text)) {
      const violation = specifier.startsWith('.')
        ? folderViolation(file.path, folder, allowed, specifier)
        : packageViolation(file.path, folder, specifier);
      if (violation !== undefined) violations.push(violation);
    }
  }
  return violations;
}

function folderViolation(
  path: string,
  folder: string,
  allowed: readonly string[],
  specifier: string,
): string | undefined {
  const target = resolve(path, specifier).split('/')[0] ?? '';
  return target === folder || allowed.includes(target) ? undefined : `${path} imports ${target}`;
}

function packageViolation(path: string, folder: string, specifier: string): string | undefined {
  if (!CORE_FOLDERS.includes(folder)) return undefined;
  return (CORE_PACKAGES[folder] ?? []).includes(specifier)
    ? undefined
    : `${path} imports the package ${specifier}`;
}
