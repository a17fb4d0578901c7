import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { afterEach, describe, expect, test } from 'vitest';
import { proveBalance } from '../../../src/domain/remittance/balance.ts';
import { allProblems, checkTextByGuide } from '../../edi/support/check-text.ts';
import { remittancesOf } from '../support/answers.ts';
import { claimOf } from '../support/claims.ts';
import { interchangeOf, numbered } from '../support/numbered-claims.ts';
import { bodyOf, ScenarioMailbox } from '../support/scenario-mailbox.ts';

let mailbox: ScenarioMailbox | undefined;
afterEach(() => mailbox?.remove());

const CLAIMS = [numbered('A1', 'CGM001'), numbered('A2', 'CGM002')];

/** Takes claims in one interchange and lets every day go by. */
function played(yaml: string, claims = CLAIMS, more: Parameters<typeof interchangeOf>[1] = {}) {
  mailbox = new ScenarioMailbox(yaml);
  mailbox.take('claims.x12', interchangeOf(claims, more));
  mailbox.untilTheEnd();
  return mailbox;
}

const MONEY = ['BPR', 'CLP', 'CAS', 'MOA', 'SVC', 'AMT', 'PLB'];

describe('a payer of a scenario', () => {
  test('prices, denies and dates what it decides', () => {
    const remittances = played(`
rules:
  - when: { claim: CGM002 }
    outcomes: [{ deny: { group: CO, reason: 50, remarks: [N115] } }]
  - outcomes: [{ day: 3, allowed: 80% }]
`).remittances();
    expect(remittances.map((text) => bodyOf(text, ['DTM*405', 'TRN', ...MONEY]))).toEqual(
      [
        [
          expect.stringMatching(/^BPR\*I\*80\*C\*ACH\*CCP\*.*\*20261004$/),
          expect.stringMatching(/^TRN\*1\*SIM\d{9}\*1\d{9}$/),
          'DTM*405*20261004',
          expect.stringMatching(/^CLP\*A1\*1\*100\*80\*0\*15\*P[0-9A-F]{14}$/),
          'SVC*HC:99213*100*80**1',
          'CAS*CO*45*20',
        ],
        [
          expect.stringMatching(/^BPR\*H\*0\*C\*NON\*.*20261002$/),
          expect.stringMatching(/^TRN/),
          'DTM*405*20261002',
          expect.stringMatching(/^CLP\*A2\*1\*100\*0\*0\*15\*P/),
          'SVC*HC:99213*100*0**1',
          'CAS*CO*50*100',
        ],
      ].toReversed(),
    );
  });

  test('takes a decision back, forwards what it lacks, and takes that in', () => {
    const texts = played(
      `
rules:
  - outcomes:
      - { day: 1, allowed: 80% }
      - { day: 5, reversal: true }
      - { day: 9, allowed: 90% }
`,
      [numbered('A1', 'CGM001')],
    ).remittances();
    const [, traceOfReversal] = texts.map((text) => /TRN\*1\*(\w+)/.exec(text)?.[1]);
    expect(
      texts.map((text) => bodyOf(text, ['CLP', 'CAS', 'PLB']).map((each) => each.replace(/\*P\w{14}$/, ''))),
    ).toEqual([
      ['CLP*A1*1*100*80*0*15', 'CAS*CO*45*20'],
      ['CLP*A1*22*-100*-80*0*15', 'CAS*CO*45*-20', `PLB*1999999984*20261231*FB:${traceOfReversal}*-80`],
      ['CLP*A1*1*100*90*0*15', 'CAS*CO*45*10', `PLB*1999999984*20261231*FB:${traceOfReversal}*80`],
    ]);
  });

  test('passes a claim on to the next payer, which pays what the first left', () => {
    const [first, second] = played(
      `
rules:
  - outcomes:
      - allowed: 80%
        coinsurance: 20%
        crossover: { day: 4, payer: { identifier: CGPAY2, name: EXAMPLE MUTUAL } }
`,
      [numbered('A1', 'CGM001')],
    ).remittances();
    expect(bodyOf(first, ['CLP', 'NM1*TT', 'CAS', 'SVC'])).toEqual([
      expect.stringMatching(/^CLP\*A1\*19\*100\*64\*16\*15\*P/),
      'NM1*TT*2*EXAMPLE MUTUAL*****PI*CGPAY2',
      'SVC*HC:99213*100*64**1',
      'CAS*CO*45*20',
      'CAS*PR*2*16',
    ]);
    expect(bodyOf(second, ['N1*PR', 'CLP', 'CAS', 'SVC'])).toEqual([
      'N1*PR*EXAMPLE MUTUAL',
      expect.stringMatching(/^CLP\*A1\*2\*100\*16\*0\*15\*X/),
      'SVC*HC:99213*100*16**1',
      'CAS*OA*23*84',
    ]);
  });

  test('passes on each part of a claim that it split', () => {
    const twoLines = claimOf({
      accountNumber: 'A1',
      memberId: 'CGM001',
      lines: [
        { procedure: '99213', chargeCents: 10_000 },
        { procedure: '71046', chargeCents: 6000 },
      ],
    });
    const [, next] = played(
      `
rules:
  - outcomes:
      - split: [[1], [2], [3]]
        coinsurance: 10%
        crossover: { day: 4, payer: { identifier: CGPAY2, name: EXAMPLE MUTUAL } }
`,
      [{ number: 'A1', claim: twoLines }],
    ).remittances();
    expect(bodyOf(next, ['MOA', 'CAS', 'SVC'])).toEqual([
      'MOA***MA15',
      'SVC*HC:99213*100*10**1',
      'CAS*OA*23*90',
      'MOA***MA15',
      'SVC*HC:71046*60*6**1',
      'CAS*OA*23*54',
    ]);
  });

  test('waits with a remittance until the last of its claims has come', () => {
    const later = played('remittances: [{ claims: [{ claim: CGM001 }, { claim: CGM002 }] }]', [
      numbered('A1', 'CGM001'),
    ]);
    expect(later.remittances()).toEqual([]);
    later.restart();
    later.take('more.x12', interchangeOf([numbered('A2', 'CGM002')], { control: 8 }));
    later.untilTheEnd();
    expect(bodyOf(later.remittances()[0], ['CLP']).map((each) => each.slice(0, 6))).toEqual([
      'CLP*A1',
      'CLP*A2',
    ]);
    expect(later.remittances()).toHaveLength(1);
  });

  test('turns a claim away before it is decided', () => {
    const files = played('rules: [{ reject: { by: payer, status: "A3:33:IL" }, outcomes: [{}] }]').read();
    expect([...files.keys()].map((name) => name.split('_')[0])).toEqual(['277CA', '277CA', '999', 'TA1']);
    const byPayer = [...files].find(([name]) => name.startsWith('277CA_CGPAY1'))?.[1];
    expect(bodyOf(byPayer, ['STC']).filter((each) => each.includes('A3:33:IL'))).toHaveLength(2);
  });
});

