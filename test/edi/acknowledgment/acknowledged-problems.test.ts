import { describe, expect, test } from 'vitest';
import { acknowledgedProblems } from '../../../src/edi/acknowledgment/acknowledged-problems.ts';
import { NOTES_MAX, readAcknowledgment } from '../../../src/edi/acknowledgment/read-acknowledgment.ts';
import type { Problem } from '../../../src/edi/problems.ts';
import { bytesOf, decodeLatin1 } from '../support/latin-1.ts';
import { readSample } from '../support/samples.ts';

const SENT = readSample('valid', '837p-dependent-and-second-claim');
const SENT_TEXT = Buffer.from(SENT).toString('latin1');
const GROUP = /\nGE\*1\*(\d+)~/.exec(SENT_TEXT)?.[1] ?? '';
const INTERCHANGE = /\nIEA\*1\*(\d+)~/.exec(SENT_TEXT)?.[1] ?? '';

/** The interchange that a partner answers with, `body` between ISA and IEA. */
function answer(...body: readonly string[]): string {
  return [
    'ISA*00*          *00*          *ZZ*EXAMPLECH      *ZZ*RIVERSIDEFP    *250316*0920*^*00501*000000503*0*T*:~',
    ...body.map((segment) => `${segment}~`),
    'IEA*1*000000503~',
  ].join('\n');
}

/** A 999 to the group that was sent, `body` between AK1 and SE. */
function answer999(...body: readonly string[]): string {
  return answer(
    'GS*FA*EXAMPLECH*RIVERSIDEFP*20250316*0920*503*X*005010X231A1',
    'ST*999*0001*005010X231A1',
    `AK1*HC*${GROUP}*005010X222A1`,
    ...body,
    `SE*${body.length + 3}*0001`,
    'GE*1*503',
  );
}

function problemsOf(text: string, sent = SENT): readonly Problem[] {
  return acknowledgedProblems(sent, decodeLatin1, readAcknowledgment(bytesOf(text), decodeLatin1));
}

/** Where a segment of what was sent stands, by what it begins with. */
function bytesOfSegment(beginning: string): { byteStart: number; byteStop: number } {
  const byteStart = SENT_TEXT.indexOf(`\n${beginning}`) + 1;
  expect(byteStart).toBeGreaterThan(0);
  return { byteStart, byteStop: SENT_TEXT.indexOf('~', byteStart) + 1 };
}

function ordinalOf(beginning: string): number {
  const lines = SENT_TEXT.split('\n');
  return (
    lines.findIndex((line) => line.startsWith(beginning)) -
    lines.findIndex((line) => line.startsWith('ST*')) +
    1
  );
}

const CLAIM = /\nCLM\*(\w+)\*/.exec(SENT_TEXT)?.[1] ?? '';
const CLM = `CLM*${CLAIM}`;

