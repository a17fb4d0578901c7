import { segmentText } from '../outline/enveloped.ts';
import type { OutlinedInterchange } from '../outline/file-outline.ts';
import type { ClaimLevel, ClaimSegments, ClaimTree } from './claim-tree.ts';

const SUBSCRIBER = '22';

/**
 * A set with some of the claims of another one: ST to the receiver as they are, the levels that the claims stand in,
 * each once and numbered anew from 1 (HL01 and HL02), the claims, and SE with its count.
 */
export function writeClaims(
  interchange: OutlinedInterchange,
  tree: ClaimTree,
  claims: readonly ClaimSegments[],
): string {
  const separator = String.fromCharCode(interchange.delimiters.element);
  const parents = new Set<ClaimLevel | undefined>(claims.flatMap(({ level }) => ancestorsOf(level)));
  const numbers = new Map<ClaimLevel, string>();
  const segments = [...tree.head];
  function writeLevel(level: ClaimLevel): void {
    if (numbers.has(level)) return;
    if (level.parent !== undefined) writeLevel(level.parent);
    numbers.set(level, String(numbers.size + 1));
    const parentNumber = level.parent === undefined ? '' : (numbers.get(level.parent) ?? '');
    const [, , , code = ''] = level.header;
    // A subscriber whose dependents all went elsewhere has no level below it (HL04).
    const child = code === SUBSCRIBER ? (parents.has(level) ? '1' : '0') : (level.header[4] ?? '');
    segments.push(
      ['HL', numbers.get(level) ?? '', parentNumber, code, child].join(separator),
      ...level.segments,
    );
  }
  for (const claim of claims) {
    writeLevel(claim.level);
    segments.push(...claim.segments);
  }
  const [, , controlNumber = ''] = tree.head[0]?.split(separator) ?? [];
  segments.push(['SE', String(segments.length + 1), controlNumber].join(separator));
  return segments.map((segment) => segmentText(interchange, [segment])).join('');
}

function ancestorsOf({ parent }: ClaimLevel): ClaimLevel[] {
  return parent === undefined ? [] : [parent, ...ancestorsOf(parent)];
}
