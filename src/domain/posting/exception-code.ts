import { EFT_EXCEPTIONS } from './eft-exceptions.ts';
import type { ExceptionRule, WorkRule } from './exception-rule.ts';

/** Every exception that posting knows; `docs/reference/posting-exceptions.md` has a row for each. */
export const EXCEPTIONS = {
  'no-claim': {
    kinds: ['unmatched-claim-payment'],
    meaning:
      'no claim of ours has the claim payment’s numbers, or it decides nothing (CLP02 23, 25) and brings money',
    whatToDo: 'find the claim by patient, date and charge; if it is none of ours, pay the money back',
    actions: ['match', 'accept'],
  },
  'ambiguous-claim': {
    kinds: ['unmatched-claim-payment'],
    meaning: 'more than one claim of ours fits the claim payment',
    whatToDo: 'compare dates, charges and procedures, and say which claim it is',
    actions: ['match'],
  },
  'wrong-payee': {
    kinds: ['unmatched-claim-payment'],
    meaning: 'the payee (N1*PE) is not the billing provider of the claim',
    whatToDo: 'ask the payer who was to be paid; match it if the payee is yours under another number',
    actions: ['match', 'accept'],
  },
  'payer-id-conflict': {
    kinds: ['unmatched-claim-payment'],
    meaning: 'the payer is none of the claim’s payers',
    whatToDo: 'look at the patient’s coverage; match it if the claim was passed on to this payer',
    actions: ['match', 'accept'],
  },
  unposted: {
    kinds: ['unmatched-claim-payment'],
    meaning: 'a person took the claim payment out of its claim’s books; the money waits',
    whatToDo: 'match it again once it is known where the money belongs',
    actions: ['match', 'accept'],
  },
  'charge-mismatch': {
    kinds: ['unmatched-claim-payment', 'posting-exception'],
    meaning: 'the charge is not what was billed: of the claim (the money waits), or of a line (it is posted)',
    whatToDo:
      'compare with the claim that was sent; match it if the payer changed the charge with good reason',
    actions: ['match', 'unmatch', 'accept'],
  },
  'already-posted': {
    kinds: [],
    meaning: 'the same remittance was posted before; nothing was posted again',
    whatToDo: 'nothing',
    actions: [],
  },
  'same-transaction-other-file': {
    kinds: ['remittance-held'],
    meaning: 'the content of a posted remittance under another trace number, date or amount',
    whatToDo:
      'compare with the bank: one payment or two? If there were two, post it; if there was one, accept that it is held',
    actions: ['post', 'accept'],
  },
  'trn-duplicate': {
    kinds: ['remittance-held'],
    meaning: 'payer, trace number, date, amount and payee of a posted remittance, other content',
    whatToDo:
      'ask the payer which one holds (interpretation 1847: trace numbers do get reused); if both do, post it',
    actions: ['post', 'accept'],
  },
  unreadable: {
    kinds: ['remittance-held'],
    meaning: 'an amount or a required element cannot be read',
    whatToDo: 'ask the payer to send the remittance again, corrected',
    actions: ['accept'],
  },
  'out-of-balance-transaction': {
    kinds: ['remittance-held'],
    meaning: 'claim payments less provider-level adjustments are not the payment (BPR02)',
    whatToDo: 'ask the payer to send the remittance again, corrected; nothing is added to make it balance',
    actions: ['accept'],
  },
  'out-of-balance-claim': {
    kinds: ['remittance-held'],
    meaning:
      'a claim’s charge less its adjustments and those of its lines is not what was paid (interpretation 358)',
    whatToDo: 'ask the payer to send the remittance again, corrected; nothing is added to make it balance',
    actions: ['accept'],
  },
  'out-of-balance-line': {
    kinds: ['remittance-held'],
    meaning: 'a line’s charge less its adjustments is not what was paid (interpretation 2348)',
    whatToDo: 'ask the payer to send the remittance again, corrected; nothing is added to make it balance',
    actions: ['accept'],
  },
  'line-unmatched': {
    kinds: ['posting-exception'],
    meaning: 'a line of the claim payment is none of the claim’s lines, or one that is decided already',
    whatToDo: 'compare with the claim that was sent; the money is posted to the claim, not to a line',
    actions: ['unmatch', 'accept'],
  },
  'code-restated': {
    kinds: [],
    meaning: 'the payer decided another procedure than was billed (SVC06); the claim keeps its own',
    whatToDo: 'nothing, or appeal if the payer coded down',
    actions: [],
  },
  'line-claim-mismatch': {
    kinds: ['posting-exception'],
    meaning:
      'the lines do not add up to the claim payment’s charge, or to what was paid (interpretation 452)',
    whatToDo: 'ask the payer which lines are missing; the claim’s own figures are posted',
    actions: ['unpost', 'write-off', 'accept'],
  },
  'clp05-mismatch': {
    kinds: [],
    meaning: 'CLP05 is not the sum of the PR adjustments (interpretation 2548); the adjustments are posted',
    whatToDo: 'nothing',
    actions: [],
  },
  overposted: {
    kinds: ['posting-exception'],
    meaning: 'payers decided more of the claim than was theirs to decide: a receivable is below zero',
    whatToDo: 'look for a payment that is another claim’s, or an overpayment to be paid back',
    actions: ['unmatch', 'unpost', 'accept'],
  },
  'decision-overtaken': {
    kinds: ['posting-exception'],
    meaning:
      'a person wrote off or billed what was open, and the payer has decided anew: less is open than was moved',
    whatToDo: 'take the person’s decision back (`exceptions undo`), and decide about what is open now',
    actions: ['accept'],
  },
  'reversal-no-original': {
    kinds: ['posting-exception'],
    meaning: 'the payer takes back a payment that is not on file; the money waits in unapplied payments',
    whatToDo: 'find the original, which may have been posted elsewhere or matched to another claim',
    actions: ['unmatch', 'accept'],
  },
  'reversal-amount-differs': {
    kinds: ['posting-exception'],
    meaning: 'a reversal is not its original with every amount negated (interpretation 1147)',
    whatToDo: 'compare both; ask the payer about the difference, which is posted',
    actions: ['unpost', 'write-off', 'accept'],
  },
  'correction-without-reversal': {
    kinds: ['posting-exception'],
    meaning:
      'a second full decision while the first was not taken back; its money waits in unapplied payments',
    whatToDo: 'wait for the reversal, or ask for it; if the payer paid twice, pay back',
    actions: ['unmatch', 'accept'],
  },
  'crossover-conflict': {
    kinds: ['posting-exception'],
    meaning:
      'a claim was passed on to a next payer that nobody knows, or a payer decided to whom nobody passed it on',
    whatToDo: 'look at the patient’s coverage and add what is missing before the patient is billed',
    actions: ['unmatch', 'accept'],
  },
  'denial-with-pr': {
    kinds: ['posting-exception'],
    meaning: 'a line is refused, nothing of it is allowed, and yet the patient is to share its cost',
    whatToDo:
      'ask the payer before the patient is billed: a refused line has no deductible, coinsurance or copay',
    actions: ['unpost', 'accept'],
  },
  'unknown-carc': {
    kinds: ['posting-exception'],
    meaning: 'an adjustment reason code in no list; the amount waits in adjustments in review',
    whatToDo: 'ask the payer what it means, then write it off, bill it or appeal',
    actions: ['write-off', 'bill-patient', 'accept'],
  },
  'group-code-noncompliant': {
    kinds: [],
    meaning:
      'an adjustment group other than CO, OA, PI, PR (interpretation 1147); its amounts wait in review',
    whatToDo: 'the adjustment review says what waits',
    actions: [],
  },
  predetermination: {
    kinds: [],
    meaning: 'an estimate of what would be paid (CLP02 25); nothing is posted',
    whatToDo: 'nothing',
    actions: [],
  },
  'plb-unlinked': {
    kinds: ['provider-adjustment'],
    meaning: 'money taken back (PLB WO, 72, B2) that no reversal and no earlier notice explains',
    whatToDo: 'ask the payer for the claim it recovers; it may be another provider’s',
    actions: ['accept'],
  },
  'plb-fb-chain-broken': {
    kinds: ['provider-adjustment'],
    meaning: 'a forwarded balance (PLB FB) that was applied and never forwarded, or applied more than once',
    whatToDo: 'find the remittance that forwarded it (interpretation 2051); it may be missing',
    actions: ['accept'],
  },
  'plb-review': {
    kinds: ['provider-adjustment'],
    meaning: 'a provider-level adjustment of a kind that nobody has said where to book',
    whatToDo: 'say what it is for, and book it in the general ledger',
    actions: ['accept'],
  },
  'interest-mismatch': {
    kinds: ['provider-adjustment'],
    meaning:
      'the interest of the claims (AMT*I) is not the interest that was paid (PLB L6, interpretation 2123)',
    whatToDo: 'the interest is posted as paid; ask the payer for which claims it is',
    actions: ['accept'],
  },
  ...EFT_EXCEPTIONS,
} as const satisfies Readonly<Record<string, ExceptionRule>>;

