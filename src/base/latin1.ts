/** Characters made at once: each is an argument, and arguments stand on the stack. */
const ARGUMENTS_MAX = 4096;

/** Bytes as text, one character a byte (ISO 8859-1): for what is short, since the core has no fast decoder of its own. */
export function latin1Text(bytes: Uint8Array): string {
  let text = '';
  for (let start = 0; start < bytes.length; start += ARGUMENTS_MAX) {
    const units = bytes.subarray(start, start + ARGUMENTS_MAX) as unknown as number[];
    text += String.fromCharCode.apply(undefined, units);
  }
  return text;
}
