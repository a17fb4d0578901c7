import { describe, expect, test } from 'vitest';
import { runCommand } from '../support/run-command.ts';
import { textOf, validSample } from '../support/sample-files.ts';

const CLAIMS = validSample('837p-dependent-and-second-claim');
const REMITTANCE = validSample('835-paid-denied-and-recovery');

describe('x12 query', () => {
  test('prints the elements that a qualifier picks, a line each', async () => {
    expect(await runCommand(['x12', 'query', CLAIMS, 'REF02:REF01["6R"]'])).toEqual({
      status: 0,
      stdout: 'RFP000000105A1\nRFP000000105B1\n',
      stderr: '',
    });
  });

  test('tells the place of each answer in JSON', async () => {
    const { stdout } = await runCommand(['x12', 'query', '--json', REMITTANCE, "AMT02:AMT01['B6']"]);
    expect(
      stdout
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as unknown),
    ).toEqual([
      {
        interchangeControlNumber: '000000506',
        groupControlNumber: '506',
        setControlNumber: '0001',
        segmentOrdinal: 21,
        loop: '2110',
        segment: 'AMT',
        element: 2,
        value: '90.5',
      },
    ]);
  });

  test('follows a path while it stays in the loop', async () => {
    for (const query of ['LX-SV102', 'FOREACH(LX)=>SV102']) {
      expect((await runCommand(['x12', 'query', CLAIMS, query])).stdout).toBe('95.5\n60\n');
    }
  });

  test('refuses the answers of a path that has left its loop', async () => {
    // REF*F8 is of the second claim; node-x12 counts it to the service line of the first.
    const { status, stdout, stderr } = await runCommand(['x12', 'query', CLAIMS, 'LX-REF02']);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toContain('behind the loops that LX begins');
  });

  test('takes sets one by one, from standard input too', async () => {
    const twoSets = textOf(CLAIMS).replace(
      /ST\*837[\s\S]*SE\*49\*0001~\n/,
      (set) => set + set.replaceAll('*0001~', '*0002~').replace('*0001*005010', '*0002*005010'),
    );
    const file = twoSets.replace('GE*1*', 'GE*2*');
    expect((await runCommand(['x12', 'query', '-', 'CLM02'], file)).stdout).toBe('95.5\n60\n95.5\n60\n');
    expect((await runCommand(['x12', 'query', '-', 'ST02', '--set', '0002'], file)).stdout).toBe('0002\n');
    expect((await runCommand(['x12', 'query', '-', 'ST02', '--set', '0003'], file)).status).toBe(1);
  });

  test.each([
    ['HL+20+22-CLM01', 'lose every subscriber behind the first dependent'],
    ['CONCAT(CLM01,-)=>CLM02', 'puts the first value of the set before every answer'],
    ['CLM-LX-SV102', 'lose all but the first'],
    ['CAS03:CLP02["1"]', 'found in claims before'],
    ['GS01:GS01["HC"]', 'envelope segments are not looked at'],
    ['REF02:REF01["A-B"]', 'a query is an element'],
    ['CLM', 'a query is an element'],
    ['CLM00', 'a query is an element'],
  ])('exits 2 for %s and says why', async (query, reason) => {
    const { status, stderr } = await runCommand(['x12', 'query', CLAIMS, query]);
    expect(status).toBe(2);
    expect(stderr).toContain(reason);
  });

  test('exits 1 where nothing is found, or the file is not whole', async () => {
    expect((await runCommand(['x12', 'query', CLAIMS, 'PLB04'])).stderr).toContain(
      'nothing in this file answers',
    );
    const cut = await runCommand(['x12', 'query', '-', 'CLM01'], textOf(CLAIMS).slice(0, -30));
    expect(cut.status).toBe(1);
    expect(cut.stderr).toContain('- is not whole: ');
  });

  test('says that a set is rejected and answers all the same', async () => {
    const { status, stdout, stderr } = await runCommand(
      ['x12', 'query', '-', 'CLM02'],
      textOf(CLAIMS).replace('CLM*RFP000000105A*95.5*', 'CLM*RFP000000105A*95.6*'),
    );
    expect({ status, stdout }).toEqual({ status: 0, stdout: '95.6\n60\n' });
    expect(stderr).toBe('claimgate: set 0001 is rejected; see x12 check\n');
  });

  test('refuses a set that is too large', async () => {
    const lines = textOf(CLAIMS).split('\n');
    const notes = Array.from({ length: 75_000 }, () => `NTE*ADD*${'X'.repeat(70)}~`);
    const at = lines.findIndex((line) => line.startsWith('SE*'));
    const file = [
      ...lines.slice(0, at),
      ...notes,
      `SE*${49 + notes.length}*0001~`,
      ...lines.slice(at + 1),
    ].join('\n');
    const { status, stderr } = await runCommand(['x12', 'query', '-', 'CLM01'], file);
    expect(status).toBe(1);
    expect(stderr).toContain('up to 5 MB');
  });

  test('refuses what node-x12 reads otherwise', async () => {
    // To a segment without elements it gives the last element of the one before.
    const file = textOf(CLAIMS).replace('LX*1~\n', 'NTE~\nLX*1~\n').replace('SE*49', 'SE*50');
    const { status, stderr } = await runCommand(['x12', 'query', '-', 'CLM01'], file);
    expect(status).toBe(1);
    expect(stderr).toContain('reads it otherwise');
  });
});

describe('x12 json --notation node-x12', () => {
  test('is the notation that node-x12 writes, with every segment', async () => {
    const { status, stdout } = await runCommand(['x12', 'json', '--notation', 'node-x12', CLAIMS]);
    expect(status).toBe(0);
    const notation = JSON.parse(stdout) as {
      header: string[];
      functionalGroups: {
        header: string[];
        transactions: { header: string[]; segments: { tag: string; elements: string[] }[] }[];
      }[];
    };
    expect(notation.header[12]).toBe('000000105');
    const [transaction] = notation.functionalGroups[0]?.transactions ?? [];
    expect(transaction?.segments).toHaveLength(47);
    expect(transaction?.segments[0]).toEqual({
      tag: 'BHT',
      elements: ['0019', '00', 'RFP20250316B', '20250316', '0905', 'CH'],
    });
  });

  test('refuses TA1 segments, which it would lose, and exits 2 for a notation that is none', async () => {
    const ta1 = await runCommand(['x12', 'json', '--notation', 'node-x12', validSample('ta1-accepted')]);
    expect(ta1).toMatchObject({ status: 1, stdout: '' });
    expect((await runCommand(['x12', 'json', '--notation', 'yaml', CLAIMS])).status).toBe(2);
  });
});
