import { describe, expect, test } from 'vitest';
import { InvariantViolation } from '../../../src/base/invariant.ts';
import type { CompositeRule, LoopRule, SegmentRule } from '../../../src/edi/guide/guide.ts';
import { readGuideText, readSegmentTable } from '../../../src/edi/guide/read-guide-text.ts';

const HEAD = {
  ids: ['005010X000'],
  name: 'sample (000)',
  functionalIdentifier: 'ZZ',
  setIdentifier: '000',
} as const;

const ST = 'ST R 1 Transaction Set Header\n  01 R ID 3/3 143 Transaction Set Identifier Code = 000\n';
const SE = '\nSE R 1 Transaction Set Trailer\n  01 R N0 1/10 96 Transaction Segment Count\n';

function childrenOf(middle: string, lists = ''): readonly (SegmentRule | LoopRule)[] {
  return readGuideText({ ...HEAD, text: `${lists}${ST}${middle}${SE}` }).children.slice(1, -1);
}

function segmentOf(middle: string, lists = ''): SegmentRule {
  const [child] = childrenOf(middle, lists);
  if (child?.kind !== 'segment') throw new Error('the text holds no segment');
  return child;
}

describe('a guide text', () => {
  test('gives the guide with its head', () => {
    const guide = readGuideText({ ...HEAD, text: ST + SE });
    expect(guide).toMatchObject(HEAD);
    expect(guide.children.map((child) => child.kind === 'segment' && child.id)).toEqual(['ST', 'SE']);
  });

  test('says of a segment its usage, repeat, name and syntax notes', () => {
    expect(segmentOf('REF S >1 Group, Number ; R0203 L010203\n  01 R ID 2/3 128 Q\n  02 N 127 352')).toEqual({
      kind: 'segment',
      id: 'REF',
      name: 'Group, Number',
      usage: 'S',
      repeatMax: Number.POSITIVE_INFINITY,
      elements: [
        {
          kind: 'element',
          usage: 'R',
          dataElement: '128',
          name: 'Q',
          type: 'ID',
          min: 2,
          max: 3,
          repeatMax: 1,
          isQualifier: false,
        },
        notUsed('127'),
        notUsed('352'),
      ],
      notes: [
        { kind: 'R', positions: [2, 3] },
        { kind: 'L', positions: [1, 2, 3] },
      ],
    });
  });

  test('says of an element its repeat, codes, code source and whether it is the qualifier', () => {
    const { elements } = segmentOf(
      'EB R 1 Benefit\n  01! R ID 1/2 x99 1365 Service Type Code = 1 AB\n  02 S ID 2/2 156 State Code ~22\n  03 S R 1/10 782 Amount = 1 ~5',
    );
    expect(elements[0]).toMatchObject({ repeatMax: 99, codes: ['1', 'AB'], isQualifier: true });
    expect(elements[1]).toMatchObject({ name: 'State Code', codeSource: '22', isQualifier: false });
    expect(elements[1]).not.toHaveProperty('codes');
    expect(elements[2]).toMatchObject({ type: 'R', codes: ['1'], codeSource: '5' });
  });

  test('keeps a code that holds a space in quotation marks', () => {
    const { elements } = segmentOf('CTX S 1 Context\n  01 R AN 1/35 9999 Name = "A B" C');
    expect(elements[0]).toMatchObject({ codes: ['A B', 'C'] });
  });

  test('holds the components of a composite', () => {
    const { elements } = segmentOf(
      'SV1 R 1 Service\n  01 R C003 x2 Procedure ; P0102\n    01-1! R ID 2/2 235 Q = HC\n    01-2 S AN 1/48 234 Code\n    01-3 N 1339\n  02 N C004',
    );
    const composite = elements[0] as CompositeRule;
    expect(composite).toMatchObject({ kind: 'composite', id: 'C003', name: 'Procedure', repeatMax: 2 });
    expect(composite.components.map(({ dataElement }) => dataElement)).toEqual(['235', '234', '1339']);
    expect(composite.components[0]?.isQualifier).toBe(true);
    expect(composite.notes).toEqual([{ kind: 'P', positions: [1, 2] }]);
    expect(elements[1]).toEqual({
      kind: 'composite',
      usage: 'N',
      id: 'C004',
      name: 'Not used',
      repeatMax: 1,
      components: [],
      notes: [],
    });
  });

  test('repeats what stands above, one or a pattern', () => {
    const { elements } = segmentOf(
      'CAS S 1 Adjustment\n  01 R ID 1/5 1034 Reason\n  02 S R 1/10 782 Amount\n  03..06 as 01..02\n  07 as 02\n  08 R C003 P\n    08-1 S AN 2/2 1339 Modifier\n    08-2..4 as 1\n  09..10 as 08',
    );
    const numbers = elements.map((element) =>
      element.kind === 'element' ? element.dataElement : element.components.length,
    );
    expect(numbers).toEqual(['1034', '782', '1034', '782', '1034', '782', '782', 4, 4, 4]);
  });

  test('knows a code list by its name', () => {
    const lists = 'list units\n  DA DH\n  "M J"\nlist answers\n  Y N\n';
    const { elements } = segmentOf(
      'SV5 S 1 Equipment\n  01 R ID 2/2 355 Unit = @units\n  02 R ID 1/1 1073 A = @answers',
      lists,
    );
    expect(elements[0]).toMatchObject({ codes: ['DA', 'DH', 'M J'] });
    expect(elements[1]).toMatchObject({ codes: ['Y', 'N'] });
  });

  test('holds loops in loops, and a loop a second time', () => {
    const [first, second] = childrenOf(
      'loop 2000B R >1 Subscriber\n  HL R 1 Level\n    01 R AN 1/12 628 Number\n  loop 2300 S 100 Claim\n    CLM R 1 Claim\n      01 R AN 1/38 1028 Identifier\nloop 2000C S 9 Patient\n  HL R 1 Level\n    01 R AN 1/12 628 Number\n  same 2300 R 50',
    ) as readonly [LoopRule, LoopRule];
    const claim = first.children[1] as LoopRule;
    expect(first).toMatchObject({ kind: 'loop', id: '2000B', name: 'Subscriber', usage: 'R' });
    expect(first.repeatMax).toBe(Number.POSITIVE_INFINITY);
    expect(claim).toMatchObject({ id: '2300', usage: 'S', repeatMax: 100 });
    expect(second.children[1]).toEqual({ ...claim, usage: 'R', repeatMax: 50 });
  });

  test('leaves out blank lines', () => {
    expect(childrenOf('\n\nBHT R 1 Beginning\n\n  01 R ID 4/4 1005 Structure\n')).toHaveLength(1);
  });
});

