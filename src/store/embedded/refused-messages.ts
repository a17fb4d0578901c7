import type { FrontendMessage } from './frontend-reader.ts';
import { HEADER_BYTES } from './protocol-messages.ts';

/** Query, parse, bind, describe, execute, close, sync, terminate. */
const KNOWN_TYPES = new Set(['Q', 'P', 'B', 'D', 'E', 'C', 'S', 'X']);

/** The engine waits for rows on its standard input and ends when there are none. */
const COPY_IN = /\bcopy\b[^;]*\bfrom\s+stdin\b/i;

/** Why a message cannot be let through to the one session that all share; undefined when it can. */
export function refusalOf({ type, bytes }: FrontendMessage): string | undefined {
  if (!KNOWN_TYPES.has(type)) return 'the embedded database does not offer this part of the protocol';
  if (type !== 'Q' && type !== 'P') return undefined;
  // The name of the statement, which is empty for one that is used once.
  const isNamed = type === 'P' && bytes[HEADER_BYTES] !== 0;
  if (isNamed) return 'the embedded database keeps no prepared statements';
  return COPY_IN.test(bytes.toString('utf8', HEADER_BYTES))
    ? 'the embedded database takes no rows by COPY FROM STDIN'
    : undefined;
}
