import type { Fact } from '../../ports/claim-store.ts';
import type { StoreTransaction } from '../../ports/store.ts';
import { rematchPayments } from './rematch-payments.ts';

/**
 * Adds facts, and matches claim payments anew that know a claim by a payer's number which the facts tell, or by its own
 * number where a 277CA speaks of it: a payment that was posted in the moment in which the claim went out did not see it.
 * That may tell more numbers, until nothing is left that matches. Gives the ids of all claims that are spoken of.
 */
export async function appendFacts(
  transaction: StoreTransaction,
  facts: readonly Fact[],
): Promise<readonly string[]> {
  const claimIds = new Set<string>();
  let told = facts;
  while (told.length > 0) {
    for (const claimId of await transaction.facts.append(told)) claimIds.add(claimId);
    told = await rematchPayments(transaction, {
      patientControlNumbers: told.flatMap(ownNumber),
      payerClaimControlNumbers: told.flatMap(payerNumber),
    });
  }
  return [...claimIds];
}

function ownNumber({ body }: Fact): string[] {
  return body.kind === 'claim.front-end-status' && body.patientControlNumber !== undefined
    ? [body.patientControlNumber]
    : [];
}

function payerNumber({ body }: Fact): string[] {
  if (body.kind !== 'claim.front-end-status' && body.kind !== 'claim.adjudicated') return [];
  return body.payerClaimControlNumber === undefined ? [] : [body.payerClaimControlNumber];
}
