import { at, type Rule } from './rule.ts';
import { TextTable } from './text-table.ts';

/**
 * Claims of one set whose numbers are remembered, several times the 5000 that a set should hold at most (§2.4, 2300
 * CLM). In a larger set a number that comes again later is not found; what is found is right. It bounds memory at about
 * two megabytes, and the work that numbers chosen to collide can make.
 */
const CLAIMS_MAX = 32_768;

/**
 * 837: no two claims of a set have one number CLM01, because the answers name claims by it. A warning: the guides only
 * recommend it.
 */
export const claimNumbers: Rule = {
  segments: ['CLM'],
  begin: (tell) => {
    const numbers = new TextTable(CLAIMS_MAX);
    return {
      segment(placed) {
        const { cursor } = placed;
        if (!cursor.has(1) || numbers.add(cursor.view, cursor.startOf(1), cursor.stopOf(1))) return;
        tell('situation.claim-number-repeated', placed.place, at(placed, 1));
      },
    };
  },
};
