import type { ExceptionRule } from './exception-rule.ts';

/** What can be wrong between a remittance and its payment at the bank. */
export const EFT_EXCEPTIONS = {
  'eft-missing': {
    kinds: ['reassociation'],
    meaning: 'no payment at the bank has the trace number of a remittance that is paid by EFT (BPR04 ACH)',
    whatToDo:
      'look the payment up at the bank, then ask the payer; it closes by itself when the payment comes',
    actions: ['accept'],
  },
  'eft-amount-differs': {
    kinds: ['reassociation'],
    meaning: 'the payment at the bank has the trace number and another amount; this is the difference',
    whatToDo: 'ask the payer; the remittance is posted as it stands',
    actions: ['accept'],
  },
  'eft-date-differs': {
    kinds: ['reassociation'],
    meaning:
      'the bank’s effective date and the remittance’s (BPR16) lie farther apart than the bank’s profile allows',
    whatToDo:
      'see whether it is the payment of an earlier remittance with the same number; else ask the payer',
    actions: ['accept'],
  },
  'remittance-missing': {
    kinds: ['reassociation'],
    meaning: 'a payment at the bank whose remittance has not come; nothing of it is in the books',
    whatToDo: 'ask the payer for the 835 of this trace number; it closes by itself when the remittance comes',
    actions: ['accept'],
  },
  'eft-trace-missing': {
    kinds: ['reassociation'],
    meaning: 'a health care payment at the bank without its trace number: no TRN in the addenda',
    whatToDo: 'ask the bank to pass the addenda on; find the remittance by amount and date',
    actions: ['accept'],
  },
  'eft-duplicate': {
    kinds: ['reassociation'],
    meaning: 'a second payment at the bank with a trace number that another one has',
    whatToDo: 'ask the payer: it paid twice, or it used the number for a payment whose remittance is missing',
    actions: ['accept'],
  },
  'eft-taken-back': {
    kinds: ['reassociation'],
    meaning: 'the bank took a health care payment out of the account again (a debit)',
    whatToDo: 'ask the payer why; the remittance that it was for is posted as it stands',
    actions: ['accept'],
  },
} as const satisfies Readonly<Record<string, ExceptionRule>>;
