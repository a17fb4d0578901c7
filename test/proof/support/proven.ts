import { createHash } from 'node:crypto';
import { proveBalance } from '../../../src/domain/remittance/balance.ts';
import { EnvelopeReader } from '../../../src/edi/envelope/envelope-reader.ts';
import { normalizedSegment } from '../../../src/edi/syntax/normalized-segment.ts';
import { BalanceProofWriter } from '../../../src/flows/balance-proof.ts';
import { decodeLatin1 } from '../../../src/main/latin-1.ts';
import { type VerifiedProof, verifyProof } from '../../../src/proof/verify-proof.ts';
import { RemittanceReader } from '../../../src/translate/remittance-835.ts';

/** The proof of each 835 that can be read, as the flow makes it: of a file whose envelopes are whole. */
export function proofsOf(file: Uint8Array): string[] {
  const proofs: string[] = [];
  let isWhole = true;
  let reader = new RemittanceReader();
  let content = createHash('sha256');
  const envelopes = new EnvelopeReader(decodeLatin1, {
    setOpened() {
      reader = new RemittanceReader();
      content = createHash('sha256');
    },
    countedSegment(segment, ordinal, numbers) {
      reader.segment(segment, ordinal, numbers);
      if (!['ST', 'SE'].includes(segment.text(0))) content.update(normalizedSegment(segment), 'latin1');
    },
    setClosed({ identifier }) {
      const remittance = reader.finish();
      if (identifier !== '835' || remittance.unreadable.length > 0) return;
      const proof = new BalanceProofWriter();
      proof.header(sha256(file), remittance);
      for (const claim of remittance.claims) proof.claim(claim);
      const contentSha256 = content.digest('hex');
      proof.close(remittance.providerAdjustments, { contentSha256, balance: proveBalance(remittance) });
      proofs.push(Buffer.from(proof.take()).toString());
    },
    problem({ severity }) {
      if (severity === 'error') isWhole = false;
    },
  });
  envelopes.feed(file);
  envelopes.finish();
  return isWhole ? proofs : [];
}

/** What is wrong with a proof: code and sentence; `undefined` where nothing is. */
export async function faultOf(proof: string, file: Uint8Array): Promise<string | undefined> {
  const verdict = await verifyProof(pieces(Buffer.from(proof)), pieces(file));
  return verdict.ok ? undefined : `${verdict.refusal.code}: ${verdict.refusal.message}`;
}

export async function verified(proof: string, file: Uint8Array): Promise<VerifiedProof> {
  const verdict = await verifyProof(pieces(Buffer.from(proof)), pieces(file));
  if (!verdict.ok) throw new Error(verdict.refusal.message);
  return verdict.value;
}

/** Bytes in pieces of no round size, so that segments and lines are cut. */
// oxlint-disable-next-line require-await -- what reads it takes pieces as they come
async function* pieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += 997) yield bytes.subarray(start, start + 997);
}

export function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

type Json = Record<string, unknown>;

export function linesOf(proof: string): Json[] {
  return proof
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Json);
}

/** A proof of these lines whose own hash is right: what is wrong in it must show against the file. */
export function sealed(lines: readonly Json[]): string {
  const terms = lines.slice(0, -1).map((line) => `${JSON.stringify(line)}\n`);
  const trailer = { ...lines.at(-1), lines: sha256(terms.join('')) };
  return `${terms.join('')}${JSON.stringify(trailer)}\n`;
}
