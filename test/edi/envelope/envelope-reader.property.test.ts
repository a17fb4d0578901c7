import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readEvents } from '../support/envelope-events.ts';
import { TWO_SETS, withDelimiters } from '../support/interchange-text.ts';
import { bytesOf } from '../support/latin-1.ts';

const FILE = bytesOf(
  `${TWO_SETS}\r\n${withDelimiters(TWO_SETS.replaceAll('000000007', '000000008'), {
    element: '|',
    repetition: '!',
    component: '>',
    terminator: '\n',
  })}`,
);

const pieces = fc.array(fc.integer({ min: 1, max: 400 }), { maxLength: 60 });

function withoutPlaces(events: readonly string[]): string[] {
  return events.map((event) => event.replaceAll(/"byte(Start|Stop)":\d+/g, ''));
}

describe('the envelope reader', () => {
  test('reads two interchanges with different delimiters without a problem', () => {
    const { events, problemCodes } = readEvents(FILE);
    expect(problemCodes).toEqual([]);
    expect(events.filter((event) => event.startsWith('setClosed'))).toHaveLength(4);
    expect(events.filter((event) => event.startsWith('interchangeClosed'))).toEqual([
      'interchangeClosed ["000000007",true]',
      'interchangeClosed ["000000008",true]',
    ]);
  });

  test('tells the same however the file is cut into pieces', () => {
    const whole = readEvents(FILE);
    expect(
      readEvents(
        FILE,
        Array.from({ length: FILE.length }, () => 1),
      ),
    ).toEqual(whole);
    fc.assert(
      fc.property(pieces, (sizes) => {
        expect(readEvents(FILE, sizes)).toEqual(whole);
      }),
    );
  });

  test('tells the same about damaged files however they are cut into pieces', () => {
    const damage = fc.record({
      at: fc.nat({ max: FILE.length - 1 }),
      byte: fc.constantFrom(0x7e, 0x2a, 0x0a, 0x20, 0x49, 0x00, 0xef),
    });
    fc.assert(
      fc.property(fc.array(damage, { minLength: 1, maxLength: 8 }), pieces, (damages, sizes) => {
        const damaged = FILE.slice();
        for (const { at, byte } of damages) damaged[at] = byte;
        expect(readEvents(damaged, sizes)).toEqual(readEvents(damaged));
      }),
    );
  });

  test('tells the same whatever the delimiters are', () => {
    const plain = withoutPlaces(readEvents(bytesOf(TWO_SETS)).events);
    const delimiter = fc.constantFrom('|', '!', '>', '\n', '\u001d', '\u001c', '\u001f', '+', "'", '\u00a7');
    fc.assert(
      fc.property(fc.uniqueArray(delimiter, { minLength: 4, maxLength: 4 }), (four) => {
        const [element = '', repetition = '', component = '', terminator = ''] = four;
        const text = withDelimiters(TWO_SETS, { element, repetition, component, terminator });
        expect(withoutPlaces(readEvents(bytesOf(text)).events)).toEqual(plain);
      }),
    );
  });

  test('never throws and always finds a problem where a file is cut, except between interchanges', () => {
    const firstLength = TWO_SETS.length;
    for (let length = 0; length < FILE.length; length++) {
      const { problemCodes } = readEvents(FILE.subarray(0, length));
      if (length >= firstLength && length <= firstLength + 2) expect(problemCodes).toEqual([]);
      else expect(problemCodes, `cut at byte ${length}`).not.toEqual([]);
    }
  });

  test('closes all that it opens, in order, whatever it is fed', () => {
    const segment = fc.constantFrom(
      ...TWO_SETS.split('\n'),
      'TA1*000000007*250102*0304*A*000~',
      '~',
      'X~',
      'ZZ*1~',
    );
    fc.assert(
      fc.property(fc.array(segment, { maxLength: 25 }), (segments) => {
        const open: string[] = [];
        for (const event of readEvents(bytesOf(segments.join(''))).events) {
          const [, kind, change] = /^(interchange|group|set)(Opened|Closed)/.exec(event) ?? [];
          if (kind === undefined) continue;
          if (change === 'Opened') open.push(kind);
          else expect(open.pop()).toBe(kind);
        }
        expect(open).toEqual([]);
      }),
    );
  });
});
