import type { ProblemSeverity } from './problems.ts';

/** What a problem says wherever it stands. No sentence here holds a value from a file. */
export interface ProblemText {
  readonly severity: ProblemSeverity;
  readonly message: string;
  readonly remedy: string;
}

export function error(message: string, remedy: string): ProblemText {
  return { severity: 'error', message, remedy };
}

export function warning(message: string, remedy: string): ProblemText {
  return { severity: 'warning', message, remedy };
}
