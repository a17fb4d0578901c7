// Damages files the way transfers, editors, programs and enemies do. Texts have one character a byte.

const BYTES = [
  '~',
  '*',
  ':',
  '^',
  '\n',
  '\r',
  '\0',
  '\u001a',
  ' ',
  'I',
  '?',
  '|',
  '\u00ff',
  '\u00ef\u00bb\u00bf',
  '-',
  '9',
];
const VALUES = [
  '',
  '-',
  '.',
  '-0',
  '0',
  '1e9',
  '99999999999999999999',
  '-999999999.99',
  '1'.repeat(40),
  'ISA',
  'SE*0*0001',
];
const RUNS = [
  'A',
  '^',
  ':',
  '*',
  '~',
  'HL*1*1*22*1~',
  'ISA*',
  'ST*837*0001~',
  'LX*1~',
  'CAS*CO*45*1~',
  '\n',
  ' ',
];
const LENGTH_MAX = 200_000;

/** `text` with one to six damages; `random(n)` gives whole numbers below `n`, `others` are files to take pieces from. */
export function mutate(text, others, random) {
  let mutated = text;
  for (let count = 1 + random(6); count > 0; count--) {
    const mutation = MUTATIONS[random(MUTATIONS.length)];
    mutated = mutation(mutated, random, others).slice(0, LENGTH_MAX);
  }
  return mutated;
}

const pick = (list, random) => list[random(list.length)];
const replaced = (text, start, stop, piece) => text.slice(0, start) + piece + text.slice(stop);

const MUTATIONS = [
  function overwrite(text, random) {
    const at = random(text.length + 1);
    return replaced(text, at, at + 1, pick(BYTES, random));
  },
  function insert(text, random) {
    const at = random(text.length + 1);
    return replaced(text, at, at, pick(BYTES, random));
  },
  function scramble(text, random) {
    const at = random(text.length + 1);
    return replaced(text, at, at + 1, String.fromCharCode(random(256)));
  },
  function remove(text, random) {
    const at = random(text.length + 1);
    return replaced(text, at, at + 1 + random(60), '');
  },
  function cut(text, random) {
    return text.slice(0, random(text.length + 1));
  },
  function behead(text, random) {
    return text.slice(random(120));
  },
  function repeatPart(text, random) {
    const at = random(text.length + 1);
    const part = text.slice(at, at + 1 + random(200));
    return replaced(text, at, at, part.repeat(1 + random(20)));
  },
  function run(text, random) {
    const at = random(text.length + 1);
    return replaced(text, at, at, pick(RUNS, random).repeat(10 ** random(5)));
  },
  function splice(text, random, others) {
    const other = pick(others, random);
    const at = random(other.length + 1);
    const here = random(text.length + 1);
    return replaced(text, here, here, other.slice(at, at + random(2000)));
  },
  function append(text, random, others) {
    return text + pick(['', '\n', '\r\n', '\0', '\u001a'], random) + pick(others, random);
  },
  function setElement(text, random) {
    const start = text.indexOf('*', random(text.length + 1)) + 1;
    const stop = text.slice(start).search(/[*~]/);
    return stop < 0 ? text : replaced(text, start, start + stop, pick(VALUES, random));
  },
  function swapSegments(text, random) {
    const segments = text.split('~');
    const [one, other] = [random(segments.length), random(segments.length)];
    [segments[one], segments[other]] = [segments[other], segments[one]];
    return segments.join('~');
  },
  function dropSegment(text, random) {
    const segments = text.split('~');
    segments.splice(random(segments.length), 1 + random(3));
    return segments.join('~');
  },
  function turnLevels(text, random) {
    return text.replaceAll(/HL\*(\d+)\*\d*/g, (level, number) =>
      random(2) === 0 ? level : `HL*${number}*${1 + random(9)}`,
    );
  },
  function wrap(text, random) {
    const width = [80, 72, 40, 132, 16 + random(100)][random(5)];
    const lineEnd = pick(['\n', '\r\n', '\r'], random);
    return text
      .replaceAll(/[\r\n]/g, '')
      .replaceAll(new RegExp(`[^]{${width}}`, 'g'), (line) => line + lineEnd);
  },
  function otherDelimiters(text, random) {
    const [element, terminator] = [
      pick(['|', '\u001d', '+', '*'], random),
      pick(['\n', '\u001c', "'", '~'], random),
    ];
    return text.replaceAll(/[*~]/g, (delimiter) => (delimiter === '*' ? element : terminator));
  },
  function release(text, random) {
    const later = text.replace('*00501*', '*00704*').replace(/~\s*GS/, '~ISX*?~GS');
    const at = random(later.length + 1);
    return replaced(later, at, at, '?');
  },
  function binary(text, random) {
    const at = text.indexOf('~', random(text.length + 1)) + 1;
    const data = text.slice(at, at + random(300));
    const count = pick([data.length, data.length, random(1000), 16_000_000, 99_999_999], random);
    return replaced(text, at, at, pick([`BIN*${count}*${data}~`, `BDS*ASC*${count}*${data}~`], random));
  },
];
