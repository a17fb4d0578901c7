/** A small hand-written interchange with two sets; what it says is invented. */
export const TWO_SETS = [
  'ISA*00*          *00*          *ZZ*CLINIC         *ZZ*PAYER          *250102*0304*^*00501*000000007*0*T*:~',
  'GS*HC*CLINIC*PAYER*20250102*0304*7*X*005010X222A1~',
  'ST*837*0001*005010X222A1~',
  'BHT*0019*00*A1*20250102*0304*CH~',
  'CLM*A1*100***11:B:1*Y*A*Y*Y~',
  'SE*4*0001~',
  'ST*837*0002*005010X222A1~',
  'NM1*41*2*EXAMPLE CLINIC*****46*12345~',
  'SE*3*0002~',
  'GE*2*7~',
  'IEA*1*000000007~',
].join('\n');

/** The same text with other delimiters (and no line ends); the text may hold none of the new ones as data. */
export function withDelimiters(
  text: string,
  delimiters: { element: string; repetition: string; component: string; terminator: string },
): string {
  const table: Readonly<Record<string, string>> = {
    '*': delimiters.element,
    '^': delimiters.repetition,
    ':': delimiters.component,
    '~': delimiters.terminator,
    '\n': '',
  };
  return text.replaceAll(/[*^:~\n]/g, (character) => table[character] ?? character);
}
