import type { AdjustmentMeaning } from '../remittance/reason.ts';
import { ACCOUNTS, type Account } from './account.ts';

/** Why an amount stands where it stands. The names are stable: people and reports refer to them. */
export type PostingRuleName =
  | 'posting.charge'
  | 'posting.payment'
  | 'posting.receivable'
  | 'posting.contractual'
  | 'posting.deductible'
  | 'posting.coinsurance'
  | 'posting.copay'
  | 'posting.patient-other'
  | 'posting.next-payer'
  | 'posting.denial'
  | 'posting.review'
  | 'posting.duplicate'
  | 'posting.prior-payers'
  | 'posting.unapplied'
  | 'posting.applied'
  | 'posting.provider-adjustment'
  | 'posting.recoupment'
  | 'posting.interest'
  | 'posting.withhold'
  | 'posting.prior-settled'
  | 'posting.difference'
  | 'posting.by-hand';

export interface PostingRule {
  /** What happened to the amount, behind `$20.00`. */
  readonly did: string;
  /** The same of an amount below zero, where it is more than taken back. */
  readonly undid?: string;
  /** The rule as a sentence without its end. */
  readonly words: string;
  /** Where amounts under the rule may stand; none where it moves no money. */
  readonly accounts: readonly Account[];
}

const RECEIVABLES: readonly Account[] = [
  'insurance-receivable:primary',
  'insurance-receivable:secondary',
  'insurance-receivable:tertiary',
];

/** Cash is what the payer says; neither a later plan nor a person moves it. */
const NOT_CASH = ACCOUNTS.filter((account) => account !== 'payer-payments-in-transit');

