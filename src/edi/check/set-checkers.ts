import type { CodeSets } from '../codes/code-sets.ts';
import type { EnvelopeNumbers, SetHeader } from '../envelope/envelope-handler.ts';
import { compiledGuideOf } from '../guide/compile-guide.ts';
import type { Guide } from '../guide/guide.ts';
import { GuideChecker } from '../guide/guide-checker.ts';
import type { TellProblem } from '../guide/guide-problems.ts';
import { guideById, isCarriedSegment } from '../guides/carried.ts';
import { rulesOf } from '../rules/rules-of.ts';
import { tagText } from '../syntax/tag.ts';
import type { TransactionSetChecker } from './transaction-set-checker.ts';

/** The checkers of a file: one for each guide, which serves its sets one after another. */
export class SetCheckers {
  readonly #tell: TellProblem;
  readonly #codeSets: CodeSets | undefined;
  readonly #checkers = new Map<Guide, GuideChecker>();

  /** External codes are looked up in `codeSets`, where they are given. */
  constructor(tell: TellProblem, codeSets?: CodeSets) {
    this.#tell = tell;
    this.#codeSets = codeSets;
  }

  /**
   * The checker for a set that begins, which stands in the envelopes `numbers`; undefined when its guide is not
   * carried. The guide checker follows the set; the rules beside it are told where each segment stands.
   */
  begin(
    { guide: guideId, identifier }: SetHeader,
    numbers: EnvelopeNumbers,
  ): TransactionSetChecker | undefined {
    const guide = guideById(guideId, identifier);
    if (guide === undefined) return undefined;
    const known = this.#checkers.get(guide);
    if (known !== undefined) {
      known.restart(numbers);
      return known;
    }
    const checker = new GuideChecker(compiledGuideOf(guide), {
      tell: this.#tell,
      numbers,
      isKnownTag: (tag) => isCarriedSegment(tagText(tag)),
      checker: rulesOf(guide, this.#tell, this.#codeSets),
    });
    this.#checkers.set(guide, checker);
    return checker;
  }
}
