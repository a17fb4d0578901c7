import { invariant } from '../../base/invariant.ts';
import { sumCents } from '../../base/money.ts';
import { type BusinessDate, printCompactDate } from '../../base/time.ts';
import type { SegmentWriter } from '../../edi/syntax/segment-writer.ts';
import { writeNameSegment } from '../name-segment.ts';
import type { ClaimAcknowledgmentReport, ReportedClaim, ReportedProvider } from './report.ts';
import type { ClaimStatusCode } from './status-collector.ts';

/** NM101 of loop 2100A, and with which qualifier the source names itself. */
const SOURCES = {
  clearinghouse: { entity: 'AY', qualifier: '46' },
  payer: { entity: 'PR', qualifier: 'PI' },
} as const;

/** QTY01 of the accepted and the rejected claims, for all claims and for those of one provider. */
const SUBMISSION_COUNTS = { accepted: '90', rejected: 'AA' } as const;
const PROVIDER_COUNTS = { accepted: 'QA', rejected: 'QC' } as const;

/** STC01, STC10 and STC11. */
const STATUSES_PER_SEGMENT = 3;

/** What STC10-3 and STC11-3 may say of a claim; STC01-3 may name any entity of the claim. */
const FURTHER_ENTITIES: ReadonlySet<string> = new Set(['36', '40', '41', 'AY', 'PR']);

/**
 * Writes the body of a 277CA, what stands between ST and SE (005010X214). That the submission was received is said of
 * it as a whole (A1:19), what became of the claims of each; accepted and rejected claims are counted at both levels.
 * Throws `UnwritableElement` for a text that the writer's delimiters forbid.
 */
export function writeClaimAcknowledgment(writer: SegmentWriter, report: ClaimAcknowledgmentReport): void {
  invariant(
    report.providers.every((provider) => provider.claims.length > 0),
    'a provider in a claim acknowledgment has claims',
  );
  writer
    .begin('BHT')
    .elements('0085', '08', report.reference, printCompactDate(report.date), report.time, 'TH')
    .end();
  writeSource(writer, report);
  writeReceiver(writer, report);
  let level = 2;
  for (const provider of report.providers) {
    const providerLevel = ++level;
    writeProvider(writer, provider, providerLevel);
    for (const claim of provider.claims) {
      writer.begin('HL').elements(String(++level), String(providerLevel), 'PT').end();
      writeClaim(writer, claim, report.processedDate);
    }
  }
}

/** Loops 2000A to 2200A. */
function writeSource(writer: SegmentWriter, report: ClaimAcknowledgmentReport): void {
  const { source, receivedDate, processedDate } = report;
  const { entity, qualifier } = SOURCES[source.kind];
  writer.begin('HL').elements('1', '', '20', '1').end();
  writeNameSegment(
    writer,
    entity,
    { kind: 'organization', name: source.name },
    { qualifier, value: source.identifier },
  );
  writer.begin('TRN').elements('1', report.reference).end();
  writer.begin('DTP').elements('050', 'D8', printCompactDate(receivedDate)).end();
  writer.begin('DTP').elements('009', 'D8', printCompactDate(processedDate)).end();
}

/** Loops 2000B to 2200B. */
function writeReceiver(writer: SegmentWriter, report: ClaimAcknowledgmentReport): void {
  const { receiver, source, submissionId, processedDate } = report;
  const claims = report.providers.flatMap((provider) => provider.claims);
  const charge = sumCents(claims.map((claim) => claim.chargeCents));
  writer
    .begin('HL')
    .elements('2', '1', '21', claims.length === 0 ? '0' : '1')
    .end();
  writeNameSegment(
    writer,
    '41',
    { kind: 'organization', name: receiver.name },
    { qualifier: '46', value: receiver.identifier },
  );
  writer.begin('TRN').elements('2', submissionId).end();
  // 19: this entity acknowledges receipt.
  writer
    .begin('STC')
    .composite(['A1', '19', SOURCES[source.kind].entity])
    .elements(printCompactDate(processedDate), 'WQ')
    .amount(charge)
    .end();
  writeTotals(writer, claims, SUBMISSION_COUNTS);
}

/** Loops 2000C to 2200C. The trace number is none of the provider's: 0, as the guide has it. */
function writeProvider(writer: SegmentWriter, { name, npi, claims }: ReportedProvider, level: number): void {
  writer.begin('HL').elements(String(level), '2', '19', '1').end();
  writeNameSegment(writer, '85', name, { qualifier: 'XX', value: npi });
  writer.begin('TRN').elements('1', '0').end();
  writeTotals(writer, claims, PROVIDER_COUNTS);
}

/** Loops 2100D and 2200D. */
function writeClaim(writer: SegmentWriter, claim: ReportedClaim, processedDate: BusinessDate): void {
  const { patientName, memberId, serviceDate, serviceDateEnd = serviceDate } = claim;
  invariant(claim.statuses.length > 0, 'a claim in a claim acknowledgment has a status');
  writeNameSegment(writer, 'QC', patientName, { qualifier: 'MI', value: memberId });
  writer.begin('TRN').elements('2', claim.patientControlNumber).end();
  for (const [first, second, third] of statusesBySegment(claim.statuses)) {
    writer
      .begin('STC')
      .composite(componentsOf(first))
      .elements(printCompactDate(processedDate), claim.outcome === 'accepted' ? 'WQ' : 'U')
      .amount(claim.chargeCents)
      .elements('', '', '', '', '')
      .composite(componentsOf(second))
      .composite(componentsOf(third))
      .end();
  }
  if (claim.payerClaimControlNumber !== undefined) {
    writer.begin('REF').elements('1K', claim.payerClaimControlNumber).end();
  }
  const first = printCompactDate(serviceDate);
  const last = printCompactDate(serviceDateEnd);
  writer
    .begin('DTP')
    .elements('472', ...(first === last ? ['D8', first] : ['RD8', `${first}-${last}`]))
    .end();
}

/** The statuses in their order, up to three together; one that only STC01 can hold begins a segment. */
function statusesBySegment(statuses: readonly ClaimStatusCode[]): ClaimStatusCode[][] {
  const segments: ClaimStatusCode[][] = [];
  for (const status of statuses) {
    const segment = segments.at(-1);
    const isFurther = status.entity === undefined || FURTHER_ENTITIES.has(status.entity);
    if (segment === undefined || segment.length === STATUSES_PER_SEGMENT || !isFurther)
      segments.push([status]);
    else segment.push(status);
  }
  return segments;
}

/** Counts and charges of what was accepted and what was rejected; what there is none of is left out. */
function writeTotals(
  writer: SegmentWriter,
  claims: readonly ReportedClaim[],
  qualifiers: typeof SUBMISSION_COUNTS | typeof PROVIDER_COUNTS,
): void {
  const accepted = claims.filter((claim) => claim.outcome === 'accepted');
  const rejected = claims.filter((claim) => claim.outcome === 'rejected');
  const totals = [
    { claims: accepted, count: qualifiers.accepted, amount: 'YU' },
    { claims: rejected, count: qualifiers.rejected, amount: 'YY' },
  ].filter((total) => total.claims.length > 0);
  for (const total of totals) {
    writer.begin('QTY').elements(total.count, String(total.claims.length)).end();
  }
  for (const total of totals) {
    const charge = sumCents(total.claims.map((claim) => claim.chargeCents));
    writer.begin('AMT').element(total.amount).amount(charge).end();
  }
}

function componentsOf(status: ClaimStatusCode | undefined): readonly (string | undefined)[] {
  return status === undefined ? [] : [status.category, status.status, status.entity];
}