describe('a note of a 999', () => {
  test('is a problem at the element that was sent, with its loop, claim and bytes', () => {
    const [problem, ...others] = problemsOf(
      answer999(
        'AK2*837*0001',
        `IK3*CLM*${ordinalOf(CLM)}**8`,
        'IK4*5:3*1325*7*SECRET',
        'IK5*R*5',
        'AK9*R*1*1*0',
      ),
    );
    expect(others).toEqual([]);
    expect(problem).toMatchObject({
      code: 'element.code-not-in-list',
      severity: 'error',
      location: {
        interchangeControlNumber: INTERCHANGE,
        groupControlNumber: GROUP,
        setControlNumber: '0001',
        segment: 'CLM',
        segmentOrdinal: ordinalOf(CLM),
        loop: '2300',
        element: 5,
        component: 3,
        claim: CLAIM,
        ...bytesOfSegment(CLM),
      },
    });
    expect(problem?.message).toMatch(/^IK403 7: /);
    expect(JSON.stringify(problem)).not.toContain('SECRET');
  });

  test('is a warning where the set is accepted with errors', () => {
    const problems = problemsOf(
      answer999('AK2*837*0001', `IK3*CLM*${ordinalOf(CLM)}*2300*8`, 'IK4*2*782*6', 'IK5*E*5', 'AK9*E*1*1*1'),
    );
    expect(problems.map(({ severity }) => severity)).toEqual(['warning']);
  });

  test('holds the trigger with our own loop', () => {
    const [problem] = problemsOf(
      answer999(
        'AK2*837*0001',
        `IK3*REF*${ordinalOf('LX*1')}*2300*I6`,
        `CTX*SITUATIONAL TRIGGER*CLM*${ordinalOf(CLM)}**5:3`,
        `CTX*CLM01:${CLAIM}`,
        'IK5*R*I5',
        'AK9*R*1*1*0',
      ),
    );
    expect(problem?.code).toBe('partner.segment-missing');
    expect(problem?.location).toMatchObject({
      segment: 'REF',
      loop: '2300',
      claim: CLAIM,
      trigger: { segment: 'CLM', segmentOrdinal: ordinalOf(CLM), loop: '2300', element: 5, component: 3 },
    });
  });

  test('keeps the place that it names when it points nowhere in what was sent', () => {
    const stOnly = bytesOfSegment('ST*837*0001');
    const nowhere = problemsOf(
      answer999(
        'AK2*837*0001',
        'IK3*CLM*9999*2300*8',
        'CTX*CLM01:NOBODY',
        'IK4*2*782*6',
        'IK5*R*5',
        'AK9*R*1*1*0',
      ),
    );
    expect(nowhere.map(({ location }) => location)).toEqual([
      {
        interchangeControlNumber: INTERCHANGE,
        groupControlNumber: GROUP,
        setControlNumber: '0001',
        segment: 'CLM',
        segmentOrdinal: 9999,
        loop: '2300',
        element: 2,
        ...stOnly,
      },
    ]);
    // The segment there is another one.
    const [other] = problemsOf(answer999('AK2*837*0001', 'IK3*SVC*2**2', 'IK5*R*5', 'AK9*R*1*1*0'));
    expect(other?.location).toMatchObject({ segment: 'SVC', segmentOrdinal: 2, ...stOnly });
  });

  test('keeps the set and the group that it names when they were not sent', () => {
    const [problem] = problemsOf(answer999('AK2*837*0077', 'IK3*CLM*5**2', 'IK5*R*5', 'AK9*R*1*1*0'));
    expect(problem?.location).toMatchObject({
      groupControlNumber: GROUP,
      setControlNumber: '0077',
      segment: 'CLM',
    });
    const [alone] = problemsOf(
      answer999('AK2*837*0001', 'IK5*R*4', 'AK9*R*1*1*0').replace(`AK1*HC*${GROUP}`, 'AK1*HC*777777'),
    );
    expect(alone?.location).toEqual({
      groupControlNumber: '777777',
      setControlNumber: '0001',
      segment: 'SE',
      element: 1,
      byteStart: 0,
      byteStop: 0,
    });
  });

  const setCodes: readonly (readonly [code: string, problem: string, segment: string | undefined])[] = [
    ['2', 'set.trailer-missing', undefined],
    ['3', 'set.control-number-mismatch', 'SE'],
    ['4', 'set.segment-count-mismatch', 'SE'],
    ['6', 'set.identifier-mismatch', 'ST'],
    ['7', 'set.control-number-invalid', 'ST'],
    ['23', 'set.duplicate-control-number', 'ST'],
    ['I6', 'set.guide-unsupported', 'ST'],
    ['27', 'partner.set-fault', undefined],
  ];
  test.each(setCodes)('of IK502 %s is %s', (code, problem, segment) => {
    const [only, ...others] = problemsOf(answer999('AK2*837*0001', `IK5*R*${code}`, 'AK9*R*1*1*0'));
    expect(others).toEqual([]);
    expect(only?.code).toBe(problem);
    expect(only?.location.segment).toBe(segment);
    if (segment === 'SE') {
      expect(only?.location).toMatchObject({ segmentOrdinal: ordinalOf('SE*'), ...bytesOfSegment('SE*') });
    }
  });

  const groupCodes: readonly (readonly [code: string, problem: string])[] = [
    ['3', 'group.trailer-missing'],
    ['4', 'group.control-number-mismatch'],
    ['5', 'group.set-count-mismatch'],
    ['6', 'group.control-number-invalid'],
    ['19', 'group.duplicate-control-number'],
    ['23', 'partner.group-fault'],
  ];
  test.each(groupCodes)('of AK905 %s is %s', (code, problem) => {
    const problems = problemsOf(answer999(`AK9*R*1*1*0*${code}`));
    expect(problems.map((one) => one.code)).toEqual([problem]);
    expect(problems[0]?.location.groupControlNumber).toBe(GROUP);
  });

  test('is one even where a rejection gives no reason', () => {
    expect(problemsOf(answer999('AK2*837*0001', 'IK5*R', 'AK9*R*1*1*0')).map(({ code }) => code)).toEqual([
      'partner.set-fault',
    ]);
    expect(problemsOf(answer999('AK9*R*1*1*0')).map(({ code }) => code)).toEqual(['partner.group-fault']);
    const [segment] = problemsOf(answer999('AK2*837*0001', 'IK3*BHT*2**8', 'IK5*R*5', 'AK9*R*1*1*0'));
    expect(segment?.code).toBe('partner.segment-fault');
  });

  test('is none where all is accepted', () => {
    expect(problemsOf(answer999('AK2*837*0001', 'IK5*A', 'AK9*A*1*1*1'))).toEqual([]);
  });

  test('is read whatever stands in it', () => {
    const wild = answer999(
      'IK3*CLM',
      'IK4*x',
      'CTX',
      'AK2',
      'IK3*a secret*x*a secret*a secret',
      'IK4',
      'IK5',
      'AK9',
    );
    expect(JSON.stringify(problemsOf(wild))).not.toContain('secret');
  });

  test('is left out beyond the most that is kept', () => {
    const many = Array.from({ length: NOTES_MAX + 10 }, () => 'IK3*BHT*2**2');
    expect(problemsOf(answer999('AK2*837*0001', ...many, 'IK5*R*5', 'AK9*R*1*1*0'))).toHaveLength(NOTES_MAX);
  });
});

