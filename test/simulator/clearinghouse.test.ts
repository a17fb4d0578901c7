import { createHash } from 'node:crypto';
import {
  appendFileSync,
  cpSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { countReceived } from '../../src/simulator/count-received.ts';
import type { ReceivedEntry } from '../../src/simulator/journal.ts';
import { claimInterchange } from './support/claim-interchange.ts';
import { MailboxOfTest } from './support/mailbox-of-test.ts';
import { interchangeOf, numbered } from './support/numbered-claims.ts';

let mailbox: MailboxOfTest;
beforeEach(() => {
  mailbox = new MailboxOfTest();
});
afterEach(() => mailbox.remove());

const CLAIMS = interchangeOf([numbered('A1'), numbered('A2', 'SIMCOP1', { payer: 'CGPAY2' })]);

describe('a clearinghouse', () => {
  test('answers a file, archives it and remembers it', () => {
    const clearinghouse = mailbox.start();
    mailbox.upload('claims.x12', CLAIMS);
    clearinghouse.take('claims.x12');
    expect([...mailbox.read('mailbox/outbound').keys()]).toEqual([
      '277CA_CGPAY1_000000004.x12',
      '277CA_CGPAY2_000000005.x12',
      '277CA_CLEARINGHOUSE_000000003.x12',
      '999_000000002.x12',
      'TA1_000000001.x12',
    ]);
    expect([...mailbox.read('pending').keys()]).toEqual([
      '20260702T000030000Z_835_CGPAY1_000000006.x12',
      '20260702T000030000Z_835_CGPAY2_000000007.x12',
    ]);
    const sha256 = createHash('sha256').update(CLAIMS, 'latin1').digest('hex');
    expect(mailbox.read('archive')).toEqual(new Map([[`000001_${sha256.slice(0, 16)}`, CLAIMS]]));
    expect(mailbox.read('mailbox/inbound').size + mailbox.read('working').size).toBe(0);
    const [line, finished] = readFileSync(mailbox.journal, 'utf8').trimEnd().split('\n');
    expect(JSON.parse(line ?? '')).toMatchObject({ arrival: 1, fileName: 'claims.x12', sha256 });
    expect(JSON.parse(finished ?? '')).toEqual({ kind: 'finished', arrival: 1 });
    expect(line).not.toContain('SAMPLE');
  });

  test('takes a file once, however often it is told of it', () => {
    const clearinghouse = mailbox.start();
    mailbox.upload('claims.x12', CLAIMS);
    for (let i = 0; i < 3; i++) clearinghouse.take('claims.x12');
    expect(clearinghouse.journal.received).toHaveLength(1);
  });

  test('tells a repeated interchange from one whose first sending was rejected', () => {
    const clearinghouse = mailbox.start();
    const sendings = [CLAIMS.replace('IEA*1', 'IEA*2'), CLAIMS, CLAIMS];
    for (const [index, text] of sendings.entries()) {
      mailbox.upload(`${index}`, text);
      clearinghouse.take(`${index}`);
    }
    expect(clearinghouse.journal.received.map(({ disposition }) => disposition)).toEqual([
      'rejected',
      'accepted',
      'duplicate',
    ]);
    expect(countReceived(clearinghouse.journal.received)).toEqual({
      files: 3,
      byDisposition: { accepted: 1, rejected: 1, duplicate: 1, unreadable: 0 },
      claims: 2,
      duplicateClaims: 0,
      rejectedClaims: 0,
      remittances: 2,
    });
  });

  test('publishes a remittance when its time has come and not before', () => {
    const clearinghouse = mailbox.start();
    mailbox.upload('claims.x12', CLAIMS);
    clearinghouse.take('claims.x12');
    const before = mailbox.read('mailbox/outbound').size;
    mailbox.now = new Date('2026-07-02T00:00:29.999Z');
    clearinghouse.publishDue();
    expect(mailbox.read('mailbox/outbound').size).toBe(before);
    mailbox.now = new Date('2026-07-02T00:00:30.000Z');
    clearinghouse.publishDue();
    expect([...mailbox.read('mailbox/outbound').keys()].filter((name) => name.startsWith('835'))).toEqual([
      '835_CGPAY1_000000006.x12',
      '835_CGPAY2_000000007.x12',
    ]);
    expect(clearinghouse.pendingCount).toBe(0);
  });

  test('publishes at its start what became due while it was down', () => {
    mailbox.start();
    mailbox.upload('claims.x12', CLAIMS);
    mailbox.startAndTakeAll();
    mailbox.now = new Date('2026-07-03T00:00:00.000Z');
    expect(mailbox.start().pendingCount).toBe(0);
  });

  test('goes on with its numbers and its memory after a restart', () => {
    mailbox.start();
    mailbox.upload('1', CLAIMS);
    mailbox.startAndTakeAll();
    mailbox.upload('2', claimInterchange({ control: 8, sets: [[numbered('A1'), numbered('A3')]] }));
    mailbox.upload('3', CLAIMS);
    const { journal } = mailbox.startAndTakeAll();
    expect(journal.received.map(({ disposition }) => disposition)).toEqual([
      'accepted',
      'accepted',
      'duplicate',
    ]);
    expect(journal.received[1]).toMatchObject({
      arrival: 2,
      patientControlNumbers: ['A3'],
      duplicateClaims: ['A1'],
    });
    const names = journal.received.flatMap(({ files }) => files.map(({ name }) => name.slice(-13)));
    expect(new Set(names).size).toBe(names.length);
    expect(names).toHaveLength(7 + 5 + 1);
  });

  test('leaves a file where it is when it cannot promise to answer it, and answers it later', () => {
    const clearinghouse = mailbox.start();
    mailbox.upload('claims.x12', CLAIMS);
    appendFileSync(mailbox.journal, '{"kind":"finished","arrival":99}\n');
    expect(() => clearinghouse.take('claims.x12')).toThrow('another process');
    expect(mailbox.readAnswers().size).toBe(0);
    expect([...mailbox.read('mailbox/inbound').keys()]).toEqual(['claims.x12']);
    expect(mailbox.startAndTakeAll().journal.received).toHaveLength(1);
    expect(mailbox.readAnswers().size).toBe(7);
  });
});

function place(...parts: string[]): string {
  return path.join(mailbox.directory, ...parts);
}

describe('after a crash', () => {
  /** What stands on the disk when nothing went wrong, and what the journal promised. */
  let whole: Map<string, string>;
  let entry: ReceivedEntry;
  let earlierLines: string;
  let finishedLine: string;
  let line: string;

  beforeEach(() => {
    mailbox.start();
    mailbox.upload('0', claimInterchange({ control: 3, sets: [[numbered('B1')]] }));
    mailbox.startAndTakeAll();
    earlierLines = readFileSync(mailbox.journal, 'utf8');
    mailbox.upload('claims.x12', CLAIMS);
    const { journal } = mailbox.startAndTakeAll();
    entry = journal.received.at(-1) as ReceivedEntry;
    [line = '', finishedLine = ''] = readFileSync(mailbox.journal, 'utf8')
      .slice(earlierLines.length)
      .split('\n');
    whole = mailbox.readAnswers();
    expect(whole.size).toBe(5 + 7);
  });

  const folders = { outbound: 'mailbox/outbound', pending: 'pending' } as const;

  /** Takes back what was done for `entry`, all but the first `moved` moves. */
  function undo(moved: number, { isArchived }: { isArchived: boolean }): void {
    for (const { name, folder } of entry.files.slice(moved)) {
      renameSync(place(folders[folder], name), place('working', name));
    }
    const archived = [...mailbox.read('archive').keys()].at(-1) ?? '';
    if (!isArchived) renameSync(place('archive', archived), place('mailbox/inbound/claims.x12'));
  }

  /** A later start finds everything as it would have been. */
  function expectWhole(): void {
    for (let start = 0; start < 2; start++) {
      const { journal } = mailbox.startAndTakeAll();
      expect(mailbox.readAnswers()).toEqual(whole);
      expect(journal.received).toHaveLength(2);
      expect(journal.unfinished).toEqual([]);
      expect(mailbox.read('working').size + mailbox.read('mailbox/inbound').size).toBe(0);
      expect(mailbox.read('archive').size).toBe(2);
    }
  }

  test.each([0, 1, 2, 3, 4, 5, 6, 7])(
    'before the promise, with %i answers written, the file is taken anew',
    (written) => {
      undo(0, { isArchived: false });
      for (const { name } of entry.files.slice(written)) rmSync(place('working', name));
      const [last] = entry.files.slice(0, written).slice(-1);
      if (last !== undefined) truncateSync(place('working', last.name), 50);
      writeFileSync(mailbox.journal, earlierLines);
      expectWhole();
    },
  );

  test('within the promise, the half line is cut off and the file is taken anew', () => {
    undo(0, { isArchived: false });
    const directory = `${mailbox.directory}-cut`;
    for (const length of [1, 20, Math.floor(line.length / 2), line.length - 1, line.length]) {
      const cut = new MailboxOfTest(directory);
      cpSync(mailbox.directory, directory, { recursive: true });
      writeFileSync(cut.journal, earlierLines + line.slice(0, length));
      cut.startAndTakeAll();
      expect(cut.readAnswers()).toEqual(whole);
      expect(readFileSync(cut.journal, 'utf8')).toBe(`${earlierLines}${line}\n${finishedLine}\n`);
      cut.remove();
    }
  });

  test.each([0, 1, 2, 3, 4, 5, 6, 7])(
    'behind the promise, with %i answers moved, the others follow',
    (moved) => {
      undo(moved, { isArchived: false });
      writeFileSync(mailbox.journal, `${earlierLines}${line}\n`);
      expectWhole();
    },
  );

  test('behind the last move, nothing is done twice', () => {
    writeFileSync(mailbox.journal, `${earlierLines}${line}\n`);
    expectWhole();
  });

  test('what a partner has fetched meanwhile does not come again', () => {
    const fetched = entry.files[0]?.name ?? '';
    undo(3, { isArchived: false });
    rmSync(place('mailbox/outbound', fetched));
    writeFileSync(mailbox.journal, `${earlierLines}${line}\n`);
    whole.delete(fetched);
    expectWhole();
  });

  test('a remittance that was published before the journal said so is not published again', () => {
    const pending = entry.files.filter(({ folder }) => folder === 'pending');
    for (const { name } of pending) {
      rmSync(place('pending', name));
      whole.delete(name);
    }
    writeFileSync(mailbox.journal, `${earlierLines}${line}\n`);
    expectWhole();
  });

  test('the file that comes next under the same name is another file', () => {
    writeFileSync(mailbox.journal, `${earlierLines}${line}\n`);
    mailbox.upload('claims.x12', claimInterchange({ control: 9, sets: [[numbered('A9')]] }));
    const { journal } = mailbox.startAndTakeAll();
    expect(journal.received.map(({ patientControlNumbers }) => patientControlNumbers)).toEqual([
      ['B1'],
      ['A1', 'A2'],
      ['A9'],
    ]);
  });
});
