import { describe, expect, test } from 'vitest';
import { USUAL_DELIMITERS } from '../../src/edi/syntax/delimiters.ts';
import { delimitersOf } from '../../src/partners/delimiters-of.ts';
import { partnerProfileSchema } from '../../src/partners/profile.ts';
import { partner } from '../translate/support/partner.ts';

describe('the delimiters of a profile', () => {
  test('are the usual ones unless it names others', () => {
    expect(delimitersOf(partner())).toEqual(USUAL_DELIMITERS);
    const delimiters = { element: '|', terminator: '\n' };
    expect(delimitersOf(partner({ delimiters }))).toEqual({
      ...USUAL_DELIMITERS,
      element: 0x7c,
      terminator: 0x0a,
    });
  });

  test.each([
    ['a letter', { element: 'A' }],
    ['a digit', { component: '1' }],
    ['a space', { element: ' ' }],
    ['a point, which amounts need', { component: '.' }],
    ['a dash, which periods need', { repetition: '-' }],
    ['past ISO 8859-1', { element: '€' }],
    ['two characters', { element: '**' }],
    ['nothing', { terminator: '' }],
    ['a zero byte', { terminator: '\0' }],
    ['a line end, except to end a segment', { element: '\n' }],
    ['one for two purposes', { element: ':' }],
  ])('are never %s', (_, delimiters) => {
    expect(() => partner({ delimiters })).toThrow();
  });
});

describe('the parties of a profile', () => {
  const receiver = { name: 'Sample payer', identifier: 'PAYER-1' };

  test.each([
    ['a name of which nothing can be sent', { ...receiver, name: '***' }],
    ['an identifier that holds a delimiter of somebody', { ...receiver, identifier: 'PAYER*1' }],
    ['an identifier with a space at its end', { ...receiver, identifier: 'PAYER ' }],
  ])('never have %s', (_, wrong) => {
    expect(() => partner({}, { receiver })).not.toThrow();
    expect(() => partner({}, { receiver: wrong })).toThrow();
  });
});

describe('what a partner owes', () => {
  test('is a 999 within a day, a 277CA within three business days, an 835 within 45 days, unless it says otherwise', () => {
    expect(partner().answersDue).toEqual({
      TA1: 'not-expected',
      '999': { hours: 24 },
      '277CA': { businessDays: 3 },
      '835': { days: 45 },
    });
    const answersDue = { TA1: { hours: 1 }, '277CA': 'not-expected' };
    expect(partner({}, { answersDue }).answersDue).toMatchObject(answersDue);
  });

  test('reads back as it is written', () => {
    const profile = partner();
    expect(partnerProfileSchema.parse(structuredClone(profile))).toEqual(profile);
  });

  test.each([
    ['an answer that nobody knows', { '997': { hours: 1 } }],
    ['no time at all', { '999': { hours: 0 } }],
    ['half an hour', { '999': { hours: 0.5 } }],
    ['two terms at once', { '999': { hours: 1, days: 1 } }],
    ['more than a year', { '835': { days: 367 } }],
    ['a word of its own', { TA1: 'never' }],
    ['minutes', { implementationAcknowledgmentMinutes: 1440 }],
  ])('is never %s', (_, answersDue) => {
    expect(() => partner({}, { answersDue })).toThrow();
  });
});
