/** Two lists laid beside each other: what is the same in both, and runs that are not. */
export interface Run {
  readonly firstStart: number;
  readonly firstStop: number;
  readonly secondStart: number;
  readonly secondStop: number;
}

/**
 * Insertions and deletions looked for at most. What is looked through grows with their square; two lists that differ
 * in more have little in common, and the whole stretch is told as one run.
 */
const EDITS_MAX = 1000;

/** The runs in which two lists differ, the fewest insertions and deletions in all (Myers 1986), in order. */
export function differingRuns(first: readonly string[], second: readonly string[]): Run[] {
  let start = 0;
  while (start < first.length && start < second.length && first[start] === second[start]) start++;
  let [firstStop, secondStop] = [first.length, second.length];
  while (firstStop > start && secondStop > start && first[firstStop - 1] === second[secondStop - 1]) {
    firstStop--;
    secondStop--;
  }
  if (start === firstStop && start === secondStop) return [];
  const middle = { firstStart: start, firstStop, secondStart: start, secondStop };
  if (start === firstStop || start === secondStop) return [middle];
  const frontiers = explore(first.slice(start, firstStop), second.slice(start, secondStop));
  if (frontiers === undefined) return [middle];
  return trace(frontiers, firstStop - start, secondStop - start).map((run) => ({
    firstStart: run.firstStart + start,
    firstStop: run.firstStop + start,
    secondStart: run.secondStart + start,
    secondStop: run.secondStop + start,
  }));
}

/**
 * How far along `first` each diagonal reaches after 0, 1, 2 … edits, until the ends are reached; diagonal `k` (position
 * in `first` less position in `second`) stands at `k + edits`. Undefined when there are too many edits.
 */
function explore(first: readonly string[], second: readonly string[]): Int32Array[] | undefined {
  const frontiers: Int32Array[] = [];
  for (let edits = 0; edits <= EDITS_MAX; edits++) {
    const frontier = new Int32Array(2 * edits + 1).fill(-1);
    frontiers.push(frontier);
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      let x = edits === 0 ? 0 : stepOf(frontiers[edits - 1] as Int32Array, edits - 1, diagonal).x;
      let y = x - diagonal;
      if (x > first.length || y > second.length || y < 0) continue;
      while (x < first.length && y < second.length && first[x] === second[y]) {
        x++;
        y++;
      }
      frontier[diagonal + edits] = x;
      if (x === first.length && y === second.length) return frontiers;
    }
  }
  return undefined;
}

/** The better way onto a diagonal from the edits before: an insertion (down) or a deletion (right). */
function stepOf(before: Int32Array, edits: number, diagonal: number): { x: number; isInsertion: boolean } {
  const down = before[diagonal + 1 + edits] ?? -1;
  const right = before[diagonal - 1 + edits] ?? -1;
  const isInsertion = right < 0 || (down >= 0 && down > right);
  if (down < 0 && right < 0) return { x: -1, isInsertion };
  return isInsertion ? { x: down, isInsertion } : { x: right + 1, isInsertion };
}

/** Walks back from the ends; edits that touch each other are one run. */
function trace(frontiers: readonly Int32Array[], firstLength: number, secondLength: number): Run[] {
  const runs: Run[] = [];
  let [x, y] = [firstLength, secondLength];
  for (let edits = frontiers.length - 1; edits > 0; edits--) {
    const step = stepOf(frontiers[edits - 1] as Int32Array, edits - 1, x - y);
    const [toX, toY] = [step.x, step.x - (x - y)];
    const [fromX, fromY] = step.isInsertion ? [toX, toY - 1] : [toX - 1, toY];
    const next = runs[0];
    if (next !== undefined && next.firstStart === toX && next.secondStart === toY) {
      runs[0] = { ...next, firstStart: fromX, secondStart: fromY };
    } else runs.unshift({ firstStart: fromX, firstStop: toX, secondStart: fromY, secondStop: toY });
    [x, y] = [fromX, fromY];
  }
  return runs;
}
