import type { OtherCoverage } from '../../domain/claim/claim.ts';
import type { ClaimAdjustment } from '../../domain/remittance/claim-adjustment.ts';
import type { ClaimText } from './claim-text.ts';
import { decimalForm } from './decimal-form.ts';
import { PARTY_IDENTIFIER, REASON, REFERENCE, TWO } from './element-lengths.ts';
import { refuseMedicareBehind } from './medicare-behind.ts';
import { member } from './member.ts';
import { addressForm, payerForm, personForm } from './party-form.ts';
import { NOT_SENT } from './transmitted-claim.ts';

/** One CAS segment has a group code and six reasons. */
export const CAS_REASONS_MAX = 6;

/** CAS repeats five times in loop 2320 (005010X222A1). */
const CAS_MAX = 5;

/** Another payer's coverage as it is sent (loops 2320, 2330A, 2330B). */
export function coverageForm(coverage: OtherCoverage, pointer: string, form: ClaimText): OtherCoverage {
  const { rank, payer, subscriber, payerClaimControlNumber } = coverage;
  refuseMedicareBehind({ rank, payer }, `${pointer}/payer/filingIndicator`, form);
  return {
    rank,
    payer: payerForm(payer, `${pointer}/payer`, form),
    subscriber: {
      name: personForm(subscriber.name, `${pointer}/subscriber/name`, form),
      memberId: form.identifier(subscriber.memberId, `${pointer}/subscriber/memberId`, PARTY_IDENTIFIER),
      ...member(
        'groupNumber',
        form.identifier(subscriber.groupNumber, `${pointer}/subscriber/groupNumber`, REFERENCE),
      ),
      birthDate: NOT_SENT.birthDate,
      gender: NOT_SENT.gender,
      address: addressForm(subscriber.address, `${pointer}/subscriber/address`, form),
    },
    relationship: form.identifier(coverage.relationship, `${pointer}/relationship`, TWO),
    ...member('paidCents', coverage.paidCents),
    ...member('adjudicationDate', coverage.adjudicationDate),
    ...member(
      'payerClaimControlNumber',
      form.identifier(payerClaimControlNumber, `${pointer}/payerClaimControlNumber`, REFERENCE),
    ),
    adjustments: adjustmentsForm(coverage.adjustments, `${pointer}/adjustments`, form),
  };
}

/** Adjustments of one group stand together, because a CAS segment is of one group; groups in the order of their first. */
function adjustmentsForm(
  adjustments: readonly ClaimAdjustment[],
  pointer: string,
  form: ClaimText,
): ClaimAdjustment[] {
  const sent = adjustments.map((adjustment, index) =>
    adjustmentForm(adjustment, `${pointer}/${index}`, form),
  );
  const groups = adjustmentGroups(sent);
  const segmentCount = groups.reduce((count, group) => count + Math.ceil(group.length / CAS_REASONS_MAX), 0);
  if (segmentCount > CAS_MAX) form.refuse('writing.adjustment-count', pointer);
  return groups.flat();
}

/** Adjustments by their group code, in the order of the first of each. */
export function adjustmentGroups(adjustments: readonly ClaimAdjustment[]): ClaimAdjustment[][] {
  const groups = new Map<string, ClaimAdjustment[]>();
  for (const adjustment of adjustments) {
    const group = groups.get(adjustment.groupCode);
    if (group === undefined) groups.set(adjustment.groupCode, [adjustment]);
    else group.push(adjustment);
  }
  return [...groups.values()];
}

function adjustmentForm(adjustment: ClaimAdjustment, pointer: string, form: ClaimText): ClaimAdjustment {
  const { quantity } = adjustment;
  const sentQuantity = quantity === undefined ? undefined : decimalForm(quantity);
  if (quantity !== undefined && sentQuantity === undefined) {
    form.refuse('writing.number', `${pointer}/quantity`);
  }
  return {
    groupCode: form.identifier(adjustment.groupCode, `${pointer}/groupCode`, TWO),
    reasonCode: form.identifier(adjustment.reasonCode, `${pointer}/reasonCode`, REASON),
    amountCents: adjustment.amountCents,
    ...member('quantity', sentQuantity),
  };
}
