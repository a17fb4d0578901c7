import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseBusinessDate } from '../../../src/base/time.ts';
import { entriesOf } from '../../../src/edi/codes/code-list.ts';
import { CodeSet } from '../../../src/edi/codes/code-set.ts';
import { CODE_SET_DESCRIPTIONS } from '../../../src/edi/codes/code-set-descriptions.ts';
import { CODE_SET_IDS, isCodeSetId } from '../../../src/edi/codes/code-set-ids.ts';
import { CodeSets, codeSetById, shippedCodeSets } from '../../../src/edi/codes/code-sets.ts';
import { bytesOf, dayNumberOf } from '../../../src/edi/codes/code-table.ts';
import { shippedList } from '../../../src/edi/codes/lists/shipped-lists.ts';
import { businessDate, day } from './support/days.ts';

const SHIPPED = CODE_SET_IDS.flatMap((id) => {
  const list = shippedList(id);
  return list === undefined ? [] : [list];
});

describe('shipped lists', () => {
  test.each(SHIPPED)('$id has each code once, of the right shape, and in a time that is one', (list) => {
    const set = new CodeSet(list.id, list);
    const entries = entriesOf(list);
    expect(new Set(entries.map(({ code }) => code)).size).toBe(entries.length);
    expect(set.size).toBe(entries.length);
    for (const { code, start, stop } of entries) {
      expect(code).toMatch(/^[0-9A-Z]+$/);
      expect(set.isWellFormed(code)).toBe(true);
      for (const date of [start, stop]) expect(date === undefined || parseBusinessDate(date)).toBeTruthy();
      expect(start === undefined || stop === undefined || start <= stop).toBe(true);
    }
  });

  test.each([
    ['claim-adjustment-reason', 407],
    ['remittance-advice-remark', 1198],
    ['claim-status-category', 56],
    ['claim-status', 783],
    ['place-of-service', 52],
    ['provider-taxonomy', 874],
    ['hcpcs', 8184],
    ['country', 249],
  ] as const)('%s has %i codes', (id, count) => {
    expect(codeSetById(id).size).toBe(count);
  });

  test('hold no code of CPT and CDT', () => {
    for (const id of ['cpt', 'cdt'] as const) expect(codeSetById(id).list).toBeUndefined();
    const { list } = codeSetById('hcpcs');
    expect(list && entriesOf(list).filter(({ code }) => /^[0-9D]/.test(code))).toEqual([]);
  });

  test('are made once, when they are asked for', () => {
    expect(codeSetById('hcpcs')).toBe(shippedCodeSets().byId('hcpcs'));
  });
});

describe('a code on a day', () => {
  test.each([
    ['claim-adjustment-reason', '45', '2026-01-15', 'valid'],
    ['claim-adjustment-reason', '15', '2018-04-30', 'valid'],
    ['claim-adjustment-reason', '15', '2018-05-01', 'stopped'],
    ['claim-adjustment-reason', '288', '2015-01-01', 'not-yet'],
    ['claim-adjustment-reason', '999', '2026-01-15', 'unknown'],
    ['remittance-advice-remark', 'MA130', '2026-01-15', 'valid'],
    ['remittance-advice-remark', 'ma130', '2026-01-15', 'unknown'],
    ['claim-status-category', 'DR05', '2024-01-15', 'valid'],
    ['place-of-service', '11', '2026-01-15', 'valid'],
    ['place-of-service', '28', '2026-01-15', 'unknown'],
    ['admission-source', '7', '2010-06-30', 'valid'],
    ['admission-source', '7', '2010-07-01', 'stopped'],
    ['hcpcs', 'J1885', '2025-01-15', 'valid'],
    ['hcpcs', '', '2025-01-15', 'unknown'],
    ['state', 'QC', '2025-01-15', 'valid'],
    ['state', 'XX', '2025-01-15', 'unknown'],
  ] as const)('%s %j on %s is %s', (id, code, date, status) => {
    expect(codeSetById(id).statusOn(code, day(date))).toBe(status);
  });

  test('is valid where there is no list to speak against it', () => {
    expect(codeSetById('icd-10-cm').statusOn('Z9999', day('2026-01-15'))).toBe('valid');
    expect(codeSetById('icd-10-cm').size).toBe(0);
  });

  test('is never found by a text that only looks like it', () => {
    expect(codeSetById('place-of-service').statusOn('\u01311', day('2026-01-15'))).toBe('unknown');
  });

  test('goes from not yet to valid to stopped as days go by, and is unknown on all of them or on none', () => {
    const order = ['not-yet', 'valid', 'stopped', 'unknown'];
    const reasons = codeSetById('claim-adjustment-reason');
    const codes = reasons.list === undefined ? [] : entriesOf(reasons.list).map(({ code }) => code);
    fc.assert(
      fc.property(fc.constantFrom(...codes, 'ZZZ', ''), businessDate, businessDate, (code, one, other) => {
        const [earlier, later] = one < other ? [one, other] : [other, one];
        const ranks = [earlier, later].map((date) => order.indexOf(reasons.statusOn(code, date)));
        expect(ranks[0]).toBeLessThanOrEqual(ranks[1] as number);
        expect(ranks.includes(3)).toBe(ranks[0] === 3 && ranks[1] === 3);
      }),
    );
  });

  test('has one status, whether it is asked by text or by the bytes of a file', () => {
    const hcpcs = codeSetById('hcpcs');
    fc.assert(
      fc.property(
        fc.stringMatching(/^[A-Z0-9]{0,6}$/),
        fc.stringMatching(/^[*:~A-Z0-9]{0,9}$/),
        businessDate,
        (code, around, date) => {
          const bytes = bytesOf(`${around}${code}${around}`);
          const start = around.length;
          const stop = start + code.length;
          expect(hcpcs.statusOfBytes(bytes, start, stop, dayNumberOf(date))).toBe(hcpcs.statusOn(code, date));
          expect(hcpcs.isWellFormedBytes(bytes, start, stop)).toBe(hcpcs.isWellFormed(code));
        },
      ),
    );
  });
});

