import { type Result, refused } from '../base/result.ts';
import type { ProfessionalClaim } from '../domain/claim/claim.ts';
import type { ClaimInputError } from './claim-input-error.ts';
import { readClaim } from './read-claim.ts';
import { splitInput } from './split-input.ts';
import type { Bytes } from './split-lines.ts';

/** One claim of an input, in its order. */
export interface ReadClaim {
  /** Counts what the input holds from 1. */
  readonly ordinal: number;
  /** The line it stands in, for NDJSON. */
  readonly line?: number;
  readonly claim: Result<ProfessionalClaim, readonly ClaimInputError[]>;
}

/** Reads all claims of an input (JSON object, JSON array or NDJSON), one after the other; never throws on input. */
export async function* readClaims(chunks: Bytes): AsyncGenerator<ReadClaim> {
  for await (const { content, ...place } of splitInput(chunks)) {
    yield { ...place, claim: content.ok ? readClaim(content.value) : refused([content.refusal]) };
  }
}
