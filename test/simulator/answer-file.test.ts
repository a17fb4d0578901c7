import { describe, expect, test } from 'vitest';
import { readSample } from '../edi/support/samples.ts';
import { answerText, namesOf, segmentsOf, theFile, toldIn } from './support/answers.ts';
import { claimInterchange } from './support/claim-interchange.ts';
import { interchangeOf, numbered } from './support/numbered-claims.ts';

function answerSample(folder: 'valid' | 'invalid', name: string): ReturnType<typeof answerText> {
  return answerText(Buffer.from(readSample(folder, name)).toString('latin1'));
}

describe('an accepted interchange', () => {
  test('is answered by TA1, 999, a 277CA of the clearinghouse and of each payer, and an 835 of each payer', () => {
    const answered = answerText(
      interchangeOf([
        numbered('A1'),
        numbered('A2', 'SIMDEN1', { payer: 'CGPAY2' }),
        numbered('A3', 'SIMCOP1'),
      ]),
    );
    expect(namesOf(answered)).toEqual([
      'TA1_000000001.x12',
      '999_000000002.x12',
      '277CA_CLEARINGHOUSE_000000003.x12',
      '277CA_CGPAY1_000000004.x12',
      '277CA_CGPAY2_000000005.x12',
      'pending 20260702T000030000Z_835_CGPAY1_000000006.x12',
      'pending 20260702T000030000Z_835_CGPAY2_000000007.x12',
    ]);
    expect(answered.facts).toEqual({
      disposition: 'accepted',
      interchanges: ['ZZ GATEWAY SIMULATOR 000000007'],
      sets: [{ controlNumbers: ['000000007', '7', '0001'], verdict: 'accepted', claimCount: 3 }],
      patientControlNumbers: ['A1', 'A2', 'A3'],
      duplicateClaims: [],
      rejectedClaims: [],
      counters: { interchange: 7, group: 6, trace: 2 },
    });
  });

  test('gets no TA1 where ISA14 does not ask for one', () => {
    const answered = answerText(interchangeOf([numbered('A1')], { isTa1Requested: false }));
    expect(namesOf(answered).slice(0, 2)).toEqual(['999_000000001.x12', '277CA_CLEARINGHOUSE_000000002.x12']);
  });

  test('is answered under the numbers that follow the last ones', () => {
    const counters = { interchange: 40, group: 50, trace: 60 };
    const answered = answerText(interchangeOf([numbered('A1')]), { counters });
    expect(segmentsOf(theFile(answered, 'TA1'), 'IEA')).toEqual(['IEA*0*000000041']);
    expect(segmentsOf(theFile(answered, '999'), 'GE')).toEqual(['GE*1*51']);
    expect(segmentsOf(theFile(answered, '835'), 'TRN*1*SIM000000061*')).toHaveLength(1);
    expect(answered.facts.counters).toEqual({ interchange: 45, group: 54, trace: 61 });
  });

  test('has one 277CA of each source for each set, and one 835 of each payer for all sets', () => {
    const text = claimInterchange({ control: 7, sets: [[numbered('A1')], [numbered('A2')]] });
    expect(namesOf(answerText(text)).map((name) => name.replace(/_\d+\.x12$/, ''))).toEqual([
      'TA1',
      '999',
      '277CA_CLEARINGHOUSE',
      '277CA_CGPAY1',
      '277CA_CLEARINGHOUSE',
      '277CA_CGPAY1',
      'pending 20260702T000030000Z_835_CGPAY1',
    ]);
  });

  test('is paid in one payment to each billing provider', () => {
    const answered = answerText(
      interchangeOf([
        numbered('A1'),
        numbered('A2', 'SIMPAID1', { npi: '1999990025' }),
        numbered('A3', 'SIMCOI1'),
      ]),
    );
    const remittances = theFile(answered, '835');
    expect(segmentsOf(remittances, 'ST')).toEqual(['ST*835*0001', 'ST*835*0002']);
    expect(segmentsOf(remittances, 'TRN').map((trn) => trn.split('*')[2])).toEqual([
      'SIM000000001',
      'SIM000000002',
    ]);
    expect(segmentsOf(remittances, 'CLP').map((clp) => clp.split('*')[1])).toEqual(['A1', 'A3', 'A2']);
  });
});

