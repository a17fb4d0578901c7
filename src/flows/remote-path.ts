/** The path of a name in a configured directory; partners write paths with slashes, whatever they run on. */
export function remotePath(directory: string, name: string): string {
  return `${directory.replace(/\/+$/, '')}/${name}`;
}

/**
 * Whether a name that a partner gave can be joined to a directory and stays in it. U+FFFD stands for bytes that are
 * no UTF-8 and would not find the file again; a zero byte ends the name for some servers. Any other name is taken,
 * however odd: here it is only text, and the file is known by its hash.
 */
export function isPlainName(name: string): boolean {
  // oxlint-disable-next-line no-control-regex -- the zero byte is what is looked for
  return name !== '' && name !== '.' && name !== '..' && !/[/\\\u0000\ufffd]/.test(name);
}
