/** The path of a name in a configured directory; partners write paths with slashes, whatever they run on. */
export function remotePath(directory: string, name: string): string {
  return `${directory.replace(/\/+$/, '')}/${name}`;
}

/**
 * Whether a name that a partner gave can be joined to a directory and stays in it. Control characters and
 * U+FFFD, which stands for bytes that are no UTF-8, would not find the file again.
 */
export function isPlainName(name: string): boolean {
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  return name !== '' && name !== '.' && name !== '..' && !/[/\\\u0000-\u001f\u007f\ufffd]/.test(name);
}
