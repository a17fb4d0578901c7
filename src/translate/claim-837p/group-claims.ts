import { invariant } from '../../base/invariant.ts';
import { type Cents, cents } from '../../base/money.ts';
import type { Submitter } from '../../domain/party/party.ts';
import type { SharedParties } from './parties-form.ts';
import { keyOfBilling, keyOfSubmitter } from './party-key.ts';
import type { TransmittedClaim } from './transmitted-claim.ts';
import type { TransmittedForms } from './transmitted-form.ts';

/** The claims of one billing provider and pay-to address. */
export interface BillingGroup {
  /** In their transmitted form. */
  readonly parties: Pick<SharedParties, 'billingProvider' | 'payToAddress'>;
  readonly members: TransmittedClaim[];
}

/** The claims of a transaction set as it names them. */
export interface GroupedClaims {
  /** Of all of them, in its transmitted form. */
  readonly submitter: Submitter;
  /** In the order of the first claim of each. */
  readonly groups: readonly BillingGroup[];
  readonly chargeCents: Cents;
}

/**
 * Groups the claims of a set by their billing provider. It is all that is asked of the claims before they are written,
 * in one look at each: thousands stand in no cache, and to fetch them takes longer than to look. At least one claim, and
 * all of one submitter; anything else is a mistake of the caller and throws.
 */
export function groupClaims(claims: readonly TransmittedClaim[], forms: TransmittedForms): GroupedClaims {
  const groups = new Map<string, BillingGroup>();
  let common: Submitter | undefined;
  let previous: SharedParties | undefined;
  let group: BillingGroup | undefined;
  let charge = 0;
  for (const transmitted of claims) {
    const parties = forms.sharedPartiesOf(transmitted.claim);
    // Claims that come together mostly have the very same parties.
    if (group === undefined || parties !== previous) {
      common ??= parties.submitter;
      ensureSame(parties.submitter, common);
      const key = keyOfBilling(parties.billingProvider, parties.payToAddress);
      group = groups.get(key) ?? { parties, members: [] };
      groups.set(key, group);
    }
    previous = parties;
    group.members.push(transmitted);
    charge += transmitted.claim.chargeCents;
  }
  invariant(common, 'a set holds at least one claim');
  return { submitter: common, groups: [...groups.values()], chargeCents: cents(charge) };
}

function ensureSame(submitter: Submitter, common: Submitter): void {
  const isSame = keyOfSubmitter(submitter) === keyOfSubmitter(common);
  invariant(isSame, 'the claims of a set are of one submitter');
}
