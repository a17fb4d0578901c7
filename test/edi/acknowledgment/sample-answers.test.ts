import { readdirSync, readFileSync } from 'node:fs';
import { X12Parser } from 'node-x12';
import { describe, expect, test } from 'vitest';
import { write999 } from '../../../src/edi/acknowledgment/write-999.ts';
import { allProblems, checkBytes, checkText } from '../support/check-text.ts';
import { readSample, readSamples } from '../support/samples.ts';

const FOLDER = new URL('../../../samples/x12/answers/', import.meta.url);

/** What the answers in the folder were written with. */
const ENVELOPE = {
  date: '20250316',
  time: '0920',
  interchangeControlNumber: '000000503',
  groupControlNumber: 503,
  lineEnd: '\n',
};

const NAMES = readdirSync(FOLDER).map((file) => file.replace('.999.x12', ''));

function answersTo(bytes: Uint8Array): string[] {
  return checkBytes(bytes).interchanges.flatMap((received) => write999(received, ENVELOPE) ?? []);
}

describe('the 999 to an invalid sample', () => {
  test.each(NAMES)('%s is byte for byte the one that is kept', (name) => {
    const kept = readFileSync(new URL(`${name}.999.x12`, FOLDER), 'latin1');
    expect(answersTo(readSample('invalid', name))).toEqual([kept]);
  });
});

describe('the 999 to any sample', () => {
  const answers = [...readSamples('valid'), ...readSamples('invalid')].flatMap(({ name, bytes }) =>
    answersTo(bytes).map((answer) => ({ name, answer })),
  );

  test.each(answers)('to $name has no problem', ({ answer }) => {
    expect(allProblems(checkText(answer))).toEqual([]);
  });

  test.each(answers)('to $name is read by node-x12, segment for segment', ({ answer }) => {
    const peer = new X12Parser(true).parse(answer.replaceAll('\n', ''));
    if (!('functionalGroups' in peer)) throw new Error('node-x12 read more than one interchange');
    const theirs = peer.functionalGroups.flatMap((group) =>
      group.transactions.flatMap((set) => set.segments.map(({ tag }) => tag)),
    );
    const ours = answer
      .split('~\n')
      .map((segment) => segment.split('*')[0] ?? '')
      .filter((tag) => /^(AK|IK|CTX)/.test(tag));
    expect(theirs).toEqual(ours);
  });
});
