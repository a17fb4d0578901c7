import type { ProfessionalClaim } from '../../domain/claim/claim.ts';
import { type ClaimFault, ClaimValues } from './claim-values.ts';
import { findParty, findSegment, type KeptLoop } from './kept-loop.ts';
import { readAddress, readBillingProvider, readSubmitter } from './read-party.ts';

/** Who is named once for many claims: in 1000A and 2000A. */
export type SharedPartiesOfClaim = Pick<ProfessionalClaim, 'submitter' | 'billingProvider' | 'payToAddress'>;

/** Reads the parties that claims share once for all of them, and keeps them as long as the loops are the same. */
export class SharedParties {
  #header: KeptLoop | undefined;
  #billing: KeptLoop | undefined;
  #parties: SharedPartiesOfClaim | undefined;
  #faults: readonly ClaimFault[] = [];

  /** The parties; what cannot be read of them is a fault of every claim. */
  read(header: KeptLoop, billing: KeptLoop, values: ClaimValues): SharedPartiesOfClaim {
    if (this.#parties === undefined || header !== this.#header || billing !== this.#billing) {
      const own = new ClaimValues();
      this.#parties = readShared(header, billing, own);
      this.#faults = own.faults;
      this.#header = header;
      this.#billing = billing;
    }
    values.faults.push(...this.#faults);
    return this.#parties;
  }
}

function readShared(header: KeptLoop, billing: KeptLoop, values: ClaimValues): SharedPartiesOfClaim {
  const payTo = findParty(billing, '87');
  return {
    submitter: readSubmitter(values.party(header, '41'), values),
    billingProvider: readBillingProvider(
      values.party(billing, '85'),
      findSegment(billing, 'PRV', 'BI'),
      values,
    ),
    ...(payTo === undefined ? {} : { payToAddress: readAddress(payTo, values) }),
  };
}
