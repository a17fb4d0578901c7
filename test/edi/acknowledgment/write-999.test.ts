import { describe, expect, test } from 'vitest';
import { write999 } from '../../../src/edi/acknowledgment/write-999.ts';
import { allProblems, checkBytes, checkText } from '../support/check-text.ts';
import { readSample, readSamples } from '../support/samples.ts';

const ENVELOPE = {
  date: '20250316',
  time: '0920',
  interchangeControlNumber: '000000503',
  groupControlNumber: 503,
  lineEnd: '\n',
};

const CLAIMS = Buffer.from(readSample('valid', '837p-subscriber-is-patient')).toString('latin1');

function answerTo(text: string): string | undefined {
  const [received] = checkText(text).interchanges;
  return received === undefined ? undefined : write999(received, ENVELOPE);
}

/** The lines from AK1 to AK9. */
function responseTo(text: string): string[] {
  const lines = (answerTo(text) ?? '').split('\n');
  return lines.slice(
    lines.findIndex((line) => line.startsWith('AK1')),
    lines.findIndex((line) => line.startsWith('SE*')),
  );
}

function changed(...pairs: (readonly [from: string, to: string])[]): string {
  let text = CLAIMS;
  for (const [from, to] of pairs) {
    expect(text).toContain(from);
    text = text.replace(from, to);
  }
  return text;
}

