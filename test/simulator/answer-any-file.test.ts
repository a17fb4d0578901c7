import * as fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { proveBalance } from '../../src/domain/remittance/balance.ts';
import { allProblems, checkTextByGuide } from '../edi/support/check-text.ts';
import { readSamples } from '../edi/support/samples.ts';
import { answerText, namesOf, remittancesOf, segmentsOf, theFile } from './support/answers.ts';
import { claimInterchange } from './support/claim-interchange.ts';
import { interchangeOf, numbered } from './support/numbered-claims.ts';
import { practiceClaims } from './support/practice-claims.ts';

let segments: string[];
beforeAll(async () => {
  const claims = await practiceClaims();
  const sets = [claims.slice(0, 6), claims.slice(18, 24)];
  segments = claimInterchange({ control: 1, sets }).split('~\n').slice(0, -1);
});

/** Every answer can be read without a problem, and every payment balances. */
function expectSoundAnswers(text: string): void {
  for (const file of answerText(text).files) {
    // TA1 and 999 repeat what the sender called itself, its groups and its sets, which may be what was wrong.
    if (!/^(TA1|999)/.test(file.name)) expect(allProblems(checkTextByGuide(file.text))).toEqual([]);
    if (file.folder === 'pending') {
      for (const remittance of remittancesOf(file)) expect(proveBalance(remittance).failures).toEqual([]);
    }
    expect(file.name).toMatch(/^[A-Za-z0-9_-]+\.x12$/);
  }
}

const anyText = fc.oneof(
  fc.constantFrom(
    '',
    '0',
    '-1',
    '..',
    '../../etc',
    '20250230',
    '99999999999',
    'É',
    '*',
    '\u0001',
    '^^',
    '8',
    '6',
  ),
  fc.string({ maxLength: 12 }),
);
interface Change {
  readonly kind: 'remove' | 'repeat' | 'element' | 'component';
  readonly segment: number;
  readonly element: number;
  readonly text: string;
}
const change: fc.Arbitrary<Change> = fc.record({
  kind: fc.constantFrom<Change['kind']>('remove', 'repeat', 'element', 'component'),
  segment: fc.nat(),
  element: fc.nat(),
  text: anyText,
});

function changed(all: readonly string[], { kind, segment, element, text }: Change): string[] {
  const index = segment % all.length;
  const old = all[index] ?? '';
  if (kind === 'remove') return all.toSpliced(index, 1);
  if (kind === 'repeat') return all.toSpliced(index, 0, old);
  const separator = kind === 'element' ? '*' : ':';
  const parts = old.split(separator);
  return all.with(index, parts.with(element % parts.length, text).join(separator));
}

describe('any file', () => {
  test('of the samples has answers without a problem', () => {
    const samples = [...readSamples('valid'), ...readSamples('invalid')];
    expect(samples.length).toBeGreaterThan(30);
    for (const { bytes } of samples) expectSoundAnswers(Buffer.from(bytes).toString('latin1'));
  });

  test('of claims in which something was changed has answers without a problem', () => {
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), (changes) => {
        const text = changes
          .reduce(changed, segments)
          .map((segment) => `${segment}~`)
          .join('');
        expectSoundAnswers(text);
      }),
      { numRuns: 300 },
    );
  });

  test('of any bytes has answers without a problem', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), fc.boolean(), (text, isBehindClaims) => {
        expectSoundAnswers(isBehindClaims ? interchangeOf([numbered('A1')]) + text : text);
      }),
    );
  });

  test('of a sender with other delimiters, and ours in its data, has answers under the usual ones', () => {
    const claims = [numbered('A=1', 'SIM#PAID', { payer: '..=CG=PAY1' })];
    const usual = interchangeOf(claims)
      .replaceAll('*', '|')
      .replaceAll('^', '}')
      .replaceAll(':', '>')
      .replaceAll('~', '\u0015');
    const text = usual.replaceAll('=', '*').replaceAll('#', '~').replaceAll('\u0015\n', '\u0015');
    const answered = answerText(text);
    expect(namesOf(answered)).toContain('277CA_-CG-PAY1_000000004.x12');
    expect(segmentsOf(theFile(answered, '277CA_-CG-PAY1'), 'TRN*2*A-1')).toHaveLength(1);
    expect(segmentsOf(theFile(answered, '835_-CG-PAY1'), 'NM1*QC*1*SAMPLE*JANE****MI*SIM-PAID')).toHaveLength(
      1,
    );
    expectSoundAnswers(text);
  });
});
