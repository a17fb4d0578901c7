// Adds the optional platform packages that a registry did not serve to package-lock.json.
// Without those entries `npm ci` refuses the lock ("Missing: … from lock file") on every machine.
// Run it after each change of the lock: npm run lock.
import { readFileSync, writeFileSync } from 'node:fs';

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const packages = lock.packages;

/** True when `name`, wanted by the package at `path`, is found in its own or an outer node_modules. */
function isLocked(path, name) {
  let base = path;
  for (;;) {
    if (packages[`${base === '' ? '' : `${base}/`}node_modules/${name}`]) return true;
    if (base === '') return false;
    const outer = base.lastIndexOf('/node_modules/');
    base = outer < 0 ? '' : base.slice(0, outer);
  }
}

/** What the package's own name says of its platform, in the lock file's terms. */
function platformOf(name) {
  const match =
    /(darwin|linux|win32|android|freebsd|openharmony)-?(arm64|x64|arm|ia32|riscv64|ppc64|s390x|loong64)?(-musl|-gnu)?/.exec(
      name,
    );
  if (!match) return {};
  return {
    os: [match[1]],
    ...(match[2] ? { cpu: [match[2]] } : {}),
    ...(match[3] ? { libc: [match[3] === '-musl' ? 'musl' : 'glibc'] } : {}),
  };
}

const added = [];
for (const [path, entry] of Object.entries(packages)) {
  for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
    if (isLocked(path, name)) continue;
    packages[`node_modules/${name}`] = {
      version: range.replace(/^[\^~]/, ''),
      ...(entry.dev ? { dev: true } : {}),
      optional: true,
      ...platformOf(name),
    };
    added.push(name);
  }
}

// No registry host belongs in the repository: npm resolves each package by name at the registry it is set to.
for (const entry of Object.values(packages)) delete entry.resolved;

lock.packages = Object.fromEntries(Object.entries(packages).toSorted(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync('package-lock.json', `${JSON.stringify(lock, null, 2)}\n`);
process.stderr.write(`${added.length} optional packages added to the lock\n`);
