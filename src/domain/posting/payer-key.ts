import type { Remittance } from '../remittance/remittance.ts';

/** What is known of a payer beside the key: its identifier at the clearinghouse and its name. */
export interface PayerHints {
  readonly identifier?: string;
  readonly name: string;
}

const SEPARATOR = '|';

/**
 * Who pays, as far as a remittance says: originator (TRN03), identifier (N104 or REF*2U) and name, each normalised, as
 * `1900000099|CGPAY1|CLAIMGATE SAMPLE HEALTH`. A part that is not said is empty.
 */
export function payerKeyOf({ payment, payer }: Pick<Remittance, 'payment' | 'payer'>): string {
  return [payment.originatorId, payer.identifier ?? '', payer.name].map(normalised).join(SEPARATOR);
}

/** Whether a key is that of the payer that the hints name: by identifier, or by name where identifiers differ. */
export function isPayer(payerKey: string, hints: PayerHints): boolean {
  const [, identifier = '', name = ''] = payerKey.split(SEPARATOR);
  if (identifier !== '' && identifier === normalised(hints.identifier ?? '')) return true;
  return name !== '' && name === normalised(hints.name);
}

/** The payer's identifier, as far as a key has it; undefined where its remittance said none. */
export function payerIdentifierOf(payerKey: string): string | undefined {
  return payerKey.split(SEPARATOR)[1] || undefined;
}

/**
 * The part of a key that stays the same however a payer writes its name: the originator, which every remittance must
 * have. What spans remittances (reversals, provider-level adjustments) goes by it.
 */
export function payerOriginOf(payerKey: string): string {
  const [originator, identifier, name] = payerKey.split(SEPARATOR);
  return originator || identifier || name || '';
}

/** TRN03 as keys have it. */
export function normalisedOriginator(originatorId: string): string {
  return normalised(originatorId);
}

/** Upper case, letters and digits, single spaces: payers differ in case and punctuation from file to file. */
function normalised(text: string): string {
  return text
    .toUpperCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
