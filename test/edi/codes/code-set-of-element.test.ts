import { describe, expect, test } from 'vitest';
import { CODE_SET_DESCRIPTIONS } from '../../../src/edi/codes/code-set-descriptions.ts';
import { codeSetOfSource, codeSetsOfQualifier } from '../../../src/edi/codes/code-set-of-element.ts';
import { codeSetById } from '../../../src/edi/codes/code-sets.ts';
import type { CompositeRule, ElementRule, LoopRule, SegmentRule } from '../../../src/edi/guide/guide.ts';
import { guideById } from '../../../src/edi/guides/carried.ts';

const GUIDES = [
  ['005010X222A1', '837'],
  ['005010X223A2', '837'],
  ['005010X224A2', '837'],
  ['005010X221A1', '835'],
  ['005010X231A1', '999'],
  ['005010X214', '277'],
  ['005010X212', '276'],
  ['005010X212', '277'],
  ['005010X279A1', '270'],
  ['005010X279A1', '271'],
] as const;

function elementsOf(rule: SegmentRule | LoopRule): ElementRule[] {
  if (rule.kind === 'loop') return rule.children.flatMap(elementsOf);
  return rule.elements.flatMap((element: ElementRule | CompositeRule) =>
    element.kind === 'composite' ? element.components : [element],
  );
}

/** Code sources that the guides name and of which no set is kept: subdivisions, ZIP codes, X12 itself, types of bill. */
const NOT_KEPT = ['5 100', '5 1715', '51 116', '77 721', '235 1325'];

describe('the code source of an element', () => {
  test('is known for each that the carried guides name, or on purpose not', () => {
    const named = new Set<string>();
    for (const [id, set] of GUIDES) {
      const guide = guideById(id, set);
      expect(guide).toBeDefined();
      for (const { codeSource, dataElement } of guide?.children.flatMap(elementsOf) ?? []) {
        if (codeSource !== undefined) named.add(`${codeSource} ${dataElement}`);
      }
    }
    expect(named.size).toBeGreaterThan(5);
    const unknown = [...named].filter((each) => {
      const [codeSource = '', dataElement = ''] = each.split(' ');
      return codeSetOfSource(codeSource, dataElement) === undefined;
    });
    expect(unknown.filter((each) => !NOT_KEPT.includes(each))).toEqual([]);
  });

  test('names the set that is described with it', () => {
    for (const codeSource of '22 133 135 139 229 230 231 237 239 240 411 507 508 682 896 897'.split(' ')) {
      const id = codeSetOfSource(codeSource, '1271');
      expect(id && CODE_SET_DESCRIPTIONS[id].codeSource).toBe(codeSource);
    }
  });

  test('of countries keeps their subdivisions and currencies too, which are none', () => {
    expect(codeSetOfSource('5', '26')).toBe('country');
    expect(codeSetOfSource('5', '1715')).toBeUndefined();
    expect(codeSetOfSource('constructor', '26')).toBeUndefined();
  });
});

describe('a qualifier', () => {
  test.each([
    ['1270', 'ABK', ['icd-10-cm']],
    ['1270', 'BBR', ['icd-10-pcs']],
    ['1270', 'HE', ['remittance-advice-remark']],
    ['128', 'PXC', ['provider-taxonomy']],
    ['1332', 'B', ['place-of-service']],
    ['1332', 'A', []],
    ['235', 'NU', ['revenue']],
    ['235', 'IV', []],
    ['66', 'XX', []],
  ])('%s %s says which set the code beside it is of', (dataElement, qualifier, ids) => {
    expect(codeSetsOfQualifier(dataElement, qualifier)).toEqual(ids);
  });

  test.each([
    ['99213', 'cpt'],
    ['0001U', 'cpt'],
    ['D0120', 'cdt'],
    ['J1885', 'hcpcs'],
    ['ABCDE', undefined],
  ])('HC stands for three sets, told apart by shape: %s', (code, id) => {
    const first = codeSetsOfQualifier('235', 'HC').find((each) => codeSetById(each).isWellFormed(code));
    expect(first).toBe(id);
  });
});