export const POSTING_RULES: Readonly<Record<PostingRuleName, PostingRule>> = {
  'posting.charge': {
    did: 'charged',
    words: 'an accepted claim is owed by its payer from the day of service on',
    accounts: [...RECEIVABLES, 'charges'],
  },
  'posting.payment': {
    did: 'paid, in transit to the bank',
    words: 'what a payer says it paid waits in transit until the bank has it',
    accounts: ['payer-payments-in-transit'],
  },
  'posting.receivable': {
    did: 'decided, and no longer owed by the payer',
    words: 'what a payer has decided leaves what it owes, wherever it goes from there',
    accounts: RECEIVABLES,
  },
  'posting.contractual': {
    did: 'written off',
    words: 'contractual reasons under CO are written off',
    accounts: ['contractual-adjustments'],
  },
  'posting.deductible': {
    did: 'owed by the patient as deductible',
    words: 'PR 1 is the deductible of the patient',
    accounts: ['patient-receivable:deductible'],
  },
  'posting.coinsurance': {
    did: 'owed by the patient as coinsurance',
    words: 'PR 2 is the coinsurance of the patient',
    accounts: ['patient-receivable:coinsurance'],
  },
  'posting.copay': {
    did: 'owed by the patient as copay',
    words: 'PR 3 is the copay of the patient',
    accounts: ['patient-receivable:copay'],
  },
  'posting.patient-other': {
    did: 'owed by the patient',
    words: 'every other reason under PR is owed by the patient',
    accounts: ['patient-receivable:other'],
  },
  'posting.next-payer': {
    did: 'left to the next payer',
    words:
      'what a payer leaves to the patient is asked of the claim’s next payer first, where it has one or was passed on to one',
    accounts: RECEIVABLES,
  },
  'posting.denial': {
    did: 'denied and still open',
    words:
      'a denial is never written off by itself, whatever its group; it stays open until somebody decides',
    accounts: ['denied-open'],
  },
  'posting.review': {
    did: 'waiting for a decision',
    words:
      'a reason that is not plainly contractual, a denial or the patient’s, or stands in no list, is for a person to decide',
    accounts: ['adjustments-in-review'],
  },
  'posting.duplicate': {
    did: 'not moved',
    undid: 'not moved',
    words: 'a duplicate (reason 18) was decided with the original; nothing is posted twice',
    accounts: [],
  },
  'posting.prior-payers': {
    did: 'not moved',
    undid: 'not moved',
    words: 'what prior payers did (OA 23) was posted with their own remittance; nothing is posted twice',
    accounts: [],
  },
  'posting.unapplied': {
    did: 'received and not applied',
    words:
      'money for a claim that is not found, or that must not be posted to its claim, waits unapplied until that is settled',
    accounts: ['unapplied-payments'],
  },
  'posting.applied': {
    did: 'applied to the claim from what waited unapplied',
    words:
      'money that waited unapplied is the claim’s as soon as it is known to be; cash does not move again',
    accounts: ['unapplied-payments'],
  },
  'posting.provider-adjustment': {
    did: 'kept from the payment',
    undid: 'added to the payment',
    words: 'money of no claim (PLB) is posted against the payment; a positive amount lowers it',
    accounts: ['provider-level-adjustments', 'payer-payments-in-transit'],
  },
  'posting.recoupment': {
    did: 'kept from the payment',
    undid: 'added to the payment',
    words:
      'recoveries (PLB WO, 72, B2), balances carried on (FB) and advances (PI, AP, IP) stay open with the payer, each under its reference, until they come to zero',
    accounts: ['payer-recoupment', 'payer-payments-in-transit'],
  },
  'posting.interest': {
    did: 'kept from the payment as interest',
    undid: 'paid as interest',
    words: 'interest (PLB L6) is income of its own and part of no claim',
    accounts: ['interest', 'payer-payments-in-transit'],
  },
  'posting.withhold': {
    did: 'withheld from the payment',
    undid: 'given back of what was withheld',
    words: 'withholds, tax and levies (PLB E3, IR, LE) are kept apart: some are given back, some are not',
    accounts: ['withholds', 'payer-payments-in-transit'],
  },
  'posting.prior-settled': {
    did: 'settled by payers before',
    words:
      'of a claim that goes to a second or third payer, what the payers before paid or adjusted is not owed by this one',
    accounts: ['prior-payer-decisions'],
  },
  'posting.difference': {
    did: 'changed',
    words:
      'when payments or their claims change, the claim is planned again and the difference is posted; nothing posted is changed',
    accounts: NOT_CASH,
  },
  'posting.by-hand': {
    did: 'moved',
    words:
      'a person decided it, with a reason that is kept; only so is anything written off that is no contract',
    accounts: NOT_CASH,
  },
};

export const POSTING_RULE_NAMES = Object.keys(POSTING_RULES) as readonly PostingRuleName[];

const RULE_OF: Readonly<Record<AdjustmentMeaning, PostingRuleName>> = {
  contractual: 'posting.contractual',
  deductible: 'posting.deductible',
  coinsurance: 'posting.coinsurance',
  copay: 'posting.copay',
  'patient-other': 'posting.patient-other',
  denial: 'posting.denial',
  review: 'posting.review',
  duplicate: 'posting.duplicate',
  informational: 'posting.prior-payers',
};

/** The rule of a posting of which only the account is known; undefined where no rule posts there. */
export function ruleOfAccount(account: Account): PostingRuleName | undefined {
  return POSTING_RULE_NAMES.find(
    (name) => name !== 'posting.charge' && POSTING_RULES[name].accounts.includes(account),
  );
}

/** The rule that an amount between payer and provider (PLB) is posted by. */
export function ruleOfProviderAccount(account: Account): PostingRuleName {
  return PROVIDER_RULE_OF.get(account) ?? 'posting.provider-adjustment';
}

const PROVIDER_RULE_OF: ReadonlyMap<Account, PostingRuleName> = new Map([
  ['payer-recoupment', 'posting.recoupment'],
  ['interest', 'posting.interest'],
  ['withholds', 'posting.withhold'],
]);

/** The rule that an adjustment of a claim is posted by. */
export function ruleOfAdjustment(meaning: AdjustmentMeaning): PostingRuleName {
  return RULE_OF[meaning];
}
