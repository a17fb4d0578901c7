// The process of one row, so that its memory is its own: told `{ row, built, truth, warmUp }` once, then `'run'` for
// each pass, which it answers with the seconds it took and the most memory it ever had.
import { readFileSync } from 'node:fs';
import { ROWS } from './x12-rows.mjs';

let pass;
let truth;

process.on('message', (told) => void hear(told));

async function hear(told) {
  try {
    if (told === 'run') process.send(await run());
    else {
      truth = told.truth;
      if (told.warmUp !== undefined) await (await ROWS[told.row].prepare(told.built, told.warmUp))();
      pass = await ROWS[told.row].prepare(told.built, truth);
      process.send('ready');
    }
  } catch (error) {
    process.send({ error: error.stack });
  }
}

async function run() {
  const start = performance.now();
  const counted = await pass();
  const elapsed = (performance.now() - start) / 1000;
  const { seconds = elapsed, bytes = truth.bytes, claimCount = truth.claims, ...sums } = counted;
  for (const [name, value] of Object.entries(sums)) {
    if (value !== truth[name]) throw new Error(`${name}: ${value} counted, ${truth[name]} are in the file`);
  }
  return { seconds, bytes, claims: claimCount, residentMB: residentMB() };
}

/** The most the process ever held. The system's own figure where there is one: Node's counts what its parent held. */
function residentMB() {
  try {
    return Number(/^VmHWM:\s+(\d+)/m.exec(readFileSync('/proc/self/status', 'latin1'))[1]) / 1024;
  } catch {
    return process.resourceUsage().maxRSS / 1024;
  }
}
