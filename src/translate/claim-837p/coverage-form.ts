import type { OtherCoverage } from '../../domain/claim/claim.ts';
import type { Subscriber } from '../../domain/party/party.ts';
import type { ClaimAdjustment } from '../../domain/remittance/claim-adjustment.ts';
import type { Building } from '../building.ts';
import type { ClaimText } from './claim-text.ts';
import { decimalForm } from './decimal-form.ts';
import { PARTY_IDENTIFIER, REASON, REFERENCE, TWO } from './element-lengths.ts';
import { insuranceTypeForm } from './insurance-type-form.ts';
import { addressForm, payerForm, personForm } from './party-form.ts';
import { NOT_SENT } from './transmitted-claim.ts';

/** One CAS segment has a group code and six reasons. */
export const CAS_REASONS_MAX = 6;

/** CAS repeats five times in loop 2320 (005010X222A1). */
const CAS_MAX = 5;

/** Another payer's coverage as it is sent (loops 2320, 2330A, 2330B). */
export function coverageForm(coverage: OtherCoverage, pointer: string, form: ClaimText): OtherCoverage {
  const { rank, payer, paidCents, adjudicationDate, payerClaimControlNumber } = coverage;
  const insuranceTypeCode = insuranceTypeForm(
    { rank, payer, insuranceTypeCode: coverage.insuranceTypeCode },
    pointer,
    form,
  );
  const sent: Building<OtherCoverage> = {
    rank,
    payer: payerForm(payer, `${pointer}/payer`, form),
    subscriber: subscriberForm(coverage.subscriber, `${pointer}/subscriber`, form),
    relationship: form.identifier(coverage.relationship, pointer, 'relationship', TWO),
    adjustments: adjustmentsForm(coverage.adjustments, `${pointer}/adjustments`, form),
  };
  if (insuranceTypeCode !== undefined) sent.insuranceTypeCode = insuranceTypeCode;
  if (paidCents !== undefined) sent.paidCents = paidCents;
  if (adjudicationDate !== undefined) sent.adjudicationDate = adjudicationDate;
  if (payerClaimControlNumber !== undefined) {
    sent.payerClaimControlNumber = form.identifier(
      payerClaimControlNumber,
      pointer,
      'payerClaimControlNumber',
      REFERENCE,
    );
  }
  return sent;
}

/** 2330A has no place for demographics. */
function subscriberForm(subscriber: Subscriber, pointer: string, form: ClaimText): Subscriber {
  const { groupNumber } = subscriber;
  const sent: Building<Subscriber> = {
    name: personForm(subscriber.name, pointer, form),
    memberId: form.identifier(subscriber.memberId, pointer, 'memberId', PARTY_IDENTIFIER),
    birthDate: NOT_SENT.birthDate,
    gender: NOT_SENT.gender,
    address: addressForm(subscriber.address, `${pointer}/address`, form),
  };
  if (groupNumber !== undefined) {
    sent.groupNumber = form.identifier(groupNumber, pointer, 'groupNumber', REFERENCE);
  }
  return sent;
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
  const sent: Building<ClaimAdjustment> = {
    groupCode: form.identifier(adjustment.groupCode, pointer, 'groupCode', TWO),
    reasonCode: form.identifier(adjustment.reasonCode, pointer, 'reasonCode', REASON),
    amountCents: adjustment.amountCents,
  };
  if (quantity === undefined) return sent;
  const sentQuantity = decimalForm(quantity);
  if (sentQuantity === undefined) form.refuse('writing.number', `${pointer}/quantity`);
  else sent.quantity = sentQuantity;
  return sent;
}
