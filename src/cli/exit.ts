/** What a command leaves to the shell: 0 done, 1 the answer is no or the work failed, 2 the command was misused. */
export type ExitCode = 0 | 1 | 2;

/** The command was called in a way that cannot work: exit 2, with what to do. */
export class Misuse extends Error {
  override readonly name = 'Misuse';
}

/** A command that could not do its work: exit 1, with one plain sentence and no stack. */
export class CommandFailure extends Error {
  override readonly name = 'CommandFailure';
}