describe('the acknowledgments of a scenario', () => {
  test('reject an interchange with the note', () => {
    const files = played('acknowledgments: { ta1: { verdict: R, note: "022" } }').read();
    expect([...files.keys()]).toEqual(['TA1_000000001.x12']);
    expect([...files.values()][0]).toContain('*R*022~');
  });

  test('reject one set of two and take the other', () => {
    const files = played(
      `
acknowledgments:
  implementation:
    verdict: R
    sets: [2]
    faults: [{ segment: CLM, position: 20, loop: "2300", element: 5, elementCode: 7 }]
rules: [{ outcomes: [{}] }]
`,
      [],
      { sets: [[numbered('A1', 'CGM001')], [numbered('A2', 'CGM002')]] },
    );
    const response = [...files.read()].find(([name]) => name.startsWith('999'))?.[1];
    expect(bodyOf(response, ['IK3', 'IK4', 'IK5', 'AK9'])).toEqual([
      'IK5*A',
      'IK3*CLM*20*2300*8',
      'IK4*5**7',
      'IK5*R*5',
      'AK9*P*2*2*1',
    ]);
    expect(bodyOf(files.remittances()[0], ['CLP'])).toEqual([expect.stringMatching(/^CLP\*A1\*/)]);
  });

  test('come in any order on any day, or not at all', () => {
    const wished = played(`
acknowledgments:
  ta1: { isSilent: true }
  implementation: { day: 3 }
  claims: [{ from: payer, status: "A1:19:PR" }, { from: clearinghouse, day: 2 }]
`);
    expect([...wished.read().keys()]).toEqual([
      '277CA_CGPAY1_000000002.x12',
      '277CA_CLEARINGHOUSE_000000003.x12',
      '999_000000001.x12',
    ]);
    expect(wished.clock.today).toBe('2026-10-04');
  });
});