describe('a file that is no X12', () => {
  test.each(['not-x12-a-letter', 'empty'])('%s has no answer', (name) => {
    const answered = answerSample('invalid', name);
    expect(answered.files).toEqual([]);
    expect(answered.facts.disposition).toBe('unreadable');
  });

  test('and one of more interchanges than anybody sends have no answer', () => {
    const ta1 = Buffer.from(readSample('valid', 'ta1-accepted')).toString('latin1');
    const answered = answerText(ta1.repeat(1001));
    expect(answered.files).toEqual([]);
    expect(answered.facts.disposition).toBe('unreadable');
  });
});

describe('an interchange with a fault of its envelope', () => {
  const whole = interchangeOf([numbered('A1')]);
  test.each([
    ['without IEA', whole.replace(/IEA.*\n/, ''), '023'],
    ['cut within a segment', whole.slice(0, -60), '023'],
    ['with a wrong count of groups', whole.replace('IEA*1', 'IEA*2'), '021'],
    ['with two control numbers', whole.replace('IEA*1*000000007', 'IEA*1*000000008'), '001'],
    ['of version 4010', whole.replace('*00501*', '*00401*'), '017'],
  ])('%s is rejected by a TA1 and by nothing else', (_, text, note) => {
    const answered = answerText(text);
    expect(namesOf(answered)).toEqual(['TA1_000000001.x12']);
    expect(segmentsOf(theFile(answered, 'TA1'), 'TA1')).toEqual([`TA1*000000007*260701*0930*R*${note}`]);
    expect(answered.facts).toMatchObject({
      disposition: 'rejected',
      interchanges: [],
      patientControlNumbers: [],
    });
  });

  test('is rejected also where no TA1 was asked for', () => {
    const text = interchangeOf([numbered('A1')], { isTa1Requested: false }).replace('IEA*1', 'IEA*2');
    expect(namesOf(answerText(text))).toEqual(['TA1_000000001.x12']);
  });

  test('that a TA1 could not name is not answered, and uses no number up', () => {
    const answered = answerText(whole.replace('*000000007*1*T*', '*00000000X*1*T*'));
    expect(answered.files).toEqual([]);
    expect(answered.facts.disposition).toBe('rejected');
    expect(answered.facts.counters).toEqual({ interchange: 0, group: 0, trace: 0 });
  });
});

describe('an interchange that repeats one', () => {
  test('taken before is rejected with note 025', () => {
    const answered = answerText(interchangeOf([numbered('A1')]), {
      hasAccepted: (key) => key === 'ZZ GATEWAY SIMULATOR 000000007',
    });
    expect(namesOf(answered)).toEqual(['TA1_000000001.x12']);
    expect(segmentsOf(theFile(answered, 'TA1'), 'TA1')).toEqual(['TA1*000000007*260701*0930*R*025']);
    expect(answered.facts).toMatchObject({ disposition: 'duplicate', patientControlNumbers: [] });
  });

  test('of the same file is rejected, and the first is not', () => {
    const answered = answerText(interchangeOf([numbered('A1')]) + interchangeOf([numbered('A2')]));
    expect(answered.facts).toMatchObject({ disposition: 'accepted', patientControlNumbers: ['A1'] });
    const verdicts = answered.files.flatMap((file) => segmentsOf(file, 'TA1'));
    expect(verdicts.map((ta1) => ta1.split('*').slice(4).join(' '))).toEqual(['A 000', 'R 025']);
  });
});

