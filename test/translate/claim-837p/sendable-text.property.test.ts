import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { USUAL_DELIMITERS } from '../../../src/edi/syntax/delimiters.ts';
import { delimitersOf } from '../../../src/partners/delimiters-of.ts';
import { sendableText } from '../../../src/translate/claim-837p/sendable-text.ts';
import { arbitraryDelimiters } from '../support/arbitrary-delimiters.ts';
import { partner } from '../support/partner.ts';

const usual = sendableText(USUAL_DELIMITERS);

describe('a text', () => {
  test.each([
    ['small letters', 'Jane Sample', 'JANE SAMPLE'],
    ['accents', 'Ñandú Müller-Ångström', 'NANDU MULLER-ANGSTROM'],
    ['a ligature', 'ﬁn', 'FIN'],
    ['a sharp s', 'Groß', 'GROSS'],
    ['spaces', '  7   Specimen  Lane ', '7 SPECIMEN LANE'],
    ['a no-break space', '7\u00a0Specimen', '7 SPECIMEN'],
    ['tabs, line ends and other control characters', 'A\tB\r\nC\u0000D\u0085E', 'A B C D E'],
    ['delimiters', 'A*B:C^D~E', 'A B C D E'],
    ['delimiters of full width', 'A＊B：C', 'A B C'],
    ['characters of the extended set', '#5 @ 10% of $20_{a}', '5 10 OF 20 A'],
    ['punctuation of the basic set', `!"&'()+,-./;?=`, `!"&'()+,-./;?=`],
    ['nothing that can be sent', '~*#', ''],
  ])('with %s', (_, text, sent) => {
    expect(usual.text(text)).toBe(sent);
  });

  test.each([
    ['様', false],
    ['Łukasz', false],
    ['Ñandú', true],
    ['A\tB', true],
  ])('%s has an equal in X12: %s', (text, isTransliterable) => {
    expect(usual.isTransliterable(text)).toBe(isTransliterable);
  });

  test('loses only the delimiters that its partner has', () => {
    const other = sendableText(
      delimitersOf(
        partner({ delimiters: { element: '|', repetition: '!', component: '/', terminator: '\n' } }),
      ),
    );
    expect(other.text('A*B:C!D/E|F')).toBe('A*B:C D E F');
  });

  test('under any delimiters holds none of them, has single spaces, and is sent again unchanged', () => {
    const anyText = fc.string({ unit: 'binary', maxLength: 60 });
    fc.assert(
      fc.property(anyText, arbitraryDelimiters, (text, delimiters) => {
        const sendable = sendableText({
          element: delimiters.element.charCodeAt(0),
          repetition: delimiters.repetition.charCodeAt(0),
          component: delimiters.component.charCodeAt(0),
          terminator: delimiters.terminator.charCodeAt(0),
        });
        const sent = sendable.text(text);
        expect(sent).toMatch(/^[A-Z0-9 !"&'()*+,\-./:;?=]*$/);
        expect(sent).not.toMatch(/^ | {2}| $/);
        for (const delimiter of Object.values(delimiters)) expect(sent).not.toContain(delimiter);
        expect(sendable.text(sent)).toBe(sent);
      }),
    );
  });
});

describe('an identifier', () => {
  test.each([
    ['cgm100001', 'CGM100001'],
    ['MUT-77/A.b #2_x', 'MUT-77/A.B #2_X'],
  ])('%s is sent in capitals: %s', (identifier, sent) => {
    expect(usual.identifier(identifier)).toBe(sent);
  });

  test.each([
    ['a delimiter', 'A*1'],
    ['an accent', 'É1'],
    ['a letter whose capital is another', 'Aß1'],
    ['two spaces', 'A  1'],
    ['a space at its end', 'A1 '],
    ['a control character', 'A\t1'],
    ['a character of neither set', 'A`1'],
  ])('with %s is not sent at all', (_, identifier) => {
    expect(usual.identifier(identifier)).toBeUndefined();
  });
});
