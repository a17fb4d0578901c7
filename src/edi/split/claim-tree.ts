import { readSet, type SetInFile } from '../outline/read-set.ts';
import type { Latin1Decoder } from '../syntax/segment-reader.ts';
import { tagText } from '../syntax/tag.ts';
import { SplitRefused } from './split-refusal.ts';

/** A hierarchical level of an 837: its HL, what belongs to it before its first claim, and the level above. */
export interface ClaimLevel {
  /** HL and its elements. */
  readonly header: readonly string[];
  /** Segments behind the HL, each without its terminator. */
  readonly segments: readonly string[];
  readonly parent: ClaimLevel | undefined;
}

/** A claim from CLM to its last service line. */
export interface ClaimSegments {
  readonly level: ClaimLevel;
  readonly segments: readonly string[];
}

/** An 837 as what is before its first HL, and its claims in their order, each with the levels around it. */
export interface ClaimTree {
  readonly head: readonly string[];
  readonly claims: readonly ClaimSegments[];
}

/** HL03 of the level above, for each HL03 of an 837: billing provider, subscriber, dependent. */
const LEVEL_ABOVE: ReadonlyMap<string, string | undefined> = new Map([
  ['20', undefined],
  ['22', '20'],
  ['23', '22'],
]);

interface OpenLevel extends ClaimLevel {
  readonly segments: string[];
}

/**
 * Reads an 837 as its claims. Throws SplitRefused where its levels are not those that all three 837 guides have, or a
 * level is left without a claim: then nobody knows what would have to go along.
 */
export function readClaimTree(decode: Latin1Decoder, place: SetInFile): ClaimTree {
  const builder = new ClaimTreeBuilder(place);
  readSet(decode, place, (segment) => {
    const elements = Array.from({ length: segment.elementCount + 1 }, (_, position) =>
      segment.text(position),
    );
    builder.add(tagText(segment.tag), elements);
  });
  return builder.tree();
}

class ClaimTreeBuilder {
  readonly #controlNumber: string;
  readonly #separator: string;
  readonly #head: string[] = [];
  readonly #claims: ClaimSegments[] = [];
  readonly #levels = new Map<string, OpenLevel>();
  /** Levels that have neither a claim nor a level below. */
  readonly #childless = new Set<ClaimLevel>();
  #level: OpenLevel | undefined;
  #target: string[] = this.#head;
  #ordinal = 0;

  constructor({ set, interchange }: SetInFile) {
    this.#controlNumber = set.controlNumber;
    this.#separator = String.fromCharCode(interchange.delimiters.element);
  }

  add(tag: string, elements: readonly string[]): void {
    this.#ordinal++;
    if (tag === 'SE') return;
    if (tag === 'HL') return this.#openLevel(elements);
    if (tag === 'CLM') this.#openClaim();
    this.#target.push(elements.join(this.#separator));
  }

  tree(): ClaimTree {
    if (this.#claims.length === 0) {
      throw new SplitRefused({ code: 'set-without-claims', set: this.#controlNumber });
    }
    if (this.#childless.size > 0) this.#refuse();
    return { head: this.#head, claims: this.#claims };
  }

  #openLevel(header: readonly string[]): void {
    const [, number = '', parentNumber = '', code = ''] = header;
    const parent = parentNumber === '' ? undefined : this.#levels.get(parentNumber);
    if (
      !LEVEL_ABOVE.has(code) ||
      LEVEL_ABOVE.get(code) !== parent?.header[3] ||
      (parentNumber !== '' && parent === undefined) ||
      this.#levels.has(number)
    ) {
      this.#refuse();
    }
    const level: OpenLevel = { header, segments: [], parent };
    this.#levels.set(number, level);
    if (parent !== undefined) this.#childless.delete(parent);
    this.#childless.add(level);
    this.#level = level;
    this.#target = level.segments;
  }

  #openClaim(): void {
    const level = this.#level;
    if (level?.parent === undefined) return this.#refuse();
    const segments: string[] = [];
    this.#childless.delete(level);
    this.#claims.push({ level, segments });
    this.#target = segments;
  }

  #refuse(): never {
    const place = { set: this.#controlNumber, segmentOrdinal: this.#ordinal };
    throw new SplitRefused({ code: 'hierarchy-unknown', ...place });
  }
}
