import { describe, expect, test } from 'vitest';
import { write999 } from '../../../src/edi/acknowledgment/write-999.ts';
import { writeTa1 } from '../../../src/edi/acknowledgment/write-ta1.ts';
import { allProblems, checkText } from '../support/check-text.ts';
import { readSample } from '../support/samples.ts';

const ENVELOPE = {
  date: '20250316',
  time: '0920',
  interchangeControlNumber: '000000503',
  groupControlNumber: 503,
  lineEnd: '\n',
};

const CLAIMS = textOf('valid', '837p-subscriber-is-patient');
const SECONDARY = textOf('valid', '837p-dependent-and-second-claim');
const CLAIM_ACKNOWLEDGMENT = textOf('valid', '277ca-accepted-and-rejected-claim');

function textOf(folder: 'valid' | 'invalid', name: string): string {
  return Buffer.from(readSample(folder, name)).toString('latin1');
}

function changed(text: string, ...pairs: (readonly [from: string, to: string])[]): string {
  return pairs.reduce((result, [from, to]) => {
    expect(result).toContain(from);
    return result.replace(from, to);
  }, text);
}

/** The segments of the 999 between its envelopes. */
function responseTo(text: string): string[] {
  const [received] = checkText(text).interchanges;
  const answer = received === undefined ? undefined : write999(received, ENVELOPE);
  return (answer ?? '').split('~\n').filter((segment) => /^(AK|IK|CTX)/.test(segment));
}

function ta1To(text: string): string | undefined {
  const [received] = checkText(text).interchanges;
  return received === undefined ? undefined : writeTa1(received, ENVELOPE);
}

