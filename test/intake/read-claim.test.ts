import { describe, expect, test } from 'vitest';
import type { ClaimInputError } from '../../src/intake/claim-input-error.ts';
import { readClaim } from '../../src/intake/read-claim.ts';
import { sampleBytes } from './support/claim-samples.ts';

type Form = Record<string, unknown>;

function sample(changes: Form = {}): Form {
  return { ...(JSON.parse(Buffer.from(sampleBytes('one-claim.json')).toString()) as Form), ...changes };
}

function errors(value: unknown): readonly ClaimInputError[] {
  const claim = readClaim(value);
  return claim.ok ? [] : claim.refusal;
}

function faults(value: unknown): string[] {
  return errors(value).map(({ code, pointer }) => `${code} ${pointer}`);
}

describe('a claim as JSON', () => {
  test('becomes a claim with its defaults', () => {
    const claim = readClaim(sample());
    expect(claim).toMatchObject({
      ok: true,
      value: {
        frequency: '1',
        chargeCents: 15_615,
        patientPaidCents: 2000,
        assignment: 'A',
        payerRank: 'P',
        otherCoverages: [],
        lines: [
          {
            number: 1,
            unitKind: 'UN',
            units: '1',
            chargeCents: 12_500,
            procedure: { qualifier: 'HC', modifiers: [] },
          },
          { number: 2, procedure: { modifiers: ['QW'] } },
        ],
      },
    });
    expect(claim.ok && 'schemaVersion' in claim.value).toBe(false);
  });

  test('may write diagnoses with a dot and in small letters', () => {
    expect(readClaim(sample({ diagnoses: ['s93.401a', 'I10'] }))).toMatchObject({
      value: { diagnoses: ['S93401A', 'I10'] },
    });
  });

  test.each([
    ['nothing', undefined, ['input.required ']],
    ['null', null, ['input.type ']],
    ['a list', [], ['input.type ']],
    ['a text', 'claim', ['input.type ']],
    ['another version', sample({ schemaVersion: 2 }), ['input.choice /schemaVersion']],
    ['an empty text', sample({ accountNumber: ' ' }), ['input.length /accountNumber']],
    ['a control character', sample({ accountNumber: 'A\u0000B' }), ['input.format /accountNumber']],
    ['null for what may be absent', sample({ patientPaid: null }), ['input.type /patientPaid']],
    ['an amount of three decimals', sample({ charge: '1.005' }), ['input.amount /charge']],
    ['an amount with an exponent', sample({ charge: '1e2' }), ['input.amount /charge']],
    ['an amount past the safe range', sample({ charge: '99999999999999.00' }), ['input.amount /charge']],
    ['a date of another form', sample({ onsetDate: '06/03/2026' }), ['input.date /onsetDate']],
    ['a day that does not exist', sample({ onsetDate: '2026-06-31' }), ['input.date /onsetDate']],
    ['a note without a kind', sample({ note: { text: 'X' } }), ['input.required /note/kind']],
  ])('is refused as %s', (_, value: unknown, expected) => {
    expect(faults(value)).toEqual(expected);
  });

  test('names a party whose kind is missing or unknown', () => {
    const billingProvider = sample()['billingProvider'] as Form;
    const named = (name: Form) => faults(sample({ billingProvider: { ...billingProvider, name } }));
    expect(named({ name: 'X' })).toEqual(['input.required /billingProvider/name/kind']);
    expect(named({ kind: 'robot', name: 'X' })).toEqual(['input.choice /billingProvider/name/kind']);
  });

  test('is told of every error at once', () => {
    const { payer: _payer, ...rest } = sample({ charge: 'x', frequency: '9', colour: 'red' });
    expect(faults(rest).toSorted()).toEqual([
      'input.amount /charge',
      'input.choice /frequency',
      'input.required /payer',
      'input.unknown-field /colour',
    ]);
  });

  test('cannot reach the prototype', () => {
    const hostile = JSON.parse(`{"__proto__": {"isAdmin": true}}`) as unknown;
    expect(errors(hostile).map((error) => error.code)).toContain('input.required');
    expect(({} as Form)['isAdmin']).toBeUndefined();
  });
});

describe('an input error', () => {
  const SECRET = 'ZZSECRETZZ';

  test('never holds a value, nor a member name that looks like one', () => {
    const hostile = sample({
      accountNumber: [SECRET],
      charge: SECRET,
      frequency: SECRET,
      onsetDate: SECRET,
      [`${SECRET} ${SECRET}`]: SECRET,
      diagnoses: [`${SECRET}${SECRET}`],
      payer: { [SECRET.padEnd(60, 'A')]: SECRET },
    });
    expect(errors(hostile).length).toBeGreaterThan(5);
    expect(JSON.stringify(errors(hostile))).not.toContain(SECRET);
  });
});
