/**
 * A segment identifier packed into an integer (`CLP` is 0x434c50), so that comparing two is one machine
 * instruction and reading one makes no string.
 */
export type Tag = number;

/** Packs one to four ASCII characters: a segment identifier, or a short code. */
export function tagOf(text: string): Tag {
  let packed = 0;
  for (let i = 0; i < text.length; i++) packed = (packed << 8) | text.charCodeAt(i);
  return packed;
}

/**
 * One to four bytes of a view as one integer, as `tagOf` packs a text. Four are always read, and at once, because that is
 * faster than to count: a reader's bytes go on for some more behind every element.
 */
export function packView(view: DataView, start: number, stop: number): number {
  return (view.getInt32(start) >>> ((4 - (stop - start)) << 3)) | 0;
}

/** A segment identifier has at most three bytes; no segment with its terminator is shorter. */
export const TAG_LENGTH_MAX = 3;

/** The segment identifier `bytes[start, stop)`; 0 when it is not two or three bytes. */
export function tagAt(bytes: Uint8Array, start: number, stop: number): Tag {
  const length = stop - start;
  if (length < 2 || length > TAG_LENGTH_MAX) return 0;
  const two = ((bytes[start] as number) << 8) | (bytes[start + 1] as number);
  return length === 2 ? two : (two << 8) | (bytes[start + 2] as number);
}

const GOLDEN_RATIO = 0x9e37_79b1;

/** Texts of tags that were asked for: those of the standard are some hundred. */
const TEXTS = new Map<Tag, string>();
const TEXTS_MAX = 1000;

/** The text of a packed identifier. */
export function tagText(tag: Tag): string {
  const known = TEXTS.get(tag);
  if (known !== undefined) return known;
  let text = '';
  for (let shift = 24; shift >= 0; shift -= 8) {
    const byte = (tag >> shift) & 0xff;
    if (byte !== 0) text += String.fromCharCode(byte);
  }
  if (TEXTS.size < TEXTS_MAX) TEXTS.set(tag, text);
  return text;
}

/** Identifiers that were asked for and are sound: a file has some dozen, and each segment has one. */
const SOUND_BITS = 8;
const SOUND = new Int32Array(1 << SOUND_BITS);

/** Whether a packed identifier is two or three capital letters and digits, a letter first (X12.6 §3.7). */
export function isSegmentIdentifier(tag: Tag): boolean {
  const place = Math.imul(tag, GOLDEN_RATIO) >>> (32 - SOUND_BITS);
  if (SOUND[place] === tag && tag !== 0) return true;
  if (!isLetterAndMore(tag)) return false;
  SOUND[place] = tag;
  return true;
}

function isLetterAndMore(tag: Tag): boolean {
  if (tag > 0xffffff || tag <= 0xff) return false;
  const first = tag > 0xffff ? tag >> 16 : tag >> 8;
  if (first < 0x41 || first > 0x5a) return false;
  return (tag <= 0xffff || isCapitalOrDigit((tag >> 8) & 0xff)) && isCapitalOrDigit(tag & 0xff);
}

function isCapitalOrDigit(byte: number): boolean {
  return (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x30 && byte <= 0x39);
}
