import { describe, expect, test } from 'vitest';
import type { CodeEntry } from '../../../src/edi/codes/code-list.ts';
import type { CodeSetId } from '../../../src/edi/codes/code-set-ids.ts';
import { codeSetById } from '../../../src/edi/codes/code-sets.ts';
import { readCodeFile } from '../../../src/edi/codes/read-code-file.ts';

function read(id: CodeSetId, text: string): { entries: readonly CodeEntry[]; hasHistory: boolean } | string {
  const result = readCodeFile(text, codeSetById(id));
  if (result.ok) return result.value;
  return `${result.refusal.code} ${result.refusal.line ?? '-'}`;
}

/** A line as CMS writes it for HCPCS: invented codes and descriptions. */
function hcpcsLine(code: string, recordId: string, added: string, terminated: string): string {
  const head = `${code.padEnd(5)}00100${recordId}${'AN INVENTED ITEM, EACH'.padEnd(80)}`;
  return `${head.padEnd(268)}${added.padEnd(8)}${added.padEnd(8)}${terminated.padEnd(8)}N`.padEnd(320);
}

describe('the CMS order file', () => {
  const text = [
    '00001 A00     0 Invented heading                                             Invented heading',
    '00002 A000    1 Invented diagnosis                                           Invented diagnosis, long',
    '00003 S72001A 1 Another                                                      Another invented one',
    '',
  ].join('\r\n');

  test('gives the codes that may be used, not the headings, and no time', () => {
    expect(read('icd-10-cm', text)).toEqual({
      entries: [{ code: 'A000' }, { code: 'S72001A' }],
      hasHistory: false,
    });
  });

  test('of procedures has the same form', () => {
    const procedures = '00001 0DB     0 Invented\n00002 0DB68ZX 1 Invented\n';
    expect(read('icd-10-pcs', procedures)).toEqual({ entries: [{ code: '0DB68ZX' }], hasHistory: false });
  });

  test('is refused at a line of another form', () => {
    expect(read('icd-10-cm', `${text}no such line\r\n`)).toBe('codes.shape 4');
    expect(read('icd-10-cm', text.replace('A000 ', '1000 '))).toBe('codes.shape 2');
  });
});

describe('the CMS record file', () => {
  test('gives procedures with the day they were added and the day behind their last', () => {
    const text = [
      hcpcsLine('', '7', '19820101', ''),
      hcpcsLine('A0001', '3', '19820101', ''),
      hcpcsLine('A0001', '4', '', ''),
      hcpcsLine('D0120', '3', '19820101', ''),
      hcpcsLine('J9999', '3', '20240101', '20251231'),
    ].join('\n');
    expect(read('hcpcs', text)).toEqual({
      entries: [
        { code: 'A0001', start: '1982-01-01' },
        { code: 'J9999', start: '2024-01-01', stop: '2026-01-01' },
      ],
      hasHistory: false,
    });
  });

  test('is refused at a day that is none', () => {
    expect(read('hcpcs', hcpcsLine('A0001', '3', '20241301', ''))).toBe('codes.date 1');
    expect(read('hcpcs', hcpcsLine('A0001', '3', '19820101', '20249999'))).toBe('codes.date 1');
  });
});

describe('codes in columns', () => {
  test('with tabs between them have the times that the file gives', () => {
    const text =
      'code\tstart\tlast_modified\tstop\n1\t01/01/1995\t\t\n15\t1/1/1995\t11/01/2017\t05/01/2018\n\n';
    expect(read('claim-adjustment-reason', text)).toEqual({
      entries: [
        { code: '1', start: '1995-01-01' },
        { code: '15', start: '1995-01-01', stop: '2018-05-01' },
      ],
      hasHistory: true,
    });
  });

  test('with commas between them may hold quotation marks, commas and line ends in what is passed over', () => {
    const text =
      '\ufeffCode,Description,Start,Stop\r\n"1","Invented, ""so called"",\nin two lines",2020-01-01,\r\nA2,b,20210101,\r\n';
    expect(read('claim-adjustment-reason', text)).toEqual({
      entries: [
        { code: '1', start: '2020-01-01' },
        { code: 'A2', start: '2021-01-01' },
      ],
      hasHistory: true,
    });
  });

  test('without both dates are no history', () => {
    expect(read('provider-taxonomy', 'Code,Grouping\n207Q00000X,Invented\n')).toEqual({
      entries: [{ code: '207Q00000X' }],
      hasHistory: false,
    });
  });

  test('of one column need no name', () => {
    expect(read('place-of-service', '11\n 21 \n')).toEqual({
      entries: [{ code: '11' }, { code: '21' }],
      hasHistory: false,
    });
  });

  test('count lines as an editor does, also behind a field of several', () => {
    expect(read('place-of-service', 'code,name\n11,"a\nb"\nXX,c\n')).toBe('codes.shape 4');
  });

  test.each([
    ['', 'codes.empty -'],
    ['\n \n', 'codes.empty -'],
    ['code\tstart\tstop\n', 'codes.empty -'],
    ['id,name\n11,Office\n', 'codes.column-missing 1'],
    ['code\n11\n1\n', 'codes.shape 3'],
    ['code\n11\n~~\n', 'codes.shape 3'],
    ['code,name\n,Office\n', 'codes.shape 2'],
    ['code,start\n11,02/30/2020\n', 'codes.date 2'],
    ['code,start\n11,soon\n', 'codes.date 2'],
    ['code,start,stop\n11,2020-01-02,2020-01-01\n', 'codes.stops-before-start 2'],
    ['code\n11\n21\n11\n', 'codes.repeated 4'],
  ])('%j is refused', (text, refusal) => {
    expect(read('place-of-service', text)).toBe(refusal);
  });

  test('are refused where a set without a shape has something that is no code', () => {
    expect(read('claim-status', 'code\n20\n2 0\n')).toBe('codes.shape 3');
  });
});