describe('a segment table', () => {
  test('gives its segments, with element numbers of the control segments', () => {
    const [segment] = readSegmentTable(
      'TA1 S >1 Acknowledgment\n  01 R N0 9/9 I12 Control Number\n  02 N I08',
    );
    expect(segment?.elements[0]).toMatchObject({ dataElement: 'I12', type: 'N0', min: 9, max: 9 });
    expect(segment?.elements[1]).toMatchObject({ dataElement: 'I08', usage: 'N' });
  });

  test('holds no loop', () => {
    expect(() => readSegmentTable('loop 1 R 1 L\n  N1 R 1 N\n    01 R AN 1/60 93 Name')).toThrow(
      InvariantViolation,
    );
  });
});

/** The mistake, the line it stands in (the text's first line is 1), and words of what is said about it. */
const MALFORMED: readonly (readonly [mistake: string, text: string, line: number, words: string])[] = [
  ['an odd indentation', ' N1 R 1 N', 3, 'two spaces a level'],
  ['a tab', '\tN1 R 1 N', 3, 'two spaces a level'],
  ['a level too deep', '    N1 R 1 N', 3, 'one level below'],
  ['a line that is no segment', 'nothing at all', 3, 'is a segment'],
  ['a segment without usage', 'N1 1 Name\n  01 R AN 1/60 93 Name', 3, 'is a segment'],
  ['a segment that repeats never', 'N1 R 0 N\n  01 R AN 1/60 93 Name', 3, 'repeats at least once'],
  ['a segment without elements', 'N1 R 1 N', 3, 'followed by its elements'],
  ['a loop without name', 'loop 2000 R 1', 3, 'is a loop'],
  ['a loop that is not used', 'loop 2000 N 1 L', 3, 'is a loop'],
  ['a loop without segment', 'loop 2000 R 1 L', 3, 'segment that begins the loop'],
  [
    'a loop that begins with a loop',
    'loop 1 R 1 L\n  loop 2 R 1 L\n    N1 R 1 N\n      01 N 93',
    3,
    'segment that begins the loop',
  ],
  ['an unknown loop again', 'same 2300 R 1', 3, 'names a loop above it'],
  ['a loop again without repeat', 'same 2300 R', 3, 'is a loop again'],
  ['an element without position', 'N1 R 1 N\n  R AN 1/60 93 Name', 4, 'begins with a position'],
  ['a gap in positions', 'N1 R 1 N\n  01 N 93\n  03 N 66', 5, 'position after the one above it'],
  ['a position twice', 'N1 R 1 N\n  01 N 93 66\n  02 N 66', 5, 'position after the one above it'],
  ['an unknown type', 'N1 R 1 N\n  01 R XX 1/60 93 Name', 4, 'is an element'],
  ['an element without length', 'N1 R 1 N\n  01 R AN 93 Name', 4, 'is an element'],
  ['an element that repeats never', 'N1 R 1 N\n  01 R AN 1/60 x0 93 Name', 4, 'is an element'],
  ['lengths the wrong way round', 'N1 R 1 N\n  01 R AN 9/8 93 Name', 4, 'from the least to the most'],
  ['a least length of none', 'N1 R 1 N\n  01 R AN 0/8 93 Name', 4, 'from the least to the most'],
  ['a qualifier without codes', 'N1 R 1 N\n  01! R AN 1/8 93 Name', 4, 'with codes as the qualifier'],
  ['a qualifier that is not used', 'N1 R 1 N\n  01! N 93', 4, 'with codes as the qualifier'],
  ['an unknown list', 'N1 R 1 N\n  01 R ID 1/8 93 Name = @units', 4, 'names a code list above it'],
  ['several positions of one element', 'N1 R 1 N\n  01..02 R AN 1/8 93 Name', 4, 'only which ones above'],
  ['a pattern that does not end', 'N1 R 1 N\n  01 N 93 66\n  03..05 as 01..02', 5, 'a whole number of times'],
  ['a pattern that is not there', 'N1 R 1 N\n  01 N 93\n  02..03 as 02', 5, 'a whole number of times'],
  ['a pattern backwards', 'N1 R 1 N\n  01 N 93 66\n  03..04 as 02..01', 5, 'a whole number of times'],
  ['a composite without components', 'N1 R 1 N\n  01 R C003 Procedure', 4, 'followed by its elements'],
  [
    'a component of another composite',
    'N1 R 1 N\n  01 R C003 P\n    02-1 N 93',
    5,
    'composite that it stands below',
  ],
  ['a component on its own', 'N1 R 1 N\n  01-1 N 93', 4, 'composite that it stands below'],
  [
    'an element among components',
    'N1 R 1 N\n  01 R C003 P\n    01 N 93',
    5,
    'composite that it stands below',
  ],
  ['a composite in a composite', 'N1 R 1 N\n  01 R C003 P\n    01-1 N C004', 4, 'composite of elements only'],
  ['a syntax note that is none', 'N1 R 1 N ; X0102\n  01 N 93 66', 3, 'syntax notes such as'],
  ['a syntax note of one position', 'N1 R 1 N ; P01\n  01 N 93', 3, 'syntax notes such as'],
  ['a syntax note about nothing', 'N1 R 1 N ; P0103\n  01 N 93 66', 3, 'positions that exist'],
  ['a syntax note about position zero', 'N1 R 1 N ; P0001\n  01 N 93', 3, 'positions that exist'],
  [
    'a component note about nothing',
    'N1 R 1 N\n  01 R C003 P ; P0102\n    01-1 S AN 1/8 93 N',
    4,
    'positions that exist',
  ],
];

