import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkSet, SOUND_SET } from '../support/small-guide.ts';

const LINES = SOUND_SET.split('\n');
const line = fc.nat({ max: LINES.length - 1 });
const edits = fc.array(fc.record({ kind: fc.constantFrom('drop', 'copy', 'move'), at: line, to: line }), {
  maxLength: 6,
});

/** The sound set with some lines left out, written twice or moved. */
const sets = edits.map((all) => {
  const lines = [...LINES];
  for (const { kind, at, to } of all) {
    const [taken = ''] = kind === 'copy' ? lines.slice(at, at + 1) : lines.splice(at, 1);
    if (kind !== 'drop') lines.splice(to, 0, taken);
  }
  return lines.filter((text) => text !== '').join('\n');
});

test('what a checker has met before changes nothing of what it tells of a set', () => {
  fc.assert(
    fc.property(sets, sets, (before, lines) => {
      expect(checkSet(lines, { before })).toEqual(checkSet(lines));
    }),
    { numRuns: 500 },
  );
});
