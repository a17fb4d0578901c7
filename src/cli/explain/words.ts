import { type Cents, cents, printCents } from '../../base/money.ts';
import type { Instant } from '../../base/time.ts';
import type { Source } from '../../domain/exchange/source.ts';
import type { Posting } from '../../domain/ledger/journal-entry.ts';
import { POSTING_RULES } from '../../domain/ledger/posting-rule.ts';
import type { Term } from '../../flows/explain/claim-terms.ts';
import type { OpenItemStory } from '../../flows/explain/open-items.ts';
import type { StoredPublication } from '../../ports/ledger-store.ts';

/** In UTC, to the second. */
export function moment(instant: Instant): string {
  return instant.slice(0, 19).replace('T', ' ');
}

/** As much of a SHA-256 as a person compares. */
export function shortHash(sha256: string): string {
  return `${sha256.slice(0, 16)}…`;
}

/** File, set, segment and bytes: enough to find the very words in the archive. */
export function sourceWords(source: Source): string {
  const segment =
    source.segmentOrdinal === 0
      ? `interchange ${source.interchangeControlNumber}`
      : `interchange ${source.interchangeControlNumber}, set ${source.setControlNumber}, segment ${source.segmentOrdinal}`;
  return `file ${shortHash(source.fileSha256)}, ${segment}, bytes ${source.byteStart}–${source.byteStop}`;
}

/** Side, account and amount of each posting, one below the other. */
export function postingColumns(postings: readonly Posting[]): string[] {
  const width = Math.max(...postings.map(({ account }) => account.length));
  return postings.map(({ account, amountCents }) => {
    const side = amountCents < 0 ? 'credit' : 'debit ';
    return `${side}  ${account.padEnd(width)}  ${printCents(withoutSign(amountCents)).padStart(10)}`;
  });
}

/** `$20.00 written off: CO 45, …; CAS03 of segment 14, bytes 340–361`. */
export function termWords(term: Term): string {
  return `${amountWords(term)}: ${term.words}; ${placeWords(term)}`;
}

function amountWords({ rule, amountCents }: Term): string {
  const { did, undid } = POSTING_RULES[rule];
  if (amountCents >= 0) return `${dollars(amountCents)} ${did}`;
  return undid === undefined
    ? `taken back: ${dollars(amountCents)} ${did}`
    : `${dollars(amountCents)} ${undid}`;
}

/** Element, service line, segment and bytes of the file that is at hand. */
export function placeWords({ element, at, service }: Term): string {
  const [ordinal, byteStart, byteStop] = at;
  const line = service === undefined ? '' : ` of service line ${service}`;
  return `${element}${line}, segment ${ordinal}, bytes ${byteStart}–${byteStop}`;
}

export function dollars(amount: Cents): string {
  return `$${printCents(withoutSign(amount))}`;
}

function withoutSign(amount: Cents): Cents {
  return cents(Math.abs(amount));
}

/** When a person or a later payment changed what was posted, why and who. */
export function decisionWords({ publishedAt, reason, actor }: StoredPublication): string {
  const who = actor === undefined ? '' : ` by ${actor}`;
  return `published ${moment(publishedAt)}${who}${reason === undefined ? '' : `: ${reason}`}`;
}

/** Under what a provider-level adjustment runs, and what it comes to by now. */
export function openItemWords({ family, reference, balanceCents }: OpenItemStory): string {
  const name = `open item ${family}${reference === '' ? ' without a reference' : ` ${reference}`}`;
  if (balanceCents === 0) return `${name}: closed, it has come to zero`;
  return balanceCents > 0
    ? `${name}: ${dollars(balanceCents)} more was kept than given`
    : `${name}: ${dollars(balanceCents)} more was given than kept`;
}
