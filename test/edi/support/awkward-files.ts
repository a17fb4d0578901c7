import { TWO_SETS, withDelimiters } from './interchange-text.ts';

const [ISA = ''] = TWO_SETS.split('\n');

/** The text as lines of `width` columns, whatever stands where a line ends. */
export function wrapped(text: string, width = 80, lineEnd = '\n'): string {
  const lines: string[] = [];
  for (let start = 0; start < text.length; start += width) lines.push(text.slice(start, start + width));
  return lines.join(lineEnd) + lineEnd;
}

export const ONE_LINE = TWO_SETS.replaceAll('\n', '');

/** An interchange of a version that has a release character, `?`, and data that need it. */
export const RELEASED = [
  ISA.replace('*00501*', '*00704*'),
  'ISX*?~',
  'GS*HC*CLINIC*PAYER*20250102*0304*7*X*007040~',
  'ST*837*0001~',
  'NTE*ADD*A?*B ?~ C?? D~',
  'HI*ABK?:X:J069?^~',
  'SE*4*0001~',
  'GE*1*7~',
  'IEA*1*000000007~',
].join('');

/** Bytes that hold every delimiter, a line end and no ASCII. */
export const BINARY_DATA = '~*:^\n\u00ff\u0000ISA*~';

/** An interchange whose set holds a BIN and a BDS. */
export const BINARY = [
  ISA,
  'GS*PI*CLINIC*PAYER*20250102*0304*7*X*005010~',
  'ST*275*0001~',
  `BIN*${BINARY_DATA.length}*${BINARY_DATA}~`,
  `BDS*ASC*${BINARY_DATA.length}*${BINARY_DATA}~`,
  'SE*4*0001~',
  'GE*1*7~',
  'IEA*1*000000007~',
].join('');

/** Two interchanges, the second with other delimiters. */
export const TWO_DELIMITERS =
  TWO_SETS +
  withDelimiters(TWO_SETS.replaceAll('000000007', '000000008'), {
    element: '|',
    repetition: '!',
    component: '>',
    terminator: '\n',
  });

/** What file readers stumble over, by name. */
export const AWKWARD_FILES: Readonly<Record<string, string>> = {
  'lines of 80 columns': wrapped(ONE_LINE),
  'lines of 80 columns that end in CR and LF': wrapped(ONE_LINE, 80, '\r\n'),
  'lines of 72 columns that end in CR': wrapped(ONE_LINE, 72, '\r'),
  'segments on lines of their own, wrapped at 80 columns': TWO_SETS.split('\n')
    .map((line) => wrapped(line))
    .join(''),
  'two interchanges, the first wrapped': wrapped(ONE_LINE) + ONE_LINE.replaceAll('000000007', '000000008'),
  'two interchanges, the second wrapped': `${ONE_LINE}\n${wrapped(ONE_LINE.replaceAll('000000007', '000000008'))}`,
  'a byte order mark': `\u00ef\u00bb\u00bf${TWO_SETS}`,
  'blank lines before ISA': `\r\n \r\n\n${TWO_SETS}`,
  'CR and LF behind terminators': TWO_SETS.replaceAll('\n', '\r\n'),
  'NUL and SUB at the end': `${TWO_SETS}\0\0\u001a`,
  'bytes beyond ASCII': TWO_SETS.replace('EXAMPLE CLINIC', 'CL\u00cdNICA \u00c3\u008d\u00ff\u0080'),
  'a release character': RELEASED,
  'binary segments': BINARY,
  'different delimiters in one file': TWO_DELIMITERS,
};
