#!/usr/bin/env node
// Damaged files through every reader and the answers to them: no crash, no hang over a second, no growing memory.
//   npm run fuzz [-- --inputs 1000000] [--seed 1] [--built dist]
// Ends with 1, and says which input it was, when one crashes, takes more than a second of the processor, or memory grows.
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { load } from './bench/built-core.mjs';
import { fuzz } from './fuzz/fuzz.mjs';
import { CORE_MODULES } from './fuzz/readers.mjs';

const HANG_MS = 1000;
/** A busy machine stops a process for some seconds; what takes longer than this does not come back. */
const STUCK_MS = 60_000;
const GROWTH_MAX_MB = 64;
const ROOT = fileURLToPath(new URL('..', import.meta.url));

if (isMainThread) await watch();
else await work();

/** Starts the work in a thread of its own, because only from outside can it be seen to hang. */
async function watch() {
  const { values } = parseArgs({
    options: {
      inputs: { type: 'string', default: '100000' },
      seed: { type: 'string', default: '1' },
      built: { type: 'string' },
    },
  });
  const built = path.resolve(values.built ?? path.join(ROOT, 'dist'));
  if (values.built === undefined) execFileSync('npx', ['tsc', '-b'], { cwd: ROOT, stdio: ['ignore', 2, 2] });
  const told = { inputs: Number(values.inputs), seed: Number(values.seed), built };
  const progress = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(fileURLToPath(import.meta.url), { workerData: { ...told, progress } });
  let last = { input: -1, at: performance.now() };
  const timer = setInterval(() => {
    const input = Atomics.load(progress, 0);
    if (input !== last.input) last = { input, at: performance.now() };
    else if (performance.now() - last.at > STUCK_MS) {
      console.error(`seed ${told.seed}: input ${input} hangs`);
      process.exit(1);
    }
  }, 1000);
  worker.on('message', (result) => {
    clearInterval(timer);
    process.exitCode = report(result) ? 0 : 1;
  });
  worker.on('error', (error) => {
    console.error(error);
    process.exit(1);
  });
}

async function work() {
  const { inputs, seed, built, progress } = workerData;
  setFlagsFromString('--expose-gc');
  globalThis.gc = runInNewContext('gc');
  const core = {};
  for (const [name, module] of Object.entries(CORE_MODULES)) core[name] = await load(built, `${module}.js`);
  const beforeInput = (input) => Atomics.store(progress, 0, input);
  const { failures, ...result } = fuzz({ inputs, seed, core, beforeInput });
  const told = failures.map((failure) => ({ ...failure, error: failure.error.stack }));
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  parentPort.postMessage({ ...result, failures: told });
}

/** Prints the result; whether it is good. */
function report({ seed, inputs, slowestMs, slowestInput, startMB, endMB, failures }) {
  console.log(
    `seed ${seed}, ${inputs} inputs, slowest ${slowestMs.toFixed(0)} ms (input ${slowestInput}), ` +
      `resident ${startMB.toFixed(0)} MB at the start, ${endMB.toFixed(0)} MB at the end`,
  );
  for (const { input, reader, error } of failures) console.error(`input ${input}, ${reader}: ${error}`);
  if (slowestMs > HANG_MS)
    console.error(`input ${slowestInput} took more than ${HANG_MS} ms of the processor`);
  if (endMB - startMB > GROWTH_MAX_MB) console.error(`memory grew by ${(endMB - startMB).toFixed(0)} MB`);
  return failures.length === 0 && slowestMs <= HANG_MS && endMB - startMB <= GROWTH_MAX_MB;
}
