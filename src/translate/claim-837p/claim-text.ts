import type { Delimiters } from '../../edi/syntax/delimiters.ts';
import { SendableText } from './sendable-text.ts';
import type { TellRefusal } from './writing-refusal.ts';

/** How long an element may be, in characters; at least one where nothing is said. */
export interface ElementLength {
  readonly min?: number;
  readonly max: number;
}

/**
 * The texts of one claim on their way to a partner. Every text that is sent goes through here with the pointer to its
 * member, so that what is refused and what is sent cannot drift apart.
 */
export class ClaimText {
  readonly #sendable: SendableText;
  readonly #tell: TellRefusal;
  #refusalCount = 0;
  readonly #kept = new Map<string, { readonly source: object; readonly form: unknown }>();

  constructor(delimiters: Delimiters, tell: TellRefusal) {
    this.#sendable = new SendableText(delimiters);
    this.#tell = (...refusal) => {
      this.#refusalCount++;
      tell(...refusal);
    };
  }

  /**
   * `make()`, or what it made the last time under this pointer, of the very same object: most claims of a batch share
   * who submits and bills them. What was refused is made again, so that it is refused for each claim.
   */
  shared<Form>(source: object, pointer: string, make: () => Form): Form {
    const kept = this.#kept.get(pointer);
    if (kept?.source === source) return kept.form as Form;
    const before = this.#refusalCount;
    const form = make();
    if (this.#refusalCount === before) this.#kept.set(pointer, { source, form });
    return form;
  }

  /** A name, a street, a note: what people read. */
  text(text: string, pointer: string, length: ElementLength): string;
  text(text: string | undefined, pointer: string, length: ElementLength): string | undefined;
  text(text: string | undefined, pointer: string, length: ElementLength): string | undefined {
    if (text === undefined) return undefined;
    const sent = this.#sendable.text(text);
    if (!this.#sendable.isTransliterable(text)) this.#tell('writing.text-characters', pointer);
    else if (sent === '') this.#tell('writing.text-empty', pointer);
    else if (!fits(sent, length)) this.#tell('writing.text-length', pointer);
    return sent;
  }

  /** A number or code that means something else when a character is changed. */
  identifier(text: string, pointer: string, length: ElementLength): string;
  identifier(text: string | undefined, pointer: string, length: ElementLength): string | undefined;
  identifier(text: string | undefined, pointer: string, length: ElementLength): string | undefined {
    if (text === undefined) return undefined;
    const sent = this.#sendable.identifier(text);
    if (sent === undefined) this.#tell('writing.identifier-characters', pointer);
    else if (!fits(sent, length)) this.#tell('writing.text-length', pointer);
    return sent ?? '';
  }

  /** What is wrong with something other than a text. */
  refuse(...refusal: Parameters<TellRefusal>): void {
    this.#tell(...refusal);
  }
}

function fits(text: string, { min = 1, max }: ElementLength): boolean {
  return text.length >= min && text.length <= max;
}
