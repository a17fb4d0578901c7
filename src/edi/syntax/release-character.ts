import { type Delimiters, isLetterOrDigit } from './delimiters.ts';

/** ISX belongs to control segments of this version (ISA12) and later. */
const VERSION_MIN = 702;

const SPACE = 0x20;

/** Whether an interchange of this version (ISA12) may say, by ISX, that it has a release character. */
export function mayHaveRelease(version: string): boolean {
  return /^\d{5}$/.test(version) && Number(version) >= VERSION_MIN;
}

/** The release character that ISX01 declares; 0 when it declares none, or one that could not be told from data. */
export function releaseOf(declared: string, delimiters: Delimiters): number {
  const byte = declared.length === 1 ? declared.charCodeAt(0) : 0;
  const { element, component, repetition, terminator } = delimiters;
  if ([element, component, repetition, terminator, SPACE].includes(byte) || isLetterOrDigit(byte)) return 0;
  return byte;
}

/** The text that an element stands for: without release characters, and with what each of them released. */
export function withoutRelease(text: string, release: number): string {
  const character = String.fromCharCode(release);
  if (release === 0 || !text.includes(character)) return text;
  let released = '';
  for (let i = 0; i < text.length; i++) {
    if (text[i] === character) i++;
    released += text[i] ?? '';
  }
  return released;
}

/** Splits an element as it stands at a separator that is not released; the parts keep their release characters. */
export function splitReleased(text: string, separator: string, release: number): string[] {
  if (release === 0) return text.split(separator);
  const character = String.fromCharCode(release);
  const parts: string[] = [];
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === character) i++;
    else if (text[i] === separator) {
      parts.push(text.slice(start, i));
      start = i + 1;
    }
  }
  parts.push(text.slice(start));
  return parts;
}