describe('what a list can speak for', () => {
  const list = { id: 'hcpcs', asOf: day('2026-01-01'), periods: [{ codes: 'A0001' }] } as const;

  test('ends with the day that it is from', () => {
    const set = new CodeSet('hcpcs', list);
    expect(set.speaksFor(day('2026-01-01'))).toBe(true);
    expect(set.speaksFor(day('2026-01-02'))).toBe(false);
    expect(set.speaksFor(day('1990-01-01'))).toBe(true);
  });

  test('begins, for a list without dates, with the day on which it was first read', () => {
    const set = new CodeSet('hcpcs', { ...list, coversFrom: day('2025-10-01') });
    expect(set.speaksFor(day('2025-10-01'))).toBe(true);
    expect(set.speaksFor(day('2025-09-30'))).toBe(false);
  });

  test('is nothing where there is none', () => {
    expect(new CodeSet('cpt', undefined).speaksFor(day('2026-01-01'))).toBe(false);
  });
});

describe('an imported list', () => {
  const imported = {
    id: 'place-of-service',
    asOf: day('2027-01-01'),
    periods: [{ codes: '11' }, { start: day('2027-01-01'), codes: '28' }],
  } as const;
  const sets = new CodeSets([imported]);

  test('stands in for the one that is shipped', () => {
    const places = sets.byId('place-of-service');
    expect(places.statusOn('28', day('2027-02-01'))).toBe('valid');
    expect(places.statusOn('28', day('2026-12-31'))).toBe('not-yet');
    expect(places.statusOn('21', day('2027-02-01'))).toBe('unknown');
    expect(sets.isImported('place-of-service')).toBe(true);
  });

  test('leaves the other sets and the shipped ones as they are', () => {
    expect(sets.isImported('hcpcs')).toBe(false);
    expect(sets.byId('hcpcs').size).toBe(8184);
    expect(codeSetById('place-of-service').statusOn('21', day('2027-02-01'))).toBe('valid');
  });

  test('gives a set of no list one', () => {
    const list = { id: 'icd-10-cm', asOf: day('2025-10-01'), periods: [{ codes: 'A000 A001' }] } as const;
    const set = new CodeSets([list]).byId('icd-10-cm');
    expect(set.statusOn('A000', day('2025-11-01'))).toBe('valid');
    expect(set.statusOn('A009', day('2025-11-01'))).toBe('unknown');
  });
});

describe('code set ids', () => {
  test('are known, and each has a description', () => {
    expect(Object.keys(CODE_SET_DESCRIPTIONS).toSorted()).toEqual([...CODE_SET_IDS].toSorted());
    expect(isCodeSetId('hcpcs')).toBe(true);
    expect(isCodeSetId('toString')).toBe(false);
  });
});
