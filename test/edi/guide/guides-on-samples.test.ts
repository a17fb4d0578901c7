import { Buffer } from 'node:buffer';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { guideById } from '../../../src/edi/guides/carried.ts';
import { noteLeftOut } from '../../support/left-out.ts';
import { type PlainSet, plainSetsOf, walkGuide } from '../support/guide-walker.ts';
import { readSamples } from '../support/samples.ts';

const folder = process.env['CLAIMGATE_CORPUS'];
if (folder === undefined) noteLeftOut('guides on the corpus', 'CLAIMGATE_CORPUS names no folder');

/** Sets with faults that a guide does not speak of: their SE01 miscounts. */
const FAULTS_OF_ANOTHER_KIND = [
  'src__test__resources__837_5010__x12_ambiguous_loop.txt',
  'src__test__resources__837_5010__x12_writer_test.txt',
];

/** The sets of a file whose guides are carried, with what does not fit. */
function faultsOf(file: string): { readonly walked: number; readonly faults: readonly string[] } {
  let walked = 0;
  const faults: string[] = [];
  for (const text of file.split(/(?=ISA[^\w\s]0\d)/)) {
    for (const set of plainSetsOf(text)) {
      const guide = guideById(guideIdOf(set, text), set.segments[0]?.[1]);
      if (guide === undefined) continue;
      walked++;
      faults.push(...walkGuide(guide, set));
    }
  }
  return { walked, faults };
}

/** ST03, or GS08 where the set has none (835). */
function guideIdOf(set: PlainSet, text: string): string {
  const separator = text[3] as string;
  const group = text.slice(text.indexOf(`GS${separator}`)).split(text[105] as string)[0] ?? '';
  return set.segments[0]?.[3] ?? group.split(separator)[8] ?? '';
}

describe('a valid sample', () => {
  const withSets = readSamples('valid').filter(({ name }) => !/^ta1-(accepted|rejected)$/.test(name));

  test.each(withSets)('$name has a place for every segment and value', ({ bytes }) => {
    const { walked, faults } = faultsOf(Buffer.from(bytes).toString('latin1'));
    expect(faults).toEqual([]);
    expect(walked).toBeGreaterThan(0);
  });
});

describe.skipIf(folder === undefined)('the corpus of public sample interchanges', () => {
  const index = folder === undefined ? '' : readFileSync(path.join(folder, 'INDEX.tsv'), 'utf8');
  const rows = index.trimEnd().split('\n').slice(1);
  const listed = rows.map((row) => {
    const [file = '', , , transactions = '', , , verdict = '', , findings = ''] = row.split('\t');
    return { file, transactions, verdict, findings };
  });
  const textOf = (file: string): string => readFileSync(path.join(folder ?? '', file), 'latin1');

  // Engine 1 carries no map of the status and eligibility guides: there engine 2 decides alone.
  const sound = listed.filter(
    ({ file, verdict, findings }) =>
      (verdict === 'both accept' || findings === 'clean') && textOf(file).startsWith('ISA'),
  );
  const walked = new Map<string, number>();

  test.each(sound)('$file ($transactions) fits its guide', ({ file, transactions }) => {
    const result = faultsOf(textOf(file));
    expect(result.faults).toEqual([]);
    const kind = transactions.replace(/:.*/, '');
    walked.set(kind, (walked.get(kind) ?? 0) + result.walked);
  });

  test('proves each guide on at least one set', () => {
    for (const kind of ['837P', '837I', '837D', '835', '999', '277CA', '276', '277', '270', '271']) {
      expect(walked.get(kind), kind).toBeGreaterThan(0);
    }
  });

  test('refuses what both engines refuse, but for faults of another kind', () => {
    const faulty = listed.filter(
      ({ file, verdict }) => verdict === 'both fault' && textOf(file).startsWith('ISA'),
    );
    const fitting = faulty.filter(({ file }) => faultsOf(textOf(file)).faults.length === 0);
    expect(faulty.length).toBeGreaterThan(10);
    expect(fitting.map(({ file }) => path.basename(file))).toEqual(FAULTS_OF_ANOTHER_KIND);
  });
});
