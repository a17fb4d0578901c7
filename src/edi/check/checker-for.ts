import type { EnvelopeNumbers, SetHeader } from '../envelope/envelope-handler.ts';
import { compiledGuideOf } from '../guide/compile-guide.ts';
import { GuideChecker } from '../guide/guide-checker.ts';
import type { TellProblem } from '../guide/guide-problems.ts';
import { guideById, isCarriedSegment } from '../guides/carried.ts';
import { rulesOf } from '../rules/rules-of.ts';
import { tagText } from '../syntax/tag.ts';
import type { TransactionSetChecker } from './transaction-set-checker.ts';

/**
 * The checker for one transaction set, which stands in the envelopes `numbers`; undefined when its guide is not
 * carried. The guide checker follows the set; the rules beside it are told where each segment stands. A checker
 * serves one set.
 */
export function checkerFor(
  { guide: guideId, identifier }: SetHeader,
  numbers: EnvelopeNumbers,
  tell: TellProblem,
): TransactionSetChecker | undefined {
  const guide = guideById(guideId, identifier);
  if (guide === undefined) return undefined;
  return new GuideChecker(compiledGuideOf(guide), {
    tell,
    numbers,
    isKnownTag: (tag) => isCarriedSegment(tagText(tag)),
    checkers: [rulesOf(guide, tell)],
  });
}
