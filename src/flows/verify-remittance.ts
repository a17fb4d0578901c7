import { Failure } from '../base/failure.ts';
import type { Result } from '../base/result.ts';
import type { ArchiveReader } from '../ports/archive.ts';
import type { StoredRemittance } from '../ports/remittance-store.ts';
import type { Store } from '../ports/store.ts';
import { type ProofFault, ProofRefused, requireThat } from '../proof/proof-fault.ts';
import { type VerifiedProof, verifyProof } from '../proof/verify-proof.ts';

/** What became of the proof of one remittance; it is held without one where it could not be read. */
export interface CheckedRemittance {
  readonly remittance: StoredRemittance;
  readonly verdict: Result<VerifiedProof, ProofFault> | 'held-without-proof';
}

/** Remittances that are read at a time. */
const PAGE = 200;

/** The remittances that a reference names (an id or a trace number); without one all there are, the newest first. */
export async function* remittancesNamed(
  store: Store,
  tenantId: string,
  reference: string | undefined,
): AsyncGenerator<StoredRemittance> {
  if (reference !== undefined) {
    yield* await store.inTransaction(tenantId, ({ remittances }) => remittances.lookUp(reference));
    return;
  }
  let after: string | undefined;
  for (;;) {
    const page: readonly StoredRemittance[] = await store.inTransaction(tenantId, ({ remittances }) =>
      remittances.list({ limit: PAGE, ...(after === undefined ? {} : { after }) }),
    );
    yield* page;
    if (page.length < PAGE) return;
    after = page.at(-1)?.id;
  }
}

/**
 * Checks the stored proof of a remittance against the archived file, and what was stored of the remittance against the
 * proof. Throws the archive's Failures, but for those that say that its bytes are gone or are others.
 */
export async function verifyRemittance(
  archive: ArchiveReader,
  remittance: StoredRemittance,
): Promise<CheckedRemittance> {
  const { proofSha256, fileSha256, state } = remittance;
  if (proofSha256 === undefined) {
    if (state === 'held') return { remittance, verdict: 'held-without-proof' };
    const message = 'it was published without a proof';
    return { remittance, verdict: { ok: false, refusal: { code: 'proof.missing', message } } };
  }
  const verdict = await verifyProof(
    archived(archive, proofSha256, 'proof'),
    archived(archive, fileSha256, 'file'),
  );
  if (!verdict.ok) return { remittance, verdict };
  const refusal = differenceFrom(remittance, verdict.value);
  return { remittance, verdict: refusal === undefined ? verdict : { ok: false, refusal } };
}

/** The figures that were stored with the remittance and are not those of its proof. */
function differenceFrom(
  remittance: StoredRemittance,
  { header, trailer }: VerifiedProof,
): ProofFault | undefined {
  const { proof: stored } = remittance;
  const same: readonly (readonly [holds: boolean, what: string])[] = [
    [header.file === remittance.fileSha256, 'file'],
    [header.set === remittance.setControlNumber, 'set control number'],
    [trailer.content === remittance.contentSha256, 'content'],
    [trailer.payment === remittance.paidCents && trailer.payment === stored.paymentCents, 'payment'],
    [trailer.segments.CLP === remittance.claimCount, 'count of claim payments'],
    [trailer.claimsPaid === stored.claimPaidCents, 'total of what claims are paid'],
    [trailer.providerAdjusted === stored.providerAdjustmentCents, 'total of provider-level adjustments'],
    [trailer.isBalanced === stored.isBalanced, 'balance'],
  ];
  const other = same.find(([holds]) => !holds);
  if (other !== undefined) {
    const message = `the ${other[1]} stored of the remittance is not that of its proof`;
    return { code: 'proof.remittance-differs', message };
  }
  if (remittance.state === 'published' && !trailer.isBalanced) {
    return { code: 'proof.balance-differs', message: 'it was published and does not balance' };
  }
  return undefined;
}

async function* archived(
  archive: ArchiveReader,
  sha256: string,
  what: 'proof' | 'file',
): AsyncGenerator<Uint8Array> {
  try {
    yield* archive.open(sha256);
  } catch (error) {
    const code = error instanceof Failure ? error.code : '';
    requireThat(code !== 'archive.missing', 'proof.missing', `the archive does not have its ${what}`);
    if (code !== 'archive.corrupt') throw error;
    throw new ProofRefused(
      'proof.file-differs',
      `the archived bytes of its ${what} are not those that were stored`,
    );
  }
}
