import { createHash } from 'node:crypto';
import { accepted, type Result, refused } from '../base/result.ts';
import { type ProofFault, ProofRefused, requireThat } from './proof-fault.ts';
import type { ProofHeader, ProofTrailer } from './proof-form.ts';
import { ProofLines } from './proof-lines.ts';
import type { ProofDifference } from './proof-sums.ts';
import { SegmentScan } from './segment-scan.ts';
import { SetCheck } from './set-check.ts';

/** What a proof that holds says. */
export interface VerifiedProof {
  readonly header: ProofHeader;
  readonly trailer: ProofTrailer;
  /** Where the remittance itself does not balance; the first hundred places. */
  readonly differences: readonly ProofDifference[];
}

/**
 * Checks a proof against the file that it is about, with nothing that postings were made with: each amount against the
 * bytes that it names, each equation, every total and hash, and that no CLP, SVC, CAS or PLB segment of the set was left
 * out. Both are read once, piece by piece. What `archive` reads may throw goes through.
 */
export async function verifyProof(
  proof: AsyncIterable<Uint8Array>,
  file: AsyncIterable<Uint8Array>,
): Promise<Result<VerifiedProof, ProofFault>> {
  const lines = new ProofLines(proof);
  try {
    return accepted(await verify(lines, file));
  } catch (error) {
    if (error instanceof ProofRefused) return refused(error.fault);
    throw error;
  } finally {
    await lines.close();
  }
}

async function verify(lines: ProofLines, file: AsyncIterable<Uint8Array>): Promise<VerifiedProof> {
  const header = await lines.next();
  requireThat(
    header !== undefined && 'proof' in header,
    'proof.form',
    'the proof does not begin with its first line',
  );
  const check = new SetCheck(header, lines);
  const fileHash = createHash('sha256');
  const scan = new SegmentScan();
  for await (const piece of file) {
    fileHash.update(piece);
    for (const segment of scan.feed(piece)) await check.take(segment, scan);
  }
  for (const segment of scan.finish()) await check.take(segment, scan);
  const trailer = await check.finish();
  requireThat(
    fileHash.digest('hex') === header.file,
    'proof.file-differs',
    'the file is not the one that the proof names: its SHA-256 differs',
  );
  return { header, trailer, differences: check.sums.differences };
}
