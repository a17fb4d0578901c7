import { RESOLUTION_ACTIONS } from '../../flows/exceptions/resolve-exception.ts';
import type { ExceptionPayment, ExceptionStory } from '../../flows/exceptions/tell-exception.ts';
import { codeWords } from '../../flows/explain-claim.ts';
import type { StoredResolution } from '../../ports/resolution-store.ts';
import { bankPaymentWords } from '../explain/bank-words.ts';
import { matchLines } from '../explain/match-words.ts';
import { dollars, moment, shortHash } from '../explain/words.ts';
import { printable } from '../output.ts';

/** An exception for a person: what it is, whose, what was tried, what to do, and what was decided. */
export function exceptionLines(story: ExceptionStory): string[] {
  const { item, rule, payment, resolutions } = story;
  return [
    `${item.kind} ${item.id}`,
    ...(item.amountCents === undefined ? [] : [dollars(item.amountCents)]),
    ...stateLines(story),
    ...subjectLines(story),
    '',
    'What it is',
    `  ${rule?.meaning ?? 'of an earlier release; nothing is known of it here'}`,
    ...item.codes.map((code) => `  ${codeWords(code)}`),
    ...(payment === undefined ? [] : triedLines(payment)),
    ...(item.closedAt === undefined ? toDoLines(story) : []),
    ...(resolutions.length === 0 ? [] : ['', 'What was decided', ...resolutions.map(resolutionLine)]),
  ].map(printable);
}

function toDoLines({ item, rule }: ExceptionStory): string[] {
  if (rule === undefined) return [];
  const actions = RESOLUTION_ACTIONS.filter((action) => rule.actions.includes(action));
  const command = `  claimgate exceptions resolve ${item.id} --as ${actions.join('|')} --reason TEXT`;
  return ['', 'What to do', `  ${rule.whatToDo}`, ...(actions.length === 0 ? [] : [command])];
}

function stateLines({ item: { openedAt, closedAt, closedAs } }: ExceptionStory): string[] {
  const opened = `opened ${moment(openedAt)}`;
  return [closedAt === undefined ? opened : `${opened}, ${closedAs ?? 'closed'} ${moment(closedAt)}`];
}

function subjectLines({ claim, remittance, payment, bankPayment }: ExceptionStory): string[] {
  return [
    ...(claim === undefined
      ? []
      : [`claim ${claim.id}, account ${claim.accountNumber}, sent to ${claim.payerName}`]),
    ...(remittance === undefined
      ? []
      : [
          `remittance ${shortHash(remittance.id)}, trace ${remittance.traceNumber}, ${dollars(remittance.paidCents)}` +
            ` from ${remittance.payerName}` +
            (remittance.paymentDate === undefined ? '' : ` on ${remittance.paymentDate}`),
          `read in file ${shortHash(remittance.fileSha256)}, set ${remittance.setControlNumber}`,
        ]),
    ...(bankPayment === undefined ? [] : [`the bank has ${bankPaymentWords(bankPayment)}`]),
    ...(payment === undefined ? [] : [paymentWords(payment)]),
  ];
}

function paymentWords(payment: ExceptionPayment): string {
  const { ordinal, statusCode, chargeCents, paidCents, place } = payment;
  const { patientControlNumber, payerClaimControlNumber } = payment;
  const payers = payerClaimControlNumber === undefined ? '' : `, the payer’s ${payerClaimControlNumber}`;
  return (
    `claim payment ${ordinal}: our number ${patientControlNumber}${payers}, status ${statusCode}, ` +
    `${dollars(chargeCents)} charged, ${dollars(paidCents)} paid; ` +
    `segment ${place.segmentOrdinal}, bytes ${place.byteStart}–${place.byteStop}`
  );
}

function triedLines({ matches }: ExceptionPayment): string[] {
  if (matches.length === 0) return [];
  return [
    '',
    'What was tried',
    ...matches.flatMap((match) =>
      matchLines(match).map((line, index) =>
        index === 0 ? `  ${moment(match.decidedAt)}  ${line}` : `      ${line}`,
      ),
    ),
  ];
}

function resolutionLine({ id, action, actor, reason, resolvedAt, undoes }: StoredResolution): string {
  const what = undoes === undefined ? action : `took back ${undoes}`;
  return `  ${moment(resolvedAt)}  ${id}  ${what} by ${actor}: ${reason}`;
}
