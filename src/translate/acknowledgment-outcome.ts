import type { AcknowledgmentOutcome } from '../domain/claim/fact.ts';

/**
 * TA104, IK501 and AK901 for one interchange, set or group as a whole: A accepts, E accepts and notes errors (what was
 * sent is not to be sent again). R rejects, and so do M, W and X for security. Anything else, or nothing, counts as
 * rejected too: a rejection opens work for a person, while an acceptance by mistake would leave claims that nobody
 * misses.
 */
export function acknowledgmentOutcome(code: string): Exclude<AcknowledgmentOutcome, 'partially-accepted'> {
  switch (code) {
    case 'A':
      return 'accepted';
    case 'E':
      return 'accepted-with-errors';
    default:
      return 'rejected';
  }
}
