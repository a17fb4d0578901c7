// Walks every interleaving of a delivery protocol, breadth first, and names what must not be.
import { isOver, keyOf, startOf, successors } from './world.mjs';

/**
 * Explores all worlds that `{ workers, crashes, expiries }` can reach. Gives their number and, for each verdict that
 * was found (`lost`, `repeated`, `partial`, `held`, `stuck`, `endless`), the shortest way to it. The search ends as
 * soon as everything is found that the design is `expected` to do wrong: of a safe one, at the first fault.
 */
export function explore(design, scope) {
  const wanted = new Set(design.expected);
  const start = startOf(scope);
  const cameFrom = new Map([[keyOf(start), undefined]]);
  const violations = new Map();
  let edges = 0;
  for (let front = [start]; front.length > 0; ) {
    const next = [];
    for (const world of front) {
      const key = keyOf(world);
      const following = [...successors(design, world)];
      const verdict =
        verdictOn(world, scope) ?? (following.length === 0 && !isOver(world) ? 'stuck' : undefined);
      if (verdict !== undefined) {
        // Past the first fault every other is a consequence.
        if (!violations.has(verdict)) violations.set(verdict, wayTo(cameFrom, key));
        wanted.delete(verdict);
        if (wanted.size === 0) return { worlds: cameFrom.size, edges, violations };
        continue;
      }
      for (const { label, world: successor } of following) {
        edges++;
        const successorKey = keyOf(successor);
        if (cameFrom.has(successorKey)) continue;
        cameFrom.set(successorKey, { key, label });
        next.push(successor);
      }
    }
    front = next;
  }
  return { worlds: cameFrom.size, edges, violations };
}

/** What must not be, in any world. */
function verdictOn({ stage, final, taken, epoch }, { crashes, expiries }) {
  const copies = taken.length + (final === '-' ? 0 : 1);
  if (taken.includes('h')) return 'partial';
  if (copies > 1) return 'repeated';
  if (stage === 'DELIVERED' && copies === 0) return 'lost';
  // The partner of the model leaves the final name to us, so that nothing but a mistake leads there.
  if (stage === 'HELD') return 'held';
  // A lease is taken anew after a crash, after an expiry, or because the one before came to nothing.
  return epoch > 2 * (crashes + expiries) + 2 ? 'endless' : undefined;
}

function wayTo(cameFrom, end) {
  const labels = [];
  for (let step = cameFrom.get(end); step !== undefined; step = cameFrom.get(step.key))
    labels.unshift(step.label);
  return labels.filter(({ event }) => event !== 'stop').map(wordsOf);
}

function wordsOf({ run, event, outcome, at }) {
  if (event === 'take') return 'the partner takes the file';
  if (event === 'expire') return 'the lease runs out';
  const worker = `worker ${run + 1}`;
  if (event === 'lease') return `${worker} takes the lease`;
  if (event === 'crash') return `${worker} dies`;
  if (event === 'fail') return `${worker} fails`;
  return event === 'inside' ? `${worker} goes on to ${at}` : `${worker}: ${event}, ${outcome}`;
}
