// Compares what was found with what was expected, and says in lines that a person can read what differs.

/** Lists whose order says nothing. */
const UNORDERED = ['remittances', 'workItems', 'bank', 'pairs'];
const MAPS = ['statuses', 'balances'];

/** `- ` begins what was expected and is not there, `+ ` what is there and was not expected. */
export function differencesOf(expected, found) {
  const lines = [...found.broken];
  for (const section of MAPS) lines.push(...mapDifferences(section, expected[section] ?? {}, found[section]));
  for (const section of UNORDERED) {
    if (section === 'bank' && expected.bank === undefined) continue;
    lines.push(...listDifferences(section, expected[section] ?? [], found[section]));
  }
  const known = new Set([...UNORDERED, ...MAPS]);
  const unknown = Object.keys(expected).filter((section) => !known.has(section));
  return [...lines, ...unknown.map((section) => `expected.yaml has a section that is not known: ${section}`)];
}

function mapDifferences(section, expected, found) {
  const keys = [...new Set([...Object.keys(expected), ...Object.keys(found)])].toSorted();
  return keys
    .filter((key) => expected[key] !== found[key])
    .flatMap((key) => [
      ...(expected[key] === undefined ? [] : [`- ${section} ${key}: ${expected[key]}`]),
      ...(found[key] === undefined ? [] : [`+ ${section} ${key}: ${found[key]}`]),
    ]);
}

/** Each expected row takes one of those found; what an expected row leaves out is not compared. */
function listDifferences(section, expected, found) {
  const left = [...found];
  const missing = expected.filter((row) => {
    const index = left.findIndex((candidate) => fits(row, candidate));
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
  return [
    ...missing.map((row) => `- ${section} ${JSON.stringify(row)}`),
    ...left.map((row) => `+ ${section} ${JSON.stringify(row)}`),
  ];
}

/** `code` stands for the first of the codes; what follows it are details. */
function fits(row, candidate) {
  return Object.entries(row).every(([key, value]) => {
    if (key === 'code') return candidate.codes?.[0] === value;
    return JSON.stringify(candidate[key]) === JSON.stringify(value);
  });
}
