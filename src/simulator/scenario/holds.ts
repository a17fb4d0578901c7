import type { AcceptedClaim } from '../payer/build-remittance.ts';
import type { Selector } from './remittance-schema.ts';

/** A claim that was received, under the number of its sending. */
export type NumberedClaim = Pick<AcceptedClaim, 'patientControlNumber' | 'claim'>;

/** Whether every part of the selector holds for the claim. */
export function holds(when: Selector, received: NumberedClaim): boolean {
  const { payer, subscriber, lines } = received.claim;
  if (when.claim !== undefined && !isNamed(when.claim, received)) return false;
  if (when.memberId !== undefined && !subscriber.memberId.startsWith(when.memberId)) return false;
  if (when.payer !== undefined && payer.identifier !== when.payer) return false;
  const { procedure: beginning, modifier } = when;
  if (beginning !== undefined && !lines.some(({ procedure }) => procedure.code.startsWith(beginning))) {
    return false;
  }
  return modifier === undefined || lines.some(({ procedure }) => procedure.modifiers.includes(modifier));
}

/** Scenarios name claims by what their author knows: the member id, or CLM01 where the sender chooses it. */
export function isNamed(name: string, { claim, patientControlNumber }: NumberedClaim): boolean {
  return claim.subscriber.memberId === name || patientControlNumber === name;
}
