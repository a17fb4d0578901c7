// Synthetic claims for the benchmark of the whole pipeline: those of the sample practice over and over, each with its
// own account number and member.
import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';

const PRACTICE = new URL('../../samples/claims/practice.ndjson', import.meta.url);
const LINES_PER_WRITE = 1000;

/** Writes `count` claims to `file`, one a line; behind as many as `before` that were written earlier. */
export function writeClaims(file, count, before = 0) {
  const models = readFileSync(PRACTICE, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
    // Replacements and voids speak of other claims; the rest stand by themselves.
    .filter((claim) => (claim.frequency ?? '1') === '1' && claim.otherCoverages === undefined);
  const output = openSync(file, 'w');
  let lines = [];
  for (let index = 0; index < count; index++) {
    lines.push(JSON.stringify(numbered(models[index % models.length], before + index + 1)));
    if (lines.length < LINES_PER_WRITE && index < count - 1) continue;
    writeSync(output, `${lines.join('\n')}\n`);
    lines = [];
  }
  closeSync(output);
}

function numbered(model, ordinal) {
  const number = String(ordinal).padStart(7, '0');
  return {
    ...model,
    accountNumber: `BENCH-${number}`,
    subscriber: { ...model.subscriber, memberId: `CGM${number}` },
  };
}
