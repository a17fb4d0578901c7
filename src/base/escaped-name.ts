/** What people are shown of a name; the rest of a longer one is left out. */
const SHOWN_MAX = 200;

/**
 * Everything that is not plainly visible: controls, escape sequences' first byte, line ends, format characters (which
 * turn the reading direction), lone surrogates and what stands for undecodable bytes. And the backslash, so that
 * an escape cannot be mistaken for a name that looks like one.
 */
const UNSEEN = /[\p{C}\p{Z}\ufffd\\]/gu;

/** A name that somebody else chose, as it may be shown and stored: one line, nothing in it that acts or hides. */
export function escapedName(name: string): string {
  const shown = name.length > SHOWN_MAX ? `${name.slice(0, SHOWN_MAX)}…` : name;
  return shown.replace(UNSEEN, (unseen) =>
    unseen === ' ' ? ' ' : `\\u{${(unseen.codePointAt(0) ?? 0).toString(16)}}`,
  );
}
