import type { Delimiters } from '../../edi/syntax/delimiters.ts';
import { sameOrMapped } from './same-or-mapped.ts';
import { SendableText } from './sendable-text.ts';
import type { TellRefusal, WritingCode } from './writing-refusal.ts';

/** How long an element may be, in characters. */
export interface ElementLength {
  readonly min: number;
  readonly max: number;
}

/**
 * The texts of claims on their way to a partner. Every text that is sent goes through here with the pointer to what
 * holds it and the steps from there to it, so that what is refused and what is sent cannot drift apart.
 */
export class ClaimText {
  readonly #sendable: SendableText;
  readonly #tell: TellRefusal;

  constructor(delimiters: Delimiters, tell: TellRefusal) {
    this.#sendable = new SendableText(delimiters);
    this.#tell = tell;
  }

  /** A name, a street, a note: what people read. */
  text(text: string, pointer: string, member: string, length: ElementLength): string;
  text(text: string | undefined, pointer: string, member: string, length: ElementLength): string | undefined;
  text(text: string | undefined, pointer: string, member: string, length: ElementLength): string | undefined {
    if (text === undefined) return undefined;
    const sent = this.#sendable.text(text);
    if (sent !== text && !this.#sendable.isTransliterable(text)) {
      this.#refuseMember('writing.text-characters', pointer, member);
    } else if (sent === '') this.#refuseMember('writing.text-empty', pointer, member);
    else if (!fits(sent, length)) this.#refuseMember('writing.text-length', pointer, member);
    return sent;
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
    if (text === undefined) return undefined;
    const sent = this.#sendable.identifier(text);
    if (sent === undefined) this.#refuseMember('writing.identifier-characters', pointer, member);
    else if (!fits(sent, length)) this.#refuseMember('writing.text-length', pointer, member);
    return sent ?? '';
  }

  /** A list of them; the very same list where nothing of it changes. */
  identifiers(
    texts: readonly string[],
    pointer: string,
    member: string,
    length: ElementLength,
  ): readonly string[] {
    return sameOrMapped(texts, (text, index) => this.identifier(text, pointer, `${member}/${index}`, length));
  }

  /** What is wrong with something other than a text. */
  refuse(...refusal: Parameters<TellRefusal>): void {
    this.#tell(...refusal);
  }

  /** Pointers are put together only where one is needed: a claim has some hundred texts. */
  #refuseMember(code: WritingCode, pointer: string, member: string): void {
    this.#tell(code, `${pointer}/${member}`);
  }
}

function fits({ length }: string, { min, max }: ElementLength): boolean {
  return length >= min && length <= max;
}
