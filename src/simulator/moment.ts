import { type BusinessDate, instantOf, printCompactDate, utcDayOf } from '../base/time.ts';
import type { AcknowledgmentEnvelope } from '../edi/acknowledgment/acknowledgment-envelope.ts';
import type { Numbering } from './numbering.ts';

/** A day and a minute (HHMM) in UTC, the simulator's zone. */
export interface Moment {
  readonly day: BusinessDate;
  readonly time: string;
}

export function momentOf(date: Date): Moment {
  const instant = instantOf(date);
  return { day: utcDayOf(instant), time: instant.slice(11, 16).replace(':', '') };
}

/** The envelope of an answer that is written at that moment, under the next ISA13. */
export function nextEnvelope(numbering: Numbering, { day, time }: Moment): AcknowledgmentEnvelope {
  return { date: printCompactDate(day), time, interchangeControlNumber: numbering.interchange() };
}

/** A payer's identifier as it can stand in a file name; what a sender wrote there may be a path. */
export function inFileName(payerIdentifier: string): string {
  const text = payerIdentifier.replaceAll(/[^A-Za-z0-9-]/g, '').slice(0, 30);
  return text === '' ? 'PAYER' : text;
}
