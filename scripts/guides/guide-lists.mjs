// Names for code lists that are too long for a line.

const WORDS = {
  66: 'identifiers',
  98: 'entities',
  128: 'references',
  143: 'transaction-sets',
  363: 'notes',
  374: 'dates',
  426: 'adjustments',
  479: 'functional-groups',
  522: 'amounts',
  584: 'employment',
  615: 'periods',
  618: 'set-errors',
  620: 'segment-errors',
  621: 'element-errors',
  673: 'quantities',
  678: 'delivery',
  716: 'group-errors',
  755: 'reports',
  901: 'reject-reasons',
  1032: 'claim-filing',
  1221: 'providers',
  1336: 'insurance-types',
  1365: 'service-types',
  1390: 'benefits',
  1595: 'services',
  1596: 'ranks',
  9999: 'business-units',
};

/** A function that names lists, the same list always the same: by what its codes are, then by the first loop with it. */
export function nameLists() {
  const names = new Map();
  return (id, codes, loop) => {
    const key = codes.join(' ');
    if (names.has(key)) return names.get(key);
    const word = WORDS[id];
    if (word === undefined) throw new Error(`a long list of element ${id} in ${loop} has no name`);
    const name = [...names.values()].includes(word) ? `${word}-${loop}` : word;
    names.set(key, name);
    return name;
  };
}
