import { cents, sumCents } from '../../base/money.ts';
import type { AdjustmentMeaning } from '../remittance/reason.ts';
import type { ClaimPayment } from '../remittance/remittance.ts';
import type { AdjustmentRoute } from './payment-routing.ts';
import { type PostingException, postingException } from './posting-exception.ts';
import type { PostingWorkItem } from './posting-work-item.ts';

/** CAS01 of guide 005010X221A1; CR is gone from it (interpretation 1147). */
const GROUPS: ReadonlySet<string> = new Set(['CO', 'OA', 'PI', 'PR']);

/** What is wrong with the adjustments of a live claim payment as the payer wrote them. */
export function adjustmentFindings(
  payment: ClaimPayment,
  routes: readonly AdjustmentRoute[],
): readonly PostingException[] {
  const findings: PostingException[] = [];
  const unknown = routes.filter((route) => route.isUnknown);
  if (unknown.length > 0)
    findings.push(postingException('unknown-carc', reasonsOf(unknown), totalOf(unknown)));
  const foreign = routes.filter((route) => !GROUPS.has(route.adjustment.groupCode));
  if (foreign.length > 0) {
    findings.push(postingException('group-code-noncompliant', reasonsOf(foreign), totalOf(foreign)));
  }
  const ofPatient = routes.filter((route) => route.adjustment.groupCode === 'PR');
  const difference = (payment.patientResponsibilityCents ?? 0) - totalOf(ofPatient);
  if (difference !== 0) findings.push(postingException('clp05-mismatch', [], difference));
  return findings;
}

const REFUSED: ReadonlySet<AdjustmentMeaning> = new Set(['denial', 'duplicate']);

/**
 * What a person must fight for or judge. Unknown reasons are exceptions of their own; what prior payers did is reviewed
 * where `isPriorReviewed`.
 */
export function adjustmentWorkItems(
  place: Pick<PostingWorkItem, 'claimId' | 'remittanceId'> & { readonly ordinal: number },
  routes: readonly AdjustmentRoute[],
  isPriorReviewed: boolean,
): readonly PostingWorkItem[] {
  const { ordinal, ...rest } = place;
  const refused = routes.filter((route) => REFUSED.has(route.meaning));
  const reviewed = routes.filter(
    (route) =>
      (route.meaning === 'review' && !route.isUnknown) ||
      (route.meaning === 'informational' && isPriorReviewed),
  );
  const opened = [
    { kind: 'denial' as const, concerned: refused },
    { kind: 'adjustment-review' as const, concerned: reviewed },
  ];
  return opened
    .filter(({ concerned }) => concerned.length > 0)
    .map(({ kind, concerned }) => ({
      id: `${kind}:${rest.remittanceId}:${ordinal}`,
      kind,
      ...rest,
      codes: reasonsOf(concerned),
      amountCents: cents(totalOf(concerned)),
    }));
}

/** Group and reason code of each, such as `CO-50`, once. */
function reasonsOf(routes: readonly AdjustmentRoute[]): readonly string[] {
  return [...new Set(routes.map(({ adjustment }) => `${adjustment.groupCode}-${adjustment.reasonCode}`))];
}

function totalOf(routes: readonly AdjustmentRoute[]): number {
  return sumCents(routes.map((route) => route.adjustment.amountCents));
}
