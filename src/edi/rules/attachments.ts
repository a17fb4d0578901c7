import { type Tag, tagOf } from '../syntax/tag.ts';
import { at, type Rule, triggerAt } from './rule.ts';

/** On request at the provider's site: nothing is sent. */
const ON_REQUEST: Tag = tagOf('AA');
const SENT: readonly Tag[] = ['BM', 'EL', 'EM', 'FT', 'FX'].map(tagOf);

/**
 * 837: an attachment that is sent (PWK02) has the number by which it is matched, PWK05 and PWK06; one that is kept has
 * none (§2.4, 2300 and 2400 PWK05, PWK06).
 */
export const attachments: Rule = {
  segments: ['PWK'],
  begin: (tell) => ({
    segment(placed) {
      const { cursor } = placed;
      const transmission = cursor.code(2);
      const isNumbered = cursor.has(5) || cursor.has(6);
      if (SENT.includes(transmission) && !isNumbered) {
        const trigger = triggerAt(placed, 2);
        tell('situation.attachment-number-missing', placed.place, { ...at(placed, 6), trigger });
      } else if (transmission === ON_REQUEST && isNumbered) {
        const trigger = triggerAt(placed, 2);
        tell('situation.attachment-number-present', placed.place, { ...at(placed, 6), trigger });
      }
    },
  }),
};
