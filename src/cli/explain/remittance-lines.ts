import { type Cents, cents, negateCents, printCents, sumCents } from '../../base/money.ts';
import type { BalanceLine } from '../../domain/remittance/balance.ts';
import type { Term } from '../../flows/explain/claim-terms.ts';
import type {
  ClaimPaymentStory,
  ProviderAdjustmentStory,
  RemittanceStory,
} from '../../flows/explain/explain-remittance.ts';
import { printable } from '../output.ts';
import { remittanceAtBankLines } from './bank-words.ts';
import { matchLines } from './match-words.ts';
import { rulesOf } from './posting-lines.ts';
import { dollars, moment, openItemWords, placeWords, shortHash, termWords } from './words.ts';

/** A remittance for a person: what was paid, where each cent went, which segment said so, and the way down to BPR02. */
export function* remittanceLines(story: RemittanceStory): Generator<string> {
  for (const line of lines(story)) yield printable(line);
}

function* lines(story: RemittanceStory): Generator<string> {
  yield* headLines(story);
  if (story.trailer === undefined) return;
  yield '';
  yield 'What it says of claims';
  for (const claim of story.claims) yield* claimPaymentLines(claim);
  if (story.omittedClaimCount > 0) yield `  and ${story.omittedClaimCount} claim payments more (--limit)`;
  if (story.providerAdjustments.length > 0) {
    yield '';
    yield 'What it settles with the provider';
    for (const adjustment of story.providerAdjustments) yield* providerAdjustmentLines(adjustment);
  }
  yield '';
  yield 'What it comes to';
  yield* totalLines(story);
  yield* ruleLines(story);
}

function* headLines({ remittance, postedBy, atBank, header, trailer }: RemittanceStory): Generator<string> {
  const { id, payerName, paymentDate, traceNumber, paidCents, state, createdAt, fileSha256 } = remittance;
  yield `remittance ${id}, trace ${traceNumber}`;
  const day = paymentDate === undefined ? '' : ` on ${paymentDate}`;
  const count = remittance.claimCount;
  yield `${dollars(paidCents)} from ${payerName}${day}, for ${count} claim payment${count === 1 ? '' : 's'}`;
  yield `read in file ${shortHash(fileSha256)}, set ${remittance.setControlNumber}`;
  yield remittance.proofSha256 === undefined
    ? 'no proof was kept'
    : `proof ${shortHash(remittance.proofSha256)} (check it: claimgate proof verify ${id})`;
  const { holdCode = '' } = remittance;
  if (postedBy !== undefined) {
    yield `held ${moment(createdAt)}: ${holdCode}`;
    yield `published ${moment(postedBy.resolvedAt)} by ${postedBy.actor}: ${postedBy.reason}`;
  } else if (state === 'published') yield `published ${moment(createdAt)}`;
  else yield `held ${moment(createdAt)}, nothing posted: ${holdCode}`;
  for (const failure of remittance.proof.failures) yield `  ${failureWords(failure)}`;
  if (header !== undefined && trailer !== undefined) {
    const [ordinal, byteStart, byteStop] = header.payment.at;
    yield `its payment stands in BPR02, segment ${ordinal}, bytes ${byteStart}–${byteStop}`;
  }
  yield* remittanceAtBankLines(atBank, remittance);
}

/** What the payer reports, and what its own figures come to. */
function failureWords(line: BalanceLine): string {
  const { level, claimPaymentOrdinal, serviceOrdinal, expectedCents, reportedCents } = line;
  const claim = claimPaymentOrdinal === undefined ? '' : `claim payment ${claimPaymentOrdinal}`;
  const where = {
    service: `service line ${serviceOrdinal ?? 0} of ${claim}`,
    claim,
    transaction: 'the whole remittance',
  }[level];
  const off = dollars(cents(expectedCents - reportedCents));
  return `${where} is out of balance by ${off}: it reports ${printCents(reportedCents)}, its parts make ${printCents(expectedCents)}`;
}

function* claimPaymentLines(story: ClaimPaymentStory): Generator<string> {
  const { ordinal, terms, entries, isUnapplied, match } = story;
  const { charge, paid, adjustments } = terms;
  yield `  claim payment ${ordinal}: ${claimWords(story)}`;
  if (match !== undefined) for (const line of matchLines(match)) yield `      ${line}`;
  yield `      ${signed(charge.amountCents)} charged; ${placeWords(charge)}`;
  // Of a payment that waits unapplied, nothing but its money is posted.
  for (const term of [paid, ...adjustments]) {
    if (term.amountCents !== 0) yield termLine(term, entries.length > 0 && (!isUnapplied || term === paid));
  }
}

function* providerAdjustmentLines(story: ProviderAdjustmentStory): Generator<string> {
  const { ordinal, term, entry, openItem } = story;
  const posted = entry === undefined ? 'nothing posted' : `journal entry ${entry.entry.id}`;
  yield `  provider-level adjustment ${ordinal}: ${posted}`;
  yield termLine(term, entry !== undefined);
  if (openItem !== undefined) yield `      ${openItemWords(openItem)}`;
}

function claimWords({ entries, claimId, isUnapplied }: ClaimPaymentStory): string {
  const claim = claimId === undefined ? 'no claim of ours' : `claim ${claimId}`;
  if (entries.length === 0) return claimId === undefined ? 'nothing posted' : `${claim}, nothing posted`;
  const waits = isUnapplied && claimId !== undefined ? ', its money waits unapplied' : '';
  const ids = entries.map(({ entry }) => entry.id);
  return `${claim}${waits}, journal ${ids.length === 1 ? 'entry' : 'entries'} ${ids.join(', ')}`;
}

function termLine(term: Term, isPosted: boolean): string {
  return isPosted
    ? `      ${termWords(term)} [${term.rule}]`
    : `      ${signed(term.amountCents)} said, not posted: ${term.words}; ${placeWords(term)}`;
}

function* ruleLines({ claims, providerAdjustments }: RemittanceStory): Generator<string> {
  const rules = rulesOf([
    ...claims.flatMap(({ entries }) => entries),
    ...providerAdjustments.flatMap(({ entry }) => entry ?? []),
  ]);
  if (rules.length === 0) return;
  yield '';
  yield 'By these rules';
  for (const rule of rules) yield `  ${rule}`;
}

function* totalLines({ trailer }: RemittanceStory): Generator<string> {
  if (trailer === undefined) return;
  const { claimsPaid, providerAdjusted, payment } = trailer;
  const difference = sumCents([payment, negateCents(claimsPaid), providerAdjusted]);
  const rows: readonly (readonly [string, Cents])[] = [
    ['paid for claims (CLP04)', claimsPaid],
    ['less provider-level adjustments (PLB)', negateCents(providerAdjusted)],
    ...(difference === 0 ? [] : [['what does not add up', difference] as const]),
    ['the payment (BPR02)', payment],
  ];
  const width = Math.max(...rows.map(([words]) => words.length));
  for (const [words, amount] of rows) yield `  ${words.padEnd(width)}  ${printCents(amount).padStart(12)}`;
}

function signed(amount: Cents): string {
  return `${amount < 0 ? '-' : ''}${dollars(amount)}`;
}
