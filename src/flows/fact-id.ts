import { createHash } from 'node:crypto';
import type { FactBody } from '../domain/claim/fact.ts';
import type { Source } from '../domain/exchange/source.ts';
import type { Fact } from '../ports/claim-store.ts';

/** SHA-256 over texts that are kept apart, in lower-case hexadecimal: an id that every replay derives again. */
export function derivedId(...parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

/**
 * A fact read in a partner's file. Its place, subject and kind make its id: the same file states it once. What is stated
 * again, since something else had been said in between, has a `discriminator`.
 */
export function factFromFile(
  source: Source,
  subject: { readonly kind: Fact['subjectKind']; readonly id: string },
  body: FactBody,
  discriminator = '',
): Fact {
  const id = derivedId(
    source.fileSha256,
    source.interchangeControlNumber,
    source.groupControlNumber,
    source.setControlNumber,
    String(source.segmentOrdinal),
    String(source.byteStart),
    subject.id,
    body.kind,
    ...(discriminator === '' ? [] : [discriminator]),
  );
  return { id, subjectKind: subject.kind, subjectId: subject.id, source, body };
}

/** What the gateway itself did to a claim: `discriminator` tells one such fact of the claim from the next. */
export function gatewayFact(claimId: string, body: FactBody, discriminator = ''): Fact {
  const id = [body.kind, claimId, discriminator].filter((part) => part !== '').join(':');
  return { id, subjectKind: 'claim', subjectId: claimId, body };
}
