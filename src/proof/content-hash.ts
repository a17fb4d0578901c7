import { createHash } from 'node:crypto';
import type { SegmentScan } from './segment-scan.ts';

/** What joins elements, repetitions and components in the form that is the same under any delimiters. */
const SEGMENT = '\u001C';
const ELEMENT = '\u001D';
const REPETITION = '\u001E';
const COMPONENT = '\u001F';

/** SHA-256 of a set without its ST and SE, with its delimiters, and empty elements at the end, of no account. */
export class ContentHash {
  readonly #hash = createHash('sha256');

  add(elements: readonly string[], { repetition, component }: SegmentScan): void {
    const [identifier = '', ...rest] = elements;
    const normal = rest.map((element) =>
      (repetition === '' ? [element] : element.split(repetition))
        .map((one) => withoutEmptyEnd(one.split(component)).join(COMPONENT))
        .join(REPETITION),
    );
    this.#hash.update([identifier, ...withoutEmptyEnd(normal)].join(ELEMENT) + SEGMENT, 'latin1');
  }

  digest(): string {
    return this.#hash.digest('hex');
  }
}

function withoutEmptyEnd(parts: readonly string[]): readonly string[] {
  return parts.slice(0, parts.findLastIndex((part) => part !== '') + 1);
}
