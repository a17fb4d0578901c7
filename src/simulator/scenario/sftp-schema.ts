import { z } from 'zod';
import { ordinal } from './plain-values.ts';

const OPERATIONS = [
  'OPEN',
  'READ',
  'WRITE',
  'CLOSE',
  'OPENDIR',
  'READDIR',
  'STAT',
  'RENAME',
  'REMOVE',
] as const;

const failure = z.strictObject({
  /** RENAME is each kind of rename. Any operation when absent. */
  operation: z.enum(OPERATIONS).optional(),
  /** Which of them, counted over all sessions from 1. */
  nth: ordinal,
  /** How many after it go the same way. */
  times: ordinal.default(1),
  /** `refused`: the server says no and does nothing. `broken`: the connection ends instead of an answer. */
  as: z.enum(['refused', 'broken']).default('refused'),
});

/** How the mailbox behaves. */
export const sftpTroubles = z.strictObject({
  /** Before each answer. */
  latencyMs: ordinal.optional(),
  failures: z.array(failure).default([]),
});

export type SftpTroubles = z.output<typeof sftpTroubles>;
