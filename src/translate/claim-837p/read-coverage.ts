import type { OtherCoverage } from '../../domain/claim/claim.ts';
import type { ClaimAdjustment } from '../../domain/remittance/claim-adjustment.ts';
import type { ClaimValues } from './claim-values.ts';
import { CAS_REASONS_MAX } from './coverage-form.ts';
import { decimalForm } from './decimal-form.ts';
import { elementOf, findSegment, type KeptLoop, type KeptSegment } from './kept-loop.ts';
import { member } from './member.ts';
import { readPayer, readSubscriber } from './read-party.ts';

/** Reads loop 2320 with 2330A and 2330B. */
export function readCoverage(loop: KeptLoop, values: ClaimValues): OtherCoverage {
  const sbr = values.segment(loop, 'SBR');
  const payer = values.party(loop, 'PR');
  const paid = findSegment(loop, 'AMT', 'D');
  const decided = payer && findSegment(payer, 'DTP', '573');
  const reference = payer && findSegment(payer, 'REF', 'F8');
  return {
    rank: values.code(sbr, 1, ['P', 'S', 'T']),
    payer: readPayer(payer, sbr, values),
    subscriber: readSubscriber(values.party(loop, 'IL'), { sbr, isPatient: false }, values),
    relationship: values.text(sbr, 2),
    ...(paid === undefined ? {} : { paidCents: values.cents(paid, 2) }),
    ...(decided === undefined ? {} : { adjudicationDate: values.date(decided, 3) }),
    ...member('payerClaimControlNumber', values.optionalText(reference, 2)),
    adjustments: loop.segments
      .filter(({ identifier }) => identifier === 'CAS')
      .flatMap((segment) => readAdjustments(segment, values)),
  };
}

function readAdjustments(cas: KeptSegment, values: ClaimValues): ClaimAdjustment[] {
  const groupCode = values.text(cas, 1);
  const adjustments: ClaimAdjustment[] = [];
  for (let index = 0; index < CAS_REASONS_MAX; index++) {
    const position = 2 + index * 3;
    const parts = [position, position + 1, position + 2];
    if (parts.every((each) => elementOf(cas, each) === '')) continue;
    const reasonCode = values.text(cas, position);
    const amountCents = values.cents(cas, position + 1);
    const quantity = values.optionalText(cas, position + 2);
    const readQuantity = quantity === undefined ? undefined : decimalForm(quantity);
    if (quantity !== undefined && readQuantity === undefined) values.fault(cas, position + 2);
    adjustments.push({ groupCode, reasonCode, amountCents, ...member('quantity', readQuantity) });
  }
  return adjustments;
}
