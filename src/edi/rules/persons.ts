import { isValidNpiBytes } from '../../base/npi.ts';
import type { PlacedSegment } from '../guide/placed-segment.ts';
import { tagOf } from '../syntax/tag.ts';
import { at, type Rule, type TellRule, triggerAt } from './rule.ts';

const PERSON = tagOf('1');
const NPI = tagOf('XX');

/**
 * Claims: who is named in NM1. A person has a first name (X12 interpretation 2502): a warning, because the guides require
 * it of persons who have one, and some have a single name. And what is called a National Provider Identifier is one.
 */
export const names: Rule = {
  segments: ['NM1'],
  begin: (tell) => ({
    segment(placed) {
      const { cursor } = placed;
      if (!cursor.has(4) && cursor.has(3) && cursor.code(2) === PERSON) {
        const where = { ...at(placed, 4), trigger: triggerAt(placed, 2) };
        tell('situation.first-name-missing', placed.place, where);
      }
      if (cursor.code(8) === NPI) checkProviderIdentifier(placed, tell);
    },
  }),
};

/** What is called a National Provider Identifier in NM1 is one. Not asked of answers, which repeat what they were sent. */
export const providerIdentifiers: Rule = {
  segments: ['NM1'],
  begin: (tell) => ({
    segment(placed) {
      if (placed.cursor.code(8) === NPI) checkProviderIdentifier(placed, tell);
    },
  }),
};

/**
 * Ten digits with the right check digit (45 CFR 162.406). A warning, though such an identifier is certainly wrong: the
 * guides let the registry decide, not their own syntax (SNIP type 5), so that a 999 accepts the set, and the payer's
 * front end then rejects the claim, and no other of the file, in a 277CA. Our own claims are stopped before they are sent.
 */
function checkProviderIdentifier(placed: PlacedSegment, tell: TellRule): void {
  const { cursor } = placed;
  if (!cursor.has(9) || isValidNpiBytes(cursor.bytes, cursor.startOf(9), cursor.stopOf(9))) return;
  tell('situation.provider-identifier-invalid', placed.place, at(placed, 9));
}
