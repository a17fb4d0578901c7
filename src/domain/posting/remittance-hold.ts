import type { Cents } from '../../base/money.ts';
import type { BalanceLine, BalanceProof } from '../remittance/balance.ts';
import type { RemittanceParticulars } from '../remittance/remittance.ts';
import type { ExceptionCode } from './exception-code.ts';

/** Why a remittance posts nothing. */
export interface RemittanceHold {
  /** The first says it; out of balance, every level that fails stands there, the outermost first. */
  readonly codes: readonly [ExceptionCode, ...ExceptionCode[]];
  /** Out of balance, by how much at the outermost level that fails; else what the remittance pays. */
  readonly amountCents: Cents;
}

/** Outermost first. */
const CODE_OF_LEVEL: readonly { readonly level: BalanceLine['level']; readonly code: ExceptionCode }[] = [
  { level: 'transaction', code: 'out-of-balance-transaction' },
  { level: 'claim', code: 'out-of-balance-claim' },
  { level: 'service', code: 'out-of-balance-line' },
];

/**
 * The reason not to post a remittance, in order of what a person must know first; undefined where there is none.
 *
 * @param posted what is posted already: a remittance of the same identity, or with the same content
 */
export function remittanceHold(
  remittance: RemittanceParticulars,
  proof: BalanceProof,
  posted: { readonly isIdentityPosted: boolean; readonly isContentPosted: boolean },
): RemittanceHold | undefined {
  const amountCents = remittance.payment.amountCents;
  if (remittance.unreadable.length > 0) return { codes: ['unreadable'], amountCents };
  const unbalanced = outOfBalance(proof);
  if (unbalanced !== undefined) return unbalanced;
  // Payers do reuse trace numbers (interpretation 1847), so it is neither dropped nor posted.
  if (posted.isIdentityPosted) return { codes: ['trn-duplicate'], amountCents };
  return posted.isContentPosted ? { codes: ['same-transaction-other-file'], amountCents } : undefined;
}

function outOfBalance({ differenceCents }: BalanceProof): RemittanceHold | undefined {
  const [outermost, ...inner] = CODE_OF_LEVEL.filter(({ level }) => differenceCents[level] !== 0);
  if (outermost === undefined) return undefined;
  return {
    codes: [outermost.code, ...inner.map(({ code }) => code)],
    amountCents: differenceCents[outermost.level],
  };
}
