#!/usr/bin/env node
// Walks the delivery protocol, as the code has it, over every interleaving of workers, crashes, leases that run out and a
// partner that takes the file at any moment; then the designs that are not used, each of which must be found unsafe.
//   npm run model [-- --workers 2] [--crashes 2] [--expiries 2] [--built dist]
// Ends with 1 when the protocol can lose, repeat or cut an interchange, or an unsafe design passes for a safe one.
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { load } from './bench/built-core.mjs';
import { unsafeDesigns, withoutFencing, witnessProtocol } from './model/designs.mjs';
import { explore } from './model/explore.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

const { values } = parseArgs({
  options: {
    workers: { type: 'string', default: '2' },
    crashes: { type: 'string', default: '2' },
    expiries: { type: 'string', default: '2' },
    built: { type: 'string' },
  },
});
if (values.built === undefined) execFileSync('npx', ['tsc', '-b'], { cwd: ROOT, stdio: ['ignore', 2, 2] });
const built = path.resolve(values.built ?? path.join(ROOT, 'dist'));
const scope = {
  workers: Number(values.workers),
  crashes: Number(values.crashes),
  expiries: Number(values.expiries),
};

const protocol = witnessProtocol(await load(built, 'domain/exchange/delivery-protocol.js'));
console.log(`${scope.workers} workers, ${scope.crashes} crashes, ${scope.expiries} leases that run out`);
const designs = [protocol, withoutFencing(protocol), ...unsafeDesigns(protocol)];
process.exitCode = designs.map(isAsExpected).every(Boolean) ? 0 : 1;

/** Explores one design and prints the verdict, with the shortest way to each fault. */
function isAsExpected(design) {
  const { worlds, edges, violations } = explore(design, scope);
  const found = [...violations.keys()].join(', ').toUpperCase();
  const isRight =
    design.expected.length === 0
      ? violations.size === 0
      : design.expected.every((fault) => violations.has(fault));
  console.log(`${isRight ? ' ' : '!'} ${design.name}: ${worlds} states, ${edges} steps: ${found || 'SAFE'}`);
  for (const [fault, way] of violations) {
    if (!isRight || design.expected.includes(fault)) console.log(`      ${fault}: ${way.join('; ')}`);
  }
  return isRight;
}
