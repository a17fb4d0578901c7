import { Buffer } from 'node:buffer';
import { X12Parser } from 'node-x12';
import { describe, expect, test } from 'vitest';
import { isRejected } from '../../src/edi/check/check-report.ts';
import { fileToJson, interchangeFromJson } from '../../src/edi/json.ts';
import { copyFile, writeFileCopy } from '../../src/edi/syntax/copy.ts';
import { allProblems, checkBytes } from './support/check-text.ts';
import { decodeLatin1 } from './support/latin-1.ts';
import { expectedProblems, readSamples } from './support/samples.ts';

const VALID = readSamples('valid');
const INVALID = readSamples('invalid');

/** What an independent reader cannot read at all: TA1 outside a group, and a second interchange. */
const UNREADABLE_TO_PEER = /^ta1-/;

describe('a valid sample', () => {
  test.each(VALID)('$name has no problem', ({ bytes }) => {
    const report = checkBytes(bytes);
    expect(allProblems(report)).toEqual([]);
    expect(isRejected(report)).toBe(false);
    expect(report.interchanges.length).toBeGreaterThan(0);
  });

  test.each(VALID)('$name is JSON and X12 again', ({ bytes }) => {
    const json = fileToJson(decodeLatin1, bytes);
    expect(json.outside).toEqual([]);
    const text = Buffer.from(bytes).toString('latin1');
    const written = json.interchanges.map((interchange) => interchangeFromJson(interchange)).join('');
    expect(written.replaceAll(/[\r\n]/g, '')).toBe(text.replaceAll(/[\r\n]/g, ''));
  });

  const forPeer = VALID.filter(({ name }) => !UNREADABLE_TO_PEER.test(name));
  test.each(forPeer)('$name has the segments and elements that node-x12 reads', ({ bytes }) => {
    const text = Buffer.from(bytes).toString('latin1').trimEnd();
    const peer = new X12Parser(true).parse(text);
    if (!('functionalGroups' in peer)) throw new Error('node-x12 read more than one interchange');
    const theirs = peer.functionalGroups.flatMap((group) =>
      group.transactions.flatMap((set) =>
        set.segments.map((segment) => [
          segment.tag,
          ...segment.elements.map((element) => element.value ?? ''),
        ]),
      ),
    );
    const enveloping = new Set(['ISA', 'GS', 'ST', 'SE', 'GE', 'IEA']);
    const ours = copyFile(decodeLatin1, bytes)
      .segments.map((segment) => segment.elements)
      .filter(([identifier]) => !enveloping.has(identifier ?? ''));
    expect(ours.length).toBeGreaterThan(0);
    expect(theirs).toEqual(ours);
  });
});

describe('an invalid sample', () => {
  test.each(INVALID)('$name has the problems that its file lists', ({ name, bytes }) => {
    const report = checkBytes(bytes);
    expect(allProblems(report).map((problem) => problem.code)).toEqual(expectedProblems(name));
  });

  test.each(INVALID)('$name is rejected, unless all that it has are warnings', ({ bytes }) => {
    const report = checkBytes(bytes);
    const hasError = allProblems(report).some(({ severity }) => severity === 'error');
    expect(isRejected(report)).toBe(hasError);
  });
});

describe('every sample', () => {
  test.each([...VALID, ...INVALID])('$name is copied byte for byte', ({ bytes }) => {
    const text = writeFileCopy(copyFile(decodeLatin1, bytes));
    expect(Buffer.from(text, 'latin1').equals(bytes)).toBe(true);
  });
});
