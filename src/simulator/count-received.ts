import type { Disposition, ReceivedEntry } from './journal.ts';

/** What came in so far, to be compared with what was sent. */
export interface ReceivedCounts {
  /** Files taken from `inbound`. */
  readonly files: number;
  /** Files by what became of them; `duplicate` repeats an interchange control number. */
  readonly byDisposition: Readonly<Record<Disposition, number>>;
  /** Different claims taken in. */
  readonly claims: number;
  /** Claims that repeat one taken in before. */
  readonly duplicateClaims: number;
  /** Claims turned away at the front end for another reason. */
  readonly rejectedClaims: number;
  /** 835 files promised, published or pending. */
  readonly remittances: number;
}

export function countReceived(entries: readonly ReceivedEntry[]): ReceivedCounts {
  const byDisposition = { accepted: 0, rejected: 0, duplicate: 0, unreadable: 0 };
  const counts = { claims: 0, duplicateClaims: 0, rejectedClaims: 0, remittances: 0 };
  for (const entry of entries) {
    byDisposition[entry.disposition]++;
    counts.claims += entry.patientControlNumbers.length;
    counts.duplicateClaims += entry.duplicateClaims.length;
    counts.rejectedClaims += entry.rejectedClaims.length;
    counts.remittances += entry.files.filter((file) => file.folder === 'pending').length;
  }
  return { files: entries.length, byDisposition, ...counts };
}
