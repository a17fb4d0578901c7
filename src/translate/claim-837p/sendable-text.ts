import { BASIC_CHARACTERS } from '../../edi/syntax/byte-classes.ts';
import type { Delimiters } from '../../edi/syntax/delimiters.ts';

/** What the extended set adds but for small letters: identifiers may hold it, because payers issue them so. */
const EXTENDED = '%~@[]_{}\\|<>#$';

const SPACE = 0x20;

const ASCII = /^[\x20-\x7e]*$/;

const KNOWN = new Map<string, SendableText>();

/** What becomes of texts under these delimiters, which is made out once: partners have few different ones. */
export function sendableText(delimiters: Delimiters): SendableText {
  const key = JSON.stringify(delimiters);
  const known = KNOWN.get(key) ?? new SendableText(delimiters);
  KNOWN.set(key, known);
  return known;
}

/** What becomes of texts under the delimiters of one partner. */
export class SendableText {
  readonly #basic: ReadonlySet<string>;
  readonly #identifying: ReadonlySet<string>;
  /** 1 for each character, by its number, that needs no change. */
  readonly #isBasic: Uint8Array;
  readonly #isIdentifying: Uint8Array;

  constructor(delimiters: Delimiters) {
    const taken = new Set(Object.values<number>({ ...delimiters }).map((byte) => String.fromCharCode(byte)));
    const isFree = (character: string): boolean => !taken.has(character);
    this.#basic = new Set(BASIC_CHARACTERS.split('').filter(isFree));
    this.#identifying = new Set(`${BASIC_CHARACTERS}${EXTENDED}`.split('').filter(isFree));
    this.#isBasic = tableOf(this.#basic);
    this.#isIdentifying = tableOf(this.#identifying);
  }

  /** Whether a text is sent as it is. */
  isText(text: string): boolean {
    return isSentAsItIs(text, this.#isBasic);
  }

  /** Whether an identifier is sent as it is. */
  isIdentifier(text: string): boolean {
    return isSentAsItIs(text, this.#isIdentifying);
  }

  /**
   * A text as it is sent: capital letters without accents; a space for each character that cannot be sent; one space
   * for many, none at the ends. '' when nothing is left.
   */
  text(text: string): string {
    if (this.isText(text)) return text;
    const capitals = withoutAccents(text);
    return this.isText(capitals) ? capitals : this.#kept(capitals, this.#basic);
  }

  /** Whether every letter of the text has an equal in X12's character sets. */
  isTransliterable(text: string): boolean {
    if (ASCII.test(text)) return true;
    return ASCII.test(withoutAccents(text).replaceAll(/\p{Cc}/gu, ' '));
  }

  /** An identifier as it is sent: in capital letters. Undefined when anything else of it would have to change. */
  identifier(text: string): string | undefined {
    if (this.isIdentifier(text)) return text;
    // Capitals of other letters may be other letters: ß becomes SS.
    if (!ASCII.test(text)) return undefined;
    const capitals = text.toUpperCase();
    return this.#kept(capitals, this.#identifying) === capitals ? capitals : undefined;
  }

  #kept(text: string, allowed: ReadonlySet<string>): string {
    let kept = '';
    for (const character of text) kept += allowed.has(character) ? character : ' ';
    return kept.replaceAll(/ +/g, ' ').trim();
  }
}

function tableOf(characters: ReadonlySet<string>): Uint8Array {
  const table = new Uint8Array(128);
  for (const character of characters) table[character.charCodeAt(0)] = 1;
  return table;
}

/** Whether nothing of the text would change, as is so of most: all characters allowed, spaces single and inside. */
function isSentAsItIs(text: string, isAllowed: Uint8Array): boolean {
  let isAfterSpace = true;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (isAllowed[unit] !== 1) return false;
    if (unit === SPACE && isAfterSpace) return false;
    isAfterSpace = unit === SPACE;
  }
  return !isAfterSpace || text === '';
}

function withoutAccents(text: string): string {
  // Small letters alone are what most texts that change have.
  if (ASCII.test(text)) return text.toUpperCase();
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toUpperCase();
}
