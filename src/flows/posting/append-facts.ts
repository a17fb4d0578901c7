import type { Fact } from '../../ports/claim-store.ts';
import type { StoreTransaction } from '../../ports/store.ts';
import { KnownNumbers } from './known-numbers.ts';
import { type AskedNumbers, rematchPayments } from './rematch-payments.ts';

/**
 * Adds facts, and matches claim payments anew that know a claim by a payer's number which the facts tell, or by its own
 * number where a 277CA speaks of it: a payment that was posted in the moment in which the claim went out did not see it.
 * That may tell more numbers, until nothing is left that matches. Gives the ids of all claims that are spoken of.
 *
 * @param known numbers that were told of the claims before
 */
export async function appendFacts(
  transaction: StoreTransaction,
  facts: readonly Fact[],
  known = new KnownNumbers(),
): Promise<readonly string[]> {
  const claimIds = new Set<string>();
  let told = facts;
  while (told.length > 0) {
    for (const claimId of await transaction.facts.append(told)) claimIds.add(claimId);
    told = await rematchPayments(transaction, numbersTold(told, known));
  }
  return [...claimIds];
}

/** The numbers by which a claim payment may find its claim now; of a payer's numbers those that are not `known`. */
export function numbersTold(facts: readonly Fact[], known: KnownNumbers): AskedNumbers {
  return {
    patientControlNumbers: facts.flatMap(ownNumber),
    payerClaimControlNumbers: facts.flatMap((fact) => payerNumber(fact, known)),
  };
}

function ownNumber({ body }: Fact): string[] {
  return body.kind === 'claim.front-end-status' && body.patientControlNumber !== undefined
    ? [body.patientControlNumber]
    : [];
}

function payerNumber({ subjectId, body }: Fact, known: KnownNumbers): string[] {
  if (body.kind !== 'claim.front-end-status' && body.kind !== 'claim.adjudicated') return [];
  const number = body.payerClaimControlNumber;
  return number === undefined || known.has(subjectId, number) ? [] : [number];
}