const FAULTS =
  'remittances: [{ claims: [{ claim: CGM001, lines: [{ line: 1, adjust: [CO 45 20.00] }] }], WISH }]';

function wishing(wish: string): string[] {
  return played(FAULTS.replace('WISH', wish)).remittances();
}

describe('what goes wrong with a remittance', () => {
  test.each([
    ['line', ['service']],
    ['claim', ['claim']],
    ['transaction', ['transaction']],
  ])('is out of balance at the level of the %s and at no other', (level, failing) => {
    const [text = ''] = wishing(`outOfBalance: { level: ${level}, by: 0.01 }`);
    const [remittance] = remittancesOf({ name: '', text });
    if (remittance === undefined) throw new Error('a remittance was written');
    expect(proveBalance(remittance).failures.map((one) => one.level)).toEqual(failing);
  });

  test.each([
    ['missing-se', 'set.trailer-missing'],
    ['wrong-count', 'set.segment-count-mismatch'],
    ['cut', 'file.cut'],
  ])('is damaged: %s', (damage, code) => {
    const [text = ''] = wishing(`damage: ${damage}`);
    expect(allProblems(checkTextByGuide(text)).map((problem) => problem.code)).toContain(code);
  });

  test('comes again, as it was or in a new interchange', () => {
    const [first, again, anew] = wishing(
      'copies: [{ day: 2, as: same-bytes }, { day: 3, as: re-enveloped }]',
    );
    expect(again).toBe(first);
    expect(anew).not.toBe(first);
    const setOf = (text = ''): string => text.slice(text.indexOf('~ST*'), text.indexOf('~GE*'));
    expect(setOf(anew)).toBe(setOf(first));
  });

  test('stands there cut before it is whole', () => {
    mailbox = new ScenarioMailbox(FAULTS.replace('WISH', 'wholeOn: 3'));
    mailbox.take('claims.x12', interchangeOf(CLAIMS));
    mailbox.clock.advance();
    const [cut = ''] = mailbox.remittances();
    mailbox.untilTheEnd();
    const [whole = '', ...more] = mailbox.remittances();
    expect(more).toEqual([]);
    expect(whole.startsWith(cut)).toBe(true);
    expect(cut.length).toBeLessThan(whole.length);
  });
});

describe('the same seed', () => {
  const SAMPLES = new URL('../../../samples/scenarios/', import.meta.url);
  const names = readdirSync(SAMPLES).filter((name) => existsSync(new URL(`${name}/scenario.yaml`, SAMPLES)));
  const members = ['CGM001', 'CGM002', 'CGM003', 'CGM004'];
  const claims = members.map((memberId, index) => numbered(`A${index + 1}`, memberId));

  test('gives the same bytes in every file, and another seed others', () => {
    const yaml =
      'eft: true\nrules: [{ outcomes: [{ allowed: 80%, interest: 1.00 }, { day: 2, reversal: true }] }]';
    const hashes = [yaml, yaml, `seed: other\n${yaml}`].map((each) => {
      const one = new ScenarioMailbox(each);
      one.take('claims.x12', interchangeOf(claims));
      one.untilTheEnd();
      const hash = one.hash();
      one.remove();
      return hash;
    });
    expect(hashes[1]).toBe(hashes[0]);
    expect(hashes[2]).not.toBe(hashes[0]);
  });

  test.each(names)('gives the sample %s the same bytes, over a restart too', (name) => {
    const yaml = readFileSync(new URL(`${name}/scenario.yaml`, SAMPLES), 'utf8');
    const [straight, interrupted] = [false, true].map((isInterrupted) => {
      const one = new ScenarioMailbox(yaml);
      one.take('claims.x12', interchangeOf(claims));
      if (isInterrupted) one.restart();
      one.untilTheEnd();
      const hash = one.hash();
      one.remove();
      return hash;
    });
    expect(interrupted).toBe(straight);
  });

  // What is damaged on purpose is left out, and what cannot balance: its guide knows.
  const SOUND = names.filter(
    (name) => !/^(damaged|truncated|out-of-balance|interest-does|patient-share|group-cr)/.test(name),
  );

  test.each(SOUND)('writes the remittances of the sample %s as the guide has them', (name) => {
    const yaml = readFileSync(new URL(`${name}/scenario.yaml`, SAMPLES), 'utf8');
    const texts = played(yaml, claims).remittances();
    const codes = texts.flatMap((text) => allProblems(checkTextByGuide(text)).map((one) => one.code));
    expect(codes).toEqual([]);
  });
});
