import { type Cents, cents, negateCents } from '../../base/money.ts';
import type { Account } from '../../domain/ledger/account.ts';
import {
  POSTING_RULES,
  type PostingRuleName,
  ruleOfAdjustment,
  ruleOfProviderAccount,
} from '../../domain/ledger/posting-rule.ts';
import { RECEIVABLE_OF } from '../../domain/posting/payer-rank.ts';
import type { PaymentRouting } from '../../domain/posting/payment-rank.ts';
import { providerAdjustmentAccount } from '../../domain/posting/provider-adjustment-account.ts';
import { adjustmentMeaning } from '../../domain/remittance/reason.ts';
import { adjustmentReasonWords } from '../../edi/codes/adjustment-reasons.ts';
import { providerAdjustmentWords } from '../../edi/codes/provider-adjustment-reasons.ts';
import type { ProofAdjustment, ProofClaim, ProofProvider, SegmentAt } from '../../proof/proof-form.ts';

/** An amount as the file says it, and where. */
export interface Term {
  readonly rule: PostingRuleName;
  /** Where it is posted; absent: it moves no money. */
  readonly account?: Account;
  /** As the file has it: positive adjustments lower the payment. */
  readonly amountCents: Cents;
  /** What it is: `CO 45, price above the contract`. */
  readonly words: string;
  /** Identifier and element: `CAS03`. */
  readonly element: string;
  readonly at: SegmentAt;
  /** Service line of the claim payment, from 1. */
  readonly service?: number;
}

export interface ClaimTerms {
  readonly charge: Term;
  readonly paid: Term;
  readonly adjustments: readonly Term[];
}

/** How a claim payment was posted, as far as its amounts do not say it. */
export interface TermRouting extends PaymentRouting {
  /** Reasons that stand in no list went to review, whatever their group. */
  readonly isUnknownReviewed?: boolean;
}

/** The amounts of a claim payment, each with the rule and the account that the routing gives it. */
export function claimTerms(
  { at, charge, paid, adjustments, services }: ProofClaim,
  routing: TermRouting = { rank: 'P' },
): ClaimTerms {
  return {
    charge: {
      rule: 'posting.receivable',
      account: RECEIVABLE_OF[routing.rank],
      amountCents: charge,
      words: 'the charge',
      element: 'CLP03',
      at,
    },
    paid: {
      rule: 'posting.payment',
      account: 'payer-payments-in-transit',
      amountCents: paid,
      words: 'what the payer paid',
      element: 'CLP04',
      at,
    },
    adjustments: [
      ...adjustments.flatMap((one) => adjustmentTerms(one, routing)),
      ...services.flatMap((service, index) =>
        service.adjustments.flatMap((one) =>
          adjustmentTerms(one, routing).map((term) => ({ ...term, service: index + 1 })),
        ),
      ),
    ],
  };
}

/** The amounts of a PLB segment, each its own entry in the journal. */
export function providerTerms({ at, amounts }: ProofProvider): Term[] {
  return amounts.map(({ element, reason, cents: amount }) => {
    const account = providerAdjustmentAccount(reason);
    return {
      rule: ruleOfProviderAccount(account),
      account,
      amountCents: amount,
      words: withWords(reason, providerAdjustmentWords(reason)),
      element: elementName('PLB', element),
      at,
    };
  });
}

/** What of a claim payment the payer has decided: the charge, less what moves no money. */
export function decidedTerms({ charge, adjustments }: ClaimTerms): Term[] {
  const unmoved = adjustments.filter(({ account }) => account === undefined);
  return [charge, ...unmoved.map((term) => ({ ...term, amountCents: negateCents(term.amountCents) }))];
}

function adjustmentTerms({ at, group, amounts }: ProofAdjustment, routing: TermRouting): Term[] {
  return amounts.map(({ element, reason, cents: amount }) => {
    const reasonWords = adjustmentReasonWords(reason);
    return {
      ...adjustmentPlace({ groupCode: group, reasonCode: reason }, routing, reasonWords !== undefined),
      amountCents: cents(amount),
      words: withWords(`${group} ${reason}`, reasonWords),
      element: elementName('CAS', element),
      at,
    };
  });
}

function adjustmentPlace(
  adjustment: { readonly groupCode: string; readonly reasonCode: string },
  { nextRank, isUnknownReviewed = false }: TermRouting,
  isKnown: boolean,
): Pick<Term, 'rule' | 'account'> {
  const rule =
    isUnknownReviewed && !isKnown ? 'posting.review' : ruleOfAdjustment(adjustmentMeaning(adjustment));
  const account = POSTING_RULES[rule].accounts[0];
  if (nextRank !== undefined && account?.startsWith('patient-receivable:') === true) {
    return { rule: 'posting.next-payer', account: RECEIVABLE_OF[nextRank] };
  }
  return account === undefined ? { rule } : { rule, account };
}

function elementName(segment: string, element: number): string {
  return `${segment}${String(element).padStart(2, '0')}`;
}

function withWords(code: string, words: string | undefined): string {
  return words === undefined ? code : `${code}, ${words}`;
}