describe('a fault of the guide', () => {
  test('rejects its set, and the claims of others are taken', () => {
    const text = claimInterchange({ control: 7, sets: [[numbered('A1')], [numbered('A2')]] });
    const answered = answerText(text.replace('CLM*A1*100*', 'CLM*A1*many*'));
    const acknowledgment = theFile(answered, '999');
    expect(segmentsOf(acknowledgment, 'IK5')).toEqual(['IK5*R*5', 'IK5*A']);
    expect(segmentsOf(acknowledgment, 'AK9')).toEqual(['AK9*P*2*2*1']);
    expect(answered.facts.patientControlNumbers).toEqual(['A2']);
    expect(answered.facts.sets.map(({ verdict, claimCount }) => [verdict, claimCount])).toEqual([
      ['rejected', 0],
      ['accepted', 1],
    ]);
    expect(toldIn(answered, '277CA_CLEARINGHOUSE')).toEqual(['A2 accepted A0:16:PR']);
    expect(segmentsOf(theFile(answered, '835'), 'CLP')).toHaveLength(1);
  });

  test('in the envelope of a group rejects all of its sets', () => {
    const answered = answerText(interchangeOf([numbered('A1')]).replace('GE*1*7', 'GE*1*8'));
    expect(namesOf(answered)).toEqual(['TA1_000000001.x12', '999_000000002.x12']);
    expect(segmentsOf(theFile(answered, '999'), 'AK9')).toEqual(['AK9*R*1*1*0*4']);
    expect(answered.facts.sets.map(({ verdict }) => verdict)).toEqual(['rejected']);
    expect(answered.facts.patientControlNumbers).toEqual([]);
  });
});

describe('a claim whose CLM01', () => {
  const repeated = 'A1 rejected A3:54';

  test('was taken before is rejected, and not paid again', () => {
    const answered = answerText(interchangeOf([numbered('A1'), numbered('A2')]), {
      hasClaim: (number) => number === 'A1',
    });
    expect(toldIn(answered, '277CA_CLEARINGHOUSE')).toEqual([repeated, 'A2 accepted A0:16:PR']);
    expect(toldIn(answered, '277CA_CGPAY1')).toEqual(['A2 accepted A2:20:PR']);
    expect(segmentsOf(theFile(answered, '835'), 'CLP').map((clp) => clp.split('*')[1])).toEqual(['A2']);
    expect(answered.facts).toMatchObject({
      patientControlNumbers: ['A2'],
      duplicateClaims: ['A1'],
      rejectedClaims: [],
    });
  });

  test.each([
    ['stands twice in a set', [[numbered('A1'), numbered('A1')]]],
    ['stands in two sets', [[numbered('A1')], [numbered('A1')]]],
  ])('%s is taken once', (_, sets) => {
    const answered = answerText(claimInterchange({ control: 7, sets }));
    expect(answered.facts).toMatchObject({ patientControlNumbers: ['A1'], duplicateClaims: ['A1'] });
    const told = answered.files.filter(({ name }) => name.includes('CLEARINGHOUSE'));
    expect(told.flatMap((file) => segmentsOf(file, 'STC*A3:54*20260701*U*100'))).toHaveLength(1);
    expect(segmentsOf(theFile(answered, '835'), 'CLP')).toHaveLength(1);
  });
});

describe('a file without claims', () => {
  test.each(['ta1-accepted', '999-accepted', '999-partially-accepted'])('%s is not answered', (name) => {
    const answered = answerSample('valid', name);
    expect(answered.files).toEqual([]);
    expect(answered.facts).toMatchObject({
      disposition: 'accepted',
      counters: { interchange: 0, group: 0, trace: 0 },
    });
  });

  test.each(['277ca-accepted-and-rejected-claim', '835-paid-denied-and-recovery'])(
    '%s is answered by a 999 alone',
    (name) => {
      expect(namesOf(answerSample('valid', name))).toEqual(['999_000000001.x12']);
    },
  );

  test('that holds acknowledgments gets no TA1 either, even where it asks for one', () => {
    const text = Buffer.from(readSample('valid', '999-accepted')).toString('latin1');
    expect(namesOf(answerText(text.replace(/\*0\*T\*:/, '*1*T*:')))).toEqual([]);
  });
});
