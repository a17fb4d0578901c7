import { isValidNpiBytes } from '../../base/npi.ts';
import { tagOf } from '../syntax/tag.ts';
import { at, type Rule, triggerAt } from './rule.ts';

const PERSON = tagOf('1');
const NPI = tagOf('XX');

/**
 * A person who is named has a first name (X12 interpretation 2502). A warning, because the guides require it of
 * persons who have one, and some have a single name.
 */
export const firstNames: Rule = {
  segments: ['NM1'],
  begin: (tell) => ({
    segment(placed) {
      const { cursor } = placed;
      if (cursor.code(2) !== PERSON || cursor.has(4) || !cursor.has(3)) return;
      tell('situation.first-name-missing', placed.place, { ...at(placed, 4), trigger: triggerAt(placed, 2) });
    },
  }),
};

/**
 * What NM108 calls a National Provider Identifier is one: ten digits with the right check digit (45 CFR 162.406). A
 * warning, though such an identifier is certainly wrong: the guides let the registry decide, not their own syntax (SNIP
 * type 5), so that a 999 accepts the set, and the payer's front end then rejects the claim, and no other of the file,
 * in a 277CA. Our own claims are stopped before they are sent. Not asked of answers, which repeat what they were sent.
 */
export const providerIdentifiers: Rule = {
  segments: ['NM1'],
  begin: (tell) => ({
    segment(placed) {
      const { cursor } = placed;
      if (cursor.code(8) !== NPI || !cursor.has(9)) return;
      if (isValidNpiBytes(cursor.bytes, cursor.startOf(9), cursor.stopOf(9))) return;
      tell('situation.provider-identifier-invalid', placed.place, at(placed, 9));
    },
  }),
};
