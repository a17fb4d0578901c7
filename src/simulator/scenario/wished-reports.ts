import { type ClaimReport, clearinghouseReport, payerReports } from '../claim-reports.ts';
import type { SubmissionDecision } from '../decide-submission.ts';
import type { TakenSet } from '../read-claim-sets.ts';
import type { ClaimReportWish } from './acknowledgment-schema.ts';
import { holds } from './holds.ts';

/** The 277CAs of a set that a scenario asks for, in its order, each with the days after which it comes. */
export function wishedReports(
  set: TakenSet,
  decision: SubmissionDecision,
  wishes: readonly ClaimReportWish[],
): { readonly report: ClaimReport; readonly day: number }[] {
  return wishes.flatMap(({ from, status, when, day }) => {
    const claims = decision.claims.filter((one) =>
      'claim' in one ? holds(when, one) : Object.keys(when).length === 0,
    );
    if (claims.length === 0) return [];
    const reports =
      from === 'clearinghouse'
        ? [clearinghouseReport(set, { claims }, status)]
        : payerReports(set, { claims }, status);
    return reports.map((report) => ({ report, day }));
  });
}