describe('an X12 interpretation', () => {
  test('1257: an identifier outside the segment directory is not echoed in IK301, and IK5 reports it', () => {
    const response = responseTo(changed(CLAIMS, ['HI*ABK', 'ZZZ*1~\nHI*ABK'], ['SE*29', 'SE*30']));
    expect(response).toEqual([
      'AK1*HC*101*005010X222A1',
      'AK2*837*0001*005010X222A1',
      'IK5*R*5',
      'AK9*R*1*1*0',
    ]);
  });

  test('2502: IK403 is 1 where the element is required, I9 where a situation requires it, 2 where a syntax note does', () => {
    expect(responseTo(changed(CLAIMS, ['BHT*0019*00*RFP20250316A', 'BHT*0019*00*']))).toContain(
      'IK4*3*127*1',
    );
    expect(responseTo(changed(CLAIMS, ['NM1*IL*1*TESTER*AVERY*', 'NM1*IL*1*TESTER**']))).toContain(
      'IK4*4*1036*I9',
    );
    expect(responseTo(changed(CLAIMS, ['**MI*MEM0000001', '**MI']))).toContain('IK4*9*67*2');
  });

  test('1438: AK203 repeats an unknown ST03, the set is rejected with I6, and the group for no more than that', () => {
    const set = CLAIMS.slice(CLAIMS.indexOf('ST*'), CLAIMS.indexOf('GE*'));
    const unknown = set
      .replaceAll('*0001', '*0002')
      .replace('ST*837*0002*005010X222A1', 'ST*837*0002*005010X_9');
    const response = responseTo(changed(CLAIMS, [set, set + unknown], ['GE*1*', 'GE*2*']));
    expect(response.slice(1)).toEqual([
      'AK2*837*0001*005010X222A1',
      'IK5*A',
      'AK2*837*0002*005010X_9',
      'IK5*R*I6',
      'AK9*P*2*2*1',
    ]);
  });

  test('812: a 999 tells what segments demand of each other, with the situational trigger', () => {
    const response = responseTo(textOf('invalid', '837p-replaced-claim-not-named'));
    const note = response.findIndex((segment) => segment.startsWith('IK3*REF*'));
    expect(response.slice(note, note + 3)).toEqual([
      'IK3*REF*44*2300*I6',
      'CTX*SITUATIONAL TRIGGER*CLM*32*2300*5:3',
      'CTX*CLM01:RFP000000105B',
    ]);
  });

  test('1498: a separator behind the last component or element is an error', () => {
    const response = responseTo(
      changed(CLAIMS, ['*11:B:1*Y', '*11:B:1:*Y'], ['N3*1 INVENTED AVENUE~', 'N3*1 INVENTED AVENUE*~']),
    );
    expect(response).toContain('IK4*5**3');
    expect(response).toContain('IK4*2*166*3');
    expect(response).toContain('IK5*R*5');
  });

  test('2026: a delimiter inside a simple element is a bad character, IK403 6', () => {
    expect(responseTo(changed(CLAIMS, ['RIVERSIDE FAMILY PRACTICE', 'RIVERSIDE:PRACTICE']))).toContain(
      'IK4*3*1035*6',
    );
  });

  test('46 and 2144: an element of spaces is bad data and not a missing element', () => {
    expect(responseTo(changed(CLAIMS, ['*TESTER*AVERY', '* *AVERY']))).toContain('IK4*3*1035*6');
  });

  test('32: one bad set does not sink the others', () => {
    const set = CLAIMS.slice(CLAIMS.indexOf('ST*'), CLAIMS.indexOf('GE*'));
    const bad = set.replaceAll('*0001', '*0002').replace('A*150***', 'A*many***');
    const response = responseTo(changed(CLAIMS, [set, bad + set], ['GE*1*', 'GE*2*']));
    expect(response.filter((segment) => segment.startsWith('IK5'))).toEqual(['IK5*R*5', 'IK5*A']);
    expect(response.at(-1)).toBe('AK9*P*2*2*1');
  });

  test('1591: a TA1 travels inside ISA and IEA', () => {
    const segments = (ta1To(CLAIMS) ?? '').split('~\n').filter((segment) => segment !== '');
    expect(segments.map((segment) => segment.split('*')[0])).toEqual(['ISA', 'TA1', 'IEA']);
    expect(segments.at(-1)).toBe('IEA*0*000000503');
  });

  const unreadable: readonly (readonly [element: string, from: string, to: string])[] = [
    ['ISA09', '*250316*0900*^', '*25MA16*0900*^'],
    ['ISA10', '*250316*0900*^', '*250316*9 00*^'],
    ['ISA13', '*000000101*1*T', '*00000010A*1*T'],
  ];
  test.each(unreadable)(
    '339, 1427 and 2102: no TA1 is built on an %s that it cannot repeat',
    (_, from, to) => {
      expect(ta1To(changed(CLAIMS, [from, to]))).toBeUndefined();
    },
  );

  test('1942: STC01-1 of a 277CA holds a category A or E, and E0 is none', () => {
    for (const category of ['F2', 'P1', 'R1', 'E0']) {
      expect(responseTo(changed(CLAIM_ACKNOWLEDGMENT, ['STC*A2:', `STC*${category}:`])).join('\n')).toMatch(
        /IK4\*1:1\*1271\*I6\n.*IK5\*R|IK4\*1:1\*1271\*I6\nIK5\*R/s,
      );
    }
  });

  test('2203: STC03 of a 277CA is WQ or U, and a warning is neither', () => {
    expect(responseTo(changed(CLAIM_ACKNOWLEDGMENT, ['*WQ*', '*W*'])).join('\n')).toContain('IK4*3*306*7');
    // What would be a warning of claims is E in a 999, which asks for nothing to be sent again.
    const warned = responseTo(changed(SECONDARY, ['**CI~', '**~'], ['******~', '~']));
    expect(warned.at(-1)).toBe('AK9*E*1*1*1');
  });

  test('28: line ends behind terminators are no fault', () => {
    expect(allProblems(checkText(CLAIMS.replaceAll('~\n', '~\r\n')))).toEqual([]);
    expect(responseTo(CLAIMS.replaceAll('~\n', '~\r\n')).at(-1)).toBe('AK9*A*1*1*1');
  });
});
