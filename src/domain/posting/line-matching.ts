import type { BilledLine } from '../claim/billed-line.ts';
import type { Procedure } from '../claim/procedure.ts';
import type { ServicePayment } from '../remittance/remittance.ts';
import { decidedChargeCents } from './decided-charge.ts';
import type { PaymentOnFile } from './payment-on-file.ts';

/** One line of a claim payment, and the line of the claim that it decides. */
export interface LineMatch {
  readonly onFile: PaymentOnFile;
  readonly service: ServicePayment;
  /** Counts the lines of its claim payment from 1. */
  readonly serviceOrdinal: number;
  /** Absent: none, or one that other lines have decided. */
  line?: BilledLine;
}

/**
 * Which billed line each line of the payments decides. The line's own number comes first (REF*6R, interpretation 1684),
 * then the procedure that was billed (SVC06), then procedure, modifiers, day and charge, one to one. A line is decided
 * once, but by its own number: a payer that splits a line returns the number with every part (interpretation 223), as
 * long as the parts are no more than the line. Lines that are told to be duplicates decide none. `payments` are those of
 * one payer for one claim, in canonical order.
 */
export function matchLines(
  lines: readonly BilledLine[],
  payments: readonly PaymentOnFile[],
): readonly LineMatch[] {
  const matches: LineMatch[] = payments.flatMap((onFile) =>
    onFile.payment.services
      .map((service, index) => ({ onFile, service, serviceOrdinal: index + 1 }))
      .filter(({ service }) => !isDuplicate(service)),
  );
  const decided = new Map<BilledLine, number>();
  for (const match of matches) {
    const line = lineByNumber(lines, match.service, decided);
    if (line !== undefined) take(match, line, decided);
  }
  for (const candidateOf of [lineByOriginal, lineByProcedure]) {
    for (const match of matches) {
      if (match.line !== undefined) continue;
      const free = lines.filter((line) => !decided.has(line));
      const line = candidateOf(free, match);
      if (line !== undefined) take(match, line, decided);
    }
  }
  return matches;
}

function isDuplicate({ chargeCents, adjustments }: ServicePayment): boolean {
  return chargeCents !== 0 && decidedChargeCents(chargeCents, adjustments) === 0;
}

function take(match: LineMatch, line: BilledLine, decided: Map<BilledLine, number>): void {
  match.line = line;
  decided.set(line, (decided.get(line) ?? 0) + match.service.chargeCents);
}

function lineByNumber(
  lines: readonly BilledLine[],
  { lineControlNumber, chargeCents }: ServicePayment,
  decided: ReadonlyMap<BilledLine, number>,
): BilledLine | undefined {
  if (lineControlNumber === undefined) return undefined;
  const line = lines.find((one) => one.controlNumbers.includes(lineControlNumber));
  if (line === undefined) return undefined;
  const decidedCents = decided.get(line);
  return decidedCents === undefined || decidedCents + chargeCents <= line.chargeCents ? line : undefined;
}

/** By SVC06; of lines that are alike the one with the same charge. */
function lineByOriginal(free: readonly BilledLine[], { onFile, service }: LineMatch): BilledLine | undefined {
  const { originalProcedure, chargeCents } = service;
  if (originalProcedure === undefined) return undefined;
  const candidates = free.filter(
    (line) => isSameProcedure(line.procedure, originalProcedure) && isOfDay(line, onFile, service),
  );
  return candidates.find((line) => line.chargeCents === chargeCents) ?? candidates[0];
}

function lineByProcedure(
  free: readonly BilledLine[],
  { onFile, service }: LineMatch,
): BilledLine | undefined {
  return free.find(
    (line) =>
      line.chargeCents === service.chargeCents &&
      isSameProcedure(line.procedure, service.procedure) &&
      isOfDay(line, onFile, service),
  );
}

/** The order of modifiers says nothing to a payer that restates a line. */
export function isSameProcedure(a: Procedure, b: Procedure): boolean {
  return (
    a.code === b.code &&
    a.qualifier === b.qualifier &&
    a.modifiers.toSorted().join(' ') === b.modifiers.toSorted().join(' ')
  );
}

/** Where a payer says no day, for the line or the claim, none can differ. */
function isOfDay(line: BilledLine, { payment }: PaymentOnFile, service: ServicePayment): boolean {
  const day = service.serviceDate ?? payment.claimDates?.start;
  if (day === undefined) return true;
  return line.serviceDate <= day && day <= (line.serviceDateEnd ?? line.serviceDate);
}