export type ExceptionCode = keyof typeof EXCEPTIONS;

/** Work items without an exception code: theirs are the adjustments that they are about, such as `CO-50`. */
export const ADJUSTMENT_WORK = {
  denial: {
    meaning: 'the payer refused all or part of the claim; the amount stays open in denied-open',
    whatToDo: 'replace the claim (frequency 7) or appeal; else bill who owes it, or give it up',
    actions: ['write-off', 'bill-patient', 'accept'],
  },
  'adjustment-review': {
    meaning:
      'the payer adjusted an amount for a reason that is not posted by itself; it waits in adjustments-in-review',
    whatToDo: 'find out what the payer means by it, then write it off, bill it or appeal',
    actions: ['write-off', 'bill-patient', 'accept'],
  },
} as const satisfies Readonly<Record<string, WorkRule>>;

/** Why a claim payment is no claim's: its money waits in unapplied payments. */
export type UnmatchedCode =
  | 'no-claim'
  | 'ambiguous-claim'
  | 'charge-mismatch'
  | 'wrong-payee'
  | 'payer-id-conflict'
  | 'unposted';

/** The rule of a work item that posting opened; undefined for one that it did not, or does not know any more. */
export function workRule(item: {
  readonly kind: string;
  readonly codes: readonly string[];
}): WorkRule | undefined {
  if (item.kind === 'denial' || item.kind === 'adjustment-review') return ADJUSTMENT_WORK[item.kind];
  const [code] = item.codes;
  if (code === undefined || !Object.hasOwn(EXCEPTIONS, code)) return undefined;
  const rule = exceptionRule(code as ExceptionCode);
  return rule.kinds.some((kind) => kind === item.kind) ? rule : undefined;
}

/** The rule of an exception. */
export function exceptionRule(code: ExceptionCode): ExceptionRule {
  return EXCEPTIONS[code];
}
