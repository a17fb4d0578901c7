import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { printable, streamOutput } from '../../src/cli/output.ts';
import { tableLines } from '../../src/cli/table.ts';

test('a table aligns text to the left and amounts to the right, with no trailing space', () => {
  expect(
    tableLines(
      [{ title: 'account' }, { title: 'balance', align: 'right' }],
      [
        ['charges', '-1200.00'],
        ['denied-open', '5.00'],
      ],
    ),
  ).toEqual([
    'account       balance',
    '───────────  ────────',
    'charges      -1200.00',
    'denied-open      5.00',
  ]);
});

test('text from a file cannot move the terminal’s cursor', () => {
  expect(printable('A\u001b[2JB\rC\u009bD')).toBe('A\ufffd[2JB\ufffdC\ufffdD');
});

test('data goes to stdout, speech to stderr, progress nowhere but to a terminal', async () => {
  const stdout = new PassThrough();
  const stderr = new PassThrough();
  const output = streamOutput({ stdout, stderr });
  output.data('data');
  output.progress('10 %');
  output.say('speech');
  await output.bytes(Buffer.from([0xff]));
  expect(stdout.read()).toEqual(Buffer.concat([Buffer.from('data\n'), Buffer.from([0xff])]));
  expect(String(stderr.read())).toBe('speech\n');
});

test('on a terminal a line of speech takes the place of the progress line', () => {
  const stderr = Object.assign(new PassThrough(), { isTTY: true });
  const output = streamOutput({ stdout: new PassThrough(), stderr });
  output.progress('10 %');
  output.say('done');
  expect(String(stderr.read())).toBe('\r\u001b[K10 %\r\u001b[Kdone\n');
});