describe('a missing loop', () => {
  test('is named in full where only one of its name did not begin', () => {
    const sent = readSample('invalid', '837p-payer-missing');
    const answered = answer999('AK2*837*0001', 'IK3*NM1*18*2010*I7', 'IK5*R*I5', 'AK9*R*1*1*0').replace(
      `AK1*HC*${GROUP}`,
      'AK1*HC*101',
    );
    expect(problemsOf(answered, sent)[0]?.location.loop).toBe('2010BB');
  });
});

describe('a TA1', () => {
  const notes: readonly (readonly [note: string, problem: string, element: number | undefined])[] = [
    ['001', 'interchange.control-number-mismatch', 2],
    ['005', 'interchange.header-invalid', 5],
    ['014', 'interchange.header-invalid', 9],
    ['017', 'interchange.version-unsupported', 12],
    ['018', 'interchange.control-number-invalid', 13],
    ['020', 'interchange.usage-invalid', 15],
    ['021', 'interchange.group-count-mismatch', 1],
    ['023', 'interchange.trailer-missing', undefined],
    ['025', 'interchange.duplicate-control-number', 13],
    ['009', 'partner.interchange-fault', undefined],
  ];
  test.each(notes)('with note %s is %s', (note, code, element) => {
    const [problem] = problemsOf(answer(`TA1*${INTERCHANGE}*250316*0900*R*${note}`));
    expect(problem).toMatchObject({ code, severity: 'error' });
    expect(problem?.location.element).toBe(element);
    expect(problem?.location.interchangeControlNumber).toBe(INTERCHANGE);
    expect(problem?.location.byteStop).toBeGreaterThan(0);
  });

  test('that accepts is no problem, and one that notes errors is a warning', () => {
    expect(problemsOf(answer(`TA1*${INTERCHANGE}*250316*0900*A*000`))).toEqual([]);
    expect(problemsOf(answer(`TA1*${INTERCHANGE}*250316*0900*E*014`))[0]?.severity).toBe('warning');
  });

  test('to an interchange that was not sent keeps its number', () => {
    const [problem] = problemsOf(answer('TA1*000999999*250316*0900*R*025'));
    expect(problem?.location.interchangeControlNumber).toBe('000999999');
  });
});
