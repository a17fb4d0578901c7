import { groupBy } from '../../base/groups.ts';
import type { BusinessDate } from '../../base/time.ts';
import { writeRemittance } from '../../translate/remittance-835.ts';
import { REMITTANCE_ADVICE, writeAnswerGroup } from '../answer-group.ts';
import type { WrittenFile } from '../answer-writer.ts';
import { inFileName, momentOf, nextEnvelope } from '../moment.ts';
import type { Numbering } from '../numbering.ts';
import { pendingName } from '../pending-remittances.ts';
import { type ComposedRemittance, composeRemittance } from './compose-remittance.ts';
import { cutText, damaged } from './damage.ts';
import { type EftEntry, writeEftFile } from './eft-file.ts';
import type { ExchangeDays } from './exchange-days.ts';
import type { PlannedRemittance } from './planned-remittance.ts';

export interface WritingTerms {
  readonly days: ExchangeDays;
  readonly numbering: Numbering;
  /** Whether payments are announced to the bank, where a remittance does not say. */
  readonly hasEft: boolean;
}

/** Writes remittances as files that wait for their day: as they are, damaged, cut, again, and the bank's beside them. */
export function writeRemittances(planned: readonly PlannedRemittance[], terms: WritingTerms): WrittenFile[] {
  const files = [...groupBy(planned, ({ fileKey }) => fileKey).values()].flatMap((ofFile) =>
    remittanceFiles(ofFile, terms),
  );
  return [...files, ...eftFiles(planned, terms)];
}

/** One 835 file, with everything that becomes of it; none where it is lost. */
function remittanceFiles(
  planned: readonly [PlannedRemittance, ...PlannedRemittance[]],
  { days, numbering }: WritingTerms,
): WrittenFile[] {
  const wishes = planned.map((one) => one.wishes);
  if (wishes.some(({ isLost }) => isLost === true)) return [];
  const [{ day, answered, payer }] = planned;
  const composed = planned.map((one) => composeRemittance(one, days.dateOf(one.paidOn)));
  const moment = momentOf(days.startOf(day));
  const write = (): { name: string; text: string } => {
    const envelope = nextEnvelope(numbering, moment);
    const text = writeAnswerGroup(
      answered,
      { ...envelope, groupControlNumber: numbering.group() },
      { kind: REMITTANCE_ADVICE, bodies: composed.map(bodyOf) },
    );
    return { name: `835_${inFileName(payer.identifier)}_${envelope.interchangeControlNumber}`, text };
  };
  const { name, text } = write();
  const damage = wishes.find((one) => one.damage !== undefined)?.damage;
  const told = damage === undefined ? text : damaged(text, damage);
  const wholeOn = wishes.find((one) => one.wholeOn !== undefined)?.wholeOn;
  const pending = (onDay: number, fileName: string, content: string): WrittenFile => ({
    name: pendingName(days.startOf(onDay), `${fileName}.x12`),
    folder: 'pending',
    text: content,
  });
  const copies = wishes.flatMap((one) => one.copies);
  return [
    pending(day, name, wholeOn === undefined ? told : cutText(told)),
    ...(wholeOn === undefined ? [] : [pending(wholeOn, name, told)]),
    ...copies.map((copy, index) => {
      if (copy.as === 'same-bytes') return pending(copy.day, `${name}_copy${index + 1}`, told);
      const again = write();
      return pending(copy.day, again.name, again.text);
    }),
  ];
}

function bodyOf({ remittance, details }: ComposedRemittance) {
  return (writer: Parameters<typeof writeRemittance>[0]): void =>
    writeRemittance(writer, remittance, details);
}

/** One file for each day on which the bank pays something. */
function eftFiles(
  planned: readonly PlannedRemittance[],
  { days, numbering, hasEft }: WritingTerms,
): WrittenFile[] {
  const entries = planned.flatMap((one) => {
    const entry = eftEntry(one, days);
    if (entry === undefined || (one.wishes.eft === undefined && !hasEft)) return [];
    return one.wishes.eft?.isTwice === true ? [entry, entry] : [entry];
  });
  return [...groupBy(entries, ({ date }) => date).values()].map((ofDay) => {
    const { date } = ofDay[0];
    const due = days.startOf(days.dayOf(new Date(`${date}T00:00:00.000Z`)));
    const number = nextEnvelope(numbering, momentOf(due)).interchangeControlNumber;
    const text = writeEftFile(ofDay, { date, time: momentOf(due).time });
    return { name: pendingName(due, `EFT_${number}.ach`), folder: 'pending', text };
  });
}

/** Undefined where nothing is transferred, or the bank is not to know of it. */
function eftEntry(planned: PlannedRemittance, days: ExchangeDays): EftEntry | undefined {
  const { eft } = planned.wishes;
  const date: BusinessDate = days.dateOf(eft?.day ?? planned.paidOn);
  const { remittance, details } = composeRemittance(planned, days.dateOf(planned.paidOn));
  const { method, amountCents } = remittance.payment;
  if (eft?.isMissing === true || method !== 'ACH' || details.transfer === undefined) return undefined;
  return { remittance, amountCents: eft?.amount ?? amountCents, date, ...details.transfer };
}
