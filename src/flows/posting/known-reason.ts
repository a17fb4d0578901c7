import { adjustmentReasonWords } from '../../edi/codes/adjustment-reasons.ts';

/** Whether an adjustment reason code (CARC) stands in the list that is shipped. */
export function isKnownReason(reasonCode: string): boolean {
  return adjustmentReasonWords(reasonCode) !== undefined;
}