describe('a 999', () => {
  test('accepts sound claims as written by hand', () => {
    const byHand = Buffer.from(readSample('valid', '999-accepted')).toString('latin1');
    expect(answerTo(CLAIMS)).toBe(byHand);
  });

  test('tells the bad element, its claim and the segment that is missing', () => {
    const text = changed(['A*150***', 'A*1,50***'], ['HI*ABK:J069~\n', ''], ['SE*29', 'SE*28']);
    expect(responseTo(text)).toEqual([
      'AK1*HC*101*005010X222A1~',
      'AK2*837*0001*005010X222A1~',
      'IK3*CLM*19*2300*8~',
      'CTX*CLM01:RFP000000101A~',
      'IK4*2*782*6~',
      // Missing before LX, where it was due.
      'IK3*HI*20*2300*3~',
      'CTX*CLM01:RFP000000101A~',
      'IK5*R*5~',
      'AK9*R*1*1*0~',
    ]);
  });

  test('cuts a loop identifier to the four characters that IK303 has', () => {
    expect(responseTo(changed(['REF*EI*123456789~\n', ''], ['SE*29', 'SE*28']))).toContain(
      'IK3*REF*11*2010*3~',
    );
  });

  test('tells a claim that does not balance at CLM02', () => {
    const response = responseTo(changed(['A*150***', 'A*151***']));
    expect(response).toContain('IK3*CLM*19*2300*8~');
    expect(response).toContain('IK4*2*782*I12~');
  });

  const setFaults: readonly (readonly [fault: string, from: string, to: string, code: string])[] = [
    ['SE is missing', 'SE*29*0001~\n', '', '2'],
    ['SE02 is another number', 'SE*29*0001', 'SE*29*0009', '3'],
    ['SE01 miscounts', 'SE*29', 'SE*30', '4'],
    ['ST01 is another set', 'ST*837', 'ST*835', '6'],
    ['the guide is not carried', '005010X222A1~\nBHT', '005010X999~\nBHT', 'I6'],
    ['a segment identifier is none', 'SE*29', 'bad~SE*30', '5'],
  ];
  test.each(setFaults)('rejects a set when %s', (_, from, to, code) => {
    expect(responseTo(changed([from, to])).find((line) => line.startsWith('IK5'))).toBe(`IK5*R*${code}~`);
  });

  const segmentFaults: readonly (readonly [fault: string, from: string, to: string, note: string])[] = [
    ['of another place', 'HI*ABK', 'SVC*HC:1*1*1~\nHI*ABK', 'IK3*SVC*20*2300*2~'],
    ['one too many', 'BHT*', 'BHT*0019*00*A*20250316*0900*CH~\nBHT*', 'IK3*BHT*3**5~'],
    [
      'the first of a loop too many',
      'NM1*PR*2*EXAMPLE HEALTH PLAN*****PI*EXHP1~',
      'NM1*PR*2*EXAMPLE HEALTH PLAN*****PI*EXHP1~\nNM1*PR*2*EXAMPLE*****PI*EXHP2~',
      'IK3*NM1*19*2010*4~',
    ],
    ['behind its place', 'HI*ABK:J069~', 'HI*ABK:J069~\nREF*D9*1~', 'IK3*REF*21*2300*7~'],
  ];
  test.each(segmentFaults)('tells a segment that is %s', (_, from, to, note) => {
    expect(responseTo(changed([from, to]))).toContain(note);
  });

  const elementFaults: readonly (readonly [fault: string, from: string, to: string, note: string])[] = [
    ['missing', 'BHT*0019*00*RFP20250316A', 'BHT*0019*00*', 'IK4*3*127*1~'],
    ['missing beside another', '**MI*MEM0000001', '**MI', 'IK4*9*67*2~'],
    ['one too many', 'N3*1 INVENTED AVENUE', 'N3*1 INVENTED AVENUE**3', 'IK4*3**3~'],
    ['empty at the end', 'N3*1 INVENTED AVENUE', 'N3*1 INVENTED AVENUE*', 'IK4*2*166*3~'],
    ['too short', '*627010002', '*6', 'IK4*3*116*4~'],
    ['too long', 'RFP20250316A', 'RFP20250316A'.repeat(9), 'IK4*3*127*5~'],
    ['no amount', 'A*150***', 'A*1,50***', 'IK4*2*782*6~'],
    ['a code of no list', '11:B:1*Y*A', '11:B:1*Y*Q', 'IK4*7*1359*7~'],
    ['no day', '*20250316*0900*CH', '*20250230*0900*CH', 'IK4*4*373*8~'],
    ['no time', '*0900*CH', '*2560*CH', 'IK4*5*337*9~'],
    ['repeated', 'BHT*0019*00*', 'BHT*0019*00^00*', 'IK4*2::2*353*12~'],
    ['of too many components', '11:B:1', '11:B:1:1', 'IK4*5:4**13~'],
    ['not used', 'A*150***11', 'A*150*12**11', 'IK4*3*1032*I10~'],
    ['not to stand beside another', '*IL*627010002', '*IL*627010002*US***IL', 'IK4*7*1715*10~'],
  ];
  test.each(elementFaults)('tells an element that is %s', (_, from, to, note) => {
    expect(responseTo(changed([from, to])).join('\n')).toContain(note);
  });

  test('names a component by the number of the component', () => {
    expect(responseTo(changed(['HI*ABK:J069', 'HI*ABK:'.concat('J'.repeat(31))]))).toContain(
      'IK4*1:2*1271*5~',
    );
  });

  test('never repeats a segment identifier that may not be one of X12 (interpretation 1257)', () => {
    const response = responseTo(changed(['HI*ABK', 'ZZZ*1~\nHI*ABK'], ['SE*29', 'SE*30']));
    expect(response.join('')).not.toContain('ZZZ');
    expect(response).toContain('IK5*R*5~');
  });

  test('accepts a group in part when one of its sets is rejected', () => {
    const set = CLAIMS.slice(CLAIMS.indexOf('ST*'), CLAIMS.indexOf('GE*'));
    const second = set.replaceAll('*0001', '*0002').replace('A*150***', 'A*151***');
    const response = responseTo(CLAIMS.replace(set, set + second).replace('GE*1*', 'GE*2*'));
    expect(response.filter((line) => line.startsWith('IK5'))).toEqual(['IK5*A~', 'IK5*R*I5~']);
    expect(response.at(-1)).toBe('AK9*P*2*2*1~');
  });

  test('rejects a group whose trailer miscounts, with what it declared', () => {
    expect(responseTo(changed(['GE*1*', 'GE*3*'])).at(-1)).toBe('AK9*R*3*1*0*5~');
  });

  test('answers each group of an interchange in a group of its own', () => {
    const group = CLAIMS.slice(CLAIMS.indexOf('GS*'), CLAIMS.indexOf('IEA*'));
    const second = group.replace('*101*X', '*102*X').replace('GE*1*101', 'GE*1*102');
    const answer = answerTo(CLAIMS.replace(group, group + second).replace('IEA*1*', 'IEA*2*')) ?? '';
    expect(answer.split('\n').filter((line) => /^(AK1|GE|IEA)/.test(line))).toEqual([
      'AK1*HC*101*005010X222A1~',
      'GE*1*503~',
      'AK1*HC*102*005010X222A1~',
      'GE*1*504~',
      'IEA*2*000000503~',
    ]);
  });

  test('names a set whose ST02 is too short by the number that it is', () => {
    const response = responseTo(changed(['ST*837*0001', 'ST*837*1'], ['SE*29*0001', 'SE*29*1']));
    expect(response).toContain('AK2*837*0001*005010X222A1~');
    expect(response).toContain('IK5*R*7*5~');
  });

  test('names the set of the group where ST01 is no set at all', () => {
    const response = responseTo(changed(['ST*837*', 'ST*XYZ*']));
    expect(response).toContain('AK2*837*0001*005010X222A1~');
    expect(response.at(-1)).toBe('AK9*R*1*1*0~');
  });

  test('tells five codes of a set and no more, those of the set before that of its segments', () => {
    const faults = changed(
      ['ST*837*0001*005010X222A1~', 'ST*835*1*005010X222A1~'],
      ['SE*29*0001', 'bad~SE*99*0001'],
    );
    const codes = (responseTo(faults).find((line) => line.startsWith('IK5')) ?? '')
      .replace('~', '')
      .split('*');
    expect(codes.slice(2).toSorted()).toEqual(['3', '4', '5', '6', '7']);
  });

  test('does not speak of a group that AK1 cannot name', () => {
    const group = CLAIMS.slice(CLAIMS.indexOf('GS*'), CLAIMS.indexOf('IEA*'));
    for (const nameless of [
      group.replace('GS*HC', 'GS*'),
      group.replace('*101*X', '*A01*X'),
      group.replace('*X*005010X222A1', '*X*'),
    ]) {
      expect(answerTo(CLAIMS.replace(group, nameless))).toBeUndefined();
      const both = CLAIMS.replace(group, nameless + group).replace('IEA*1*', 'IEA*2*');
      expect((answerTo(both) ?? '').match(/AK1/g)).toHaveLength(1);
    }
  });

  test('is itself sound where GS02 and GS03 cannot be repeated', () => {
    const answer = answerTo(changed(['GS*HC*RIVERSIDEFP*EXAMPLECH', 'GS*HC*R*^^'])) ?? '';
    expect(answer).toContain('GS*FA*EXAMPLECH*RIVERSIDEFP*');
    expect(allProblems(checkText(answer))).toEqual([]);
  });

  test('accepts a set that has warnings only, and notes them', () => {
    const response = responseTo(changed(['**CI~', '**~'], ['******~', '~']));
    expect(response.filter((line) => /^(IK5|AK9)/.test(line))).toEqual(['IK5*E*I5~', 'AK9*E*1*1*1~']);
  });

  test('does not answer acknowledgments, nor what a TA1 rejects', () => {
    const [received] = checkBytes(readSample('valid', '999-accepted')).interchanges;
    if (received === undefined) throw new Error('the sample holds an interchange');
    expect(write999(received, ENVELOPE)).toBeUndefined();
    expect(answerTo(changed(['*00501*', '*00401*']))).toBeUndefined();
  });

  test('repeats nothing that its own delimiters would tear', () => {
    const text = changed(['RFP000000101A*150***', 'RFP^0:1*151***']);
    const answer = answerTo(text) ?? '';
    expect(answer).toContain('IK4*2*782*I12~');
    expect(answer).not.toContain('CTX');
  });

  test('is itself without a problem, whatever it answers', () => {
    for (const { bytes } of [...readSamples('valid'), ...readSamples('invalid')]) {
      for (const received of checkBytes(bytes).interchanges) {
        const answer = write999(received, ENVELOPE);
        if (answer !== undefined) expect(allProblems(checkText(answer))).toEqual([]);
      }
    }
  });
});
