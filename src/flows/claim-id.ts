import { createHash } from 'node:crypto';

/** Crockford's base 32: digits and capitals without I, L, O and U, which people misread. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CHARACTER_COUNT = 13;
const BITS_PER_CHARACTER = 5;

/**
 * The claim's id: thirteen characters for the first 65 bits of SHA-256 over tenant and idempotency key.
 * Derived, so that the same claim gets the same id at every replay; short, so that CLM01 stays within 15 characters.
 * Two of ten million claims of a tenant collide with a chance of about one in a million; the database refuses it then.
 */
export function claimId(tenantId: string, key: string): string {
  const digest = createHash('sha256').update(tenantId).update('\n').update(key).digest();
  let id = '';
  for (let index = 0; index < CHARACTER_COUNT; index++) {
    const bit = index * BITS_PER_CHARACTER;
    const pair = digest.readUInt16BE(bit >> 3);
    id += ALPHABET[(pair >> (16 - BITS_PER_CHARACTER - (bit & 7))) & 31];
  }
  return id;
}
