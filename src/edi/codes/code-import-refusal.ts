/** Why a published file does not become the list that is used. No sentence holds a value of the file. */
export interface CodeImportRefusal {
  readonly code: CodeImportRefusalCode;
  /** Counts from 1; absent where the file as a whole is refused. */
  readonly line?: number;
  readonly message: string;
}

export type CodeImportRefusalCode = keyof typeof CODE_IMPORT_MESSAGES;

/** `docs/reference/codes.md` has a row for each. */
export const CODE_IMPORT_MESSAGES = {
  'codes.empty': 'the file holds no code',
  'codes.column-missing': 'the first line names columns, but none of them is "code"',
  'codes.shape': 'this is not what a code of the set looks like',
  'codes.date': 'a date is not a day of the calendar (YYYY-MM-DD, MM/DD/YYYY or YYYYMMDD)',
  'codes.stops-before-start': 'a code stops before it starts',
  'codes.repeated': 'a code stands in the file twice',
  'codes.older': 'the list in use is from a later day than this file',
  'codes.shrinks': 'the file holds less than half of the codes that the list in use has',
} as const;

export function codeImportRefusal(code: CodeImportRefusalCode, line?: number): CodeImportRefusal {
  return { code, ...(line === undefined ? {} : { line }), message: CODE_IMPORT_MESSAGES[code] };
}
