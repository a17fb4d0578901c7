/** The fifty states, the district, the territories, the freely associated states, and military mail (USPS Publication 28). */
const STATES: ReadonlySet<string> = new Set(
  (
    'AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK ' +
    'OR PA RI SC SD TN TX UT VT VA WA WV WI WY AS GU MP PR VI FM MH PW AA AE AP'
  ).split(' '),
);

/** Whether a text is the two-letter code of a state or territory of the United States. */
export function isState(text: string): boolean {
  return STATES.has(text);
}
