import type { SegmentCursor } from '../syntax/segment-cursor.ts';
import { tagOf } from '../syntax/tag.ts';
import { integerAt } from './components.ts';
import { at, type Rule } from './rule.ts';

const N3 = tagOf('N3');
const EMPLOYER = tagOf('EI');
const SOCIAL_SECURITY = tagOf('SY');
const UNITED_STATES = tagOf('US');
const TAX_IDENTIFIER_LENGTH = 9;
const SHORT_ZIP_LENGTH = 5;

/** How an address begins that is none of a street. */
const POST_OFFICE_BOX = /^\s*(?:P\.?\s*O\.?\s*BOX|POST\s+OFFICE\s+BOX|LOCK\s?BOX)\b/i;

/**
 * 837, 2010AA: the address of the billing provider is a street address, boxes belong into 2010AB (§2.4, 2010AA N3); its
 * tax identifier is nine digits without separators, and not zeros (2010AA REF).
 */
export const billingProvider: Rule = {
  segments: ['2010AA/N3', '2010AA/REF'],
  begin: (tell) => ({
    segment(placed) {
      const { cursor } = placed;
      if (cursor.tag === N3) {
        if (!POST_OFFICE_BOX.test(cursor.text(1))) return;
        tell('situation.address-is-post-office-box', placed.place, at(placed, 1));
      } else if (isTaxIdentifier(cursor) && !isNineDigits(cursor, 2)) {
        tell('situation.tax-identifier-invalid', placed.place, at(placed, 2));
      }
    },
  }),
};

/**
 * 837: ZIP codes of the billing provider and of a service facility have nine digits (§2.4, N403 of both); `loops` are
 * theirs. A warning: many receivers take five, and the guides' own examples have them.
 */
export function providerZipCodes(loops: readonly string[]): Rule {
  return {
    segments: loops.map((loop) => `${loop}/N4`),
    begin: (tell) => ({
      segment(placed) {
        const { cursor } = placed;
        if (cursor.has(4) && cursor.code(4) !== UNITED_STATES) return;
        if (cursor.stopOf(3) - cursor.startOf(3) !== SHORT_ZIP_LENGTH || Number.isNaN(integerAt(cursor, 3)))
          return;
        tell('situation.zip-code-short', placed.place, at(placed, 3));
      },
    }),
  };
}

function isTaxIdentifier(cursor: SegmentCursor): boolean {
  const qualifier = cursor.code(1);
  return cursor.has(2) && (qualifier === EMPLOYER || qualifier === SOCIAL_SECURITY);
}

function isNineDigits(cursor: SegmentCursor, position: number): boolean {
  return (
    cursor.stopOf(position) - cursor.startOf(position) === TAX_IDENTIFIER_LENGTH &&
    integerAt(cursor, position) > 0
  );
}