describe('a malformed guide text', () => {
  test.each(MALFORMED)('with %s is an invariant that names the line', (_, middle, line, words) => {
    const read = (): unknown => readGuideText({ ...HEAD, text: `${ST}${middle}${SE}` });
    expect(read).toThrow(InvariantViolation);
    expect(read).toThrow(`line ${line} of a guide text`);
    expect(read).toThrow(words);
  });

  test.each([
    ['without a name', 'list\n  A\n', 'is a segment'],
    ['with two names', 'list a b\n  A\n', 'is a list with a name'],
    ['without codes', 'list a\n', 'is followed by codes'],
    ['named as another', 'list a\n  A\nlist a\n  B\n', 'names a list once'],
    ['below a segment', `${ST}list a\n  A\n`, 'is a segment'],
  ])('with a list %s is an invariant', (_, lists, words) => {
    expect(() => childrenOf('', lists)).toThrow(words);
  });

  test('must begin with ST and end with SE', () => {
    expect(() => readGuideText({ ...HEAD, text: SE })).toThrow('begins with ST');
    expect(() => readGuideText({ ...HEAD, text: ST })).toThrow('ends with SE');
    expect(() => readGuideText({ ...HEAD, text: '' })).toThrow(InvariantViolation);
  });
});

function notUsed(dataElement: string): object {
  return {
    kind: 'element',
    usage: 'N',
    dataElement,
    name: 'Not used',
    type: 'AN',
    min: 0,
    max: 0,
    repeatMax: 1,
    isQualifier: false,
  };
}
