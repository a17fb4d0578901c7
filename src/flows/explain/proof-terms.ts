import type { ArchiveReader } from '../../ports/archive.ts';
import type { ProofClaim, ProofLine } from '../../proof/proof-form.ts';
import { ProofLines } from '../../proof/proof-lines.ts';
import { providerTerms, type Term } from './claim-terms.ts';

/** The lines of a stored proof, one at a time. Throws where it is not what was stored. */
export async function* proofLines(archive: ArchiveReader, proofSha256: string): AsyncGenerator<ProofLine> {
  const lines = new ProofLines(archive.open(proofSha256));
  try {
    for (let line = await lines.next(); line !== undefined; line = await lines.next()) yield line;
  } finally {
    await lines.close();
  }
}

/** What the file says of a claim payment, by its CLP ordinal. */
export async function provenClaimPayment(
  archive: ArchiveReader,
  proofSha256: string,
  ordinal: number,
): Promise<ProofClaim | undefined> {
  for await (const line of proofLines(archive, proofSha256)) {
    if (isClaim(line) && line.claim === ordinal) return line;
  }
  return undefined;
}

/** What the file says of a provider-level adjustment; they count through all PLB segments from 1. */
export async function termOfProviderAdjustment(
  archive: ArchiveReader,
  proofSha256: string,
  ordinal: number,
): Promise<Term | undefined> {
  let count = 0;
  for await (const line of proofLines(archive, proofSha256)) {
    if (!('plb' in line)) continue;
    const terms = providerTerms(line);
    if (ordinal <= count + terms.length) return terms[ordinal - count - 1];
    count += terms.length;
  }
  return undefined;
}

function isClaim(line: ProofLine): line is ProofClaim {
  return 'claim' in line;
}
