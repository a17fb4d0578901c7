import type { Delimiters } from '../../edi/syntax/delimiters.ts';
import { type SendableText, sendableText } from './sendable-text.ts';
import type { TellRefusal } from './writing-refusal.ts';

/** How long an element may be, in characters. */
export interface ElementLength {
  readonly min: number;
  readonly max: number;
}

/**
 * The texts of claims on their way to a partner. Every text that is sent goes through here with the pointer to what
 * holds it and the steps from there to it, so that what is refused and what is sent cannot drift apart. A claim has some
 * hundred texts, most of which are sent as they are: to see that must be cheap, and no pointer is put together for it.
 */
export class ClaimText {
  readonly #sendable: SendableText;
  readonly #tell: TellRefusal;
  readonly #isEveryTextClean: boolean;

  /**
   * `isEveryTextClean` takes every text of the right length for one that is sent as it is, unseen: for whoever looks at
   * its characters later.
   */
  constructor(delimiters: Delimiters, tell: TellRefusal, isEveryTextClean = false) {
    this.#sendable = sendableText(delimiters);
    this.#tell = tell;
    this.#isEveryTextClean = isEveryTextClean;
  }

  /** A name, a street, a note: what people read. */
  text(text: string, pointer: string, member: string, length: ElementLength): string;
  text(text: string | undefined, pointer: string, member: string, length: ElementLength): string | undefined;
  text(text: string | undefined, pointer: string, member: string, length: ElementLength): string | undefined {
    if (text === undefined || (fits(text, length) && (this.#isEveryTextClean || this.#sendable.isText(text))))
      return text;
    return this.#changedText(text, `${pointer}/${member}`, length);
  }

  /** A number or code that means something else when a character is changed. */
  identifier(text: string, pointer: string, member: string, length: ElementLength): string;
  identifier(
    text: string | undefined,
    pointer: string,
    member: string,
    length: ElementLength,
  ): string | undefined;
  identifier(
    text: string | undefined,
    pointer: string,
    member: string,
    length: ElementLength,
  ): string | undefined {
    if (text === undefined || this.#isIdentifierSent(text, length)) return text;
    return this.#changedIdentifier(text, `${pointer}/${member}`, length);
  }

  /** A list of them; the very same list where nothing of it changes. */
  identifiers(
    texts: readonly string[],
    pointer: string,
    member: string,
    length: ElementLength,
  ): readonly string[] {
    for (let index = 0; index < texts.length; index++) {
      if (!this.#isIdentifierSent(texts[index] as string, length)) {
        return texts.map((text, place) =>
          this.identifier(text, `${pointer}/${member}`, String(place), length),
        );
      }
    }
    return texts;
  }

  /** What is wrong with something other than a text. */
  refuse(...refusal: Parameters<TellRefusal>): void {
    this.#tell(...refusal);
  }

  /** Whether it is sent as it is. */
  #isIdentifierSent(text: string, length: ElementLength): boolean {
    return fits(text, length) && (this.#isEveryTextClean || this.#sendable.isIdentifier(text));
  }

  #changedText(text: string, pointer: string, length: ElementLength): string {
    const sent = this.#sendable.text(text);
    if (!this.#sendable.isTransliterable(text)) this.#tell('writing.text-characters', pointer);
    else if (sent === '') this.#tell('writing.text-empty', pointer);
    else if (!fits(sent, length)) this.#tell('writing.text-length', pointer);
    return sent;
  }

  #changedIdentifier(text: string, pointer: string, length: ElementLength): string {
    const sent = this.#sendable.identifier(text);
    if (sent === undefined) this.#tell('writing.identifier-characters', pointer);
    else if (!fits(sent, length)) this.#tell('writing.text-length', pointer);
    return sent ?? '';
  }
}

function fits({ length }: string, { min, max }: ElementLength): boolean {
  return length >= min && length <= max;
}
