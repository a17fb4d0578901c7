import { printCents } from '../../base/money.ts';
import {
  type ClaimStory,
  type StoryEntry,
  type StoryStep,
  type StoryWorkItem,
} from '../../flows/explain-claim.ts';
import { printable } from '../output.ts';
import { tableLines } from '../table.ts';
import { matchLines } from './match-words.ts';
import { postingLines, rulesOf } from './posting-lines.ts';
import { decisionWords, moment, shortHash, sourceWords } from './words.ts';

/** The whole story of a claim for a person: what happened, where each line was read, and where its money stands. */
export function claimLines(story: ClaimStory): string[] {
  return [
    `claim ${story.claimId}, account ${story.accountNumber}: ${story.status.headline}`,
    `${printCents(story.chargeCents)} to ${story.payerName}` +
      `${story.serviceDate === undefined ? '' : ` for ${story.serviceDate}`}, through ${story.partnerId}`,
    `submitted in file ${story.submittedIn.slice(0, 16)}…`,
    '',
    'What happened',
    ...story.steps.flatMap(stepLines),
    '',
    'What was posted',
    ...story.entries.flatMap(entryLines),
    ...paymentLines(story),
    '',
    'By these rules',
    ...rulesOf(story.entries).map((rule) => `  ${rule}`),
    '',
    'Where the money stands',
    ...balanceLines(story),
    ...awaitedLines(story),
    ...workItemLines(story),
  ].map(printable);
}

function stepLines(step: StoryStep): string[] {
  return [
    `  ${moment(step.recordedAt)}  ${step.sentence}`,
    ...step.details.map((detail) => `      ${detail}`),
    ...(step.source === undefined ? [] : [`      read in ${sourceWords(step.source)}`]),
  ];
}

function paymentLines({ payments }: ClaimStory): string[] {
  if (payments.length === 0) return [];
  return [
    '',
    'How payments found it',
    ...payments.flatMap(({ remittanceId, ordinal, match }) => [
      `  claim payment ${ordinal} of remittance ${shortHash(remittanceId)}`,
      ...matchLines(match).map((line) => `      ${line}`),
    ]),
  ];
}

function entryLines(story: StoryEntry): string[] {
  const { entry, publication } = story;
  return [
    `  ${entry.effectiveDate}  ${entry.kind}, ${causeWords(story)}`,
    `      journal entry ${entry.id}`,
    ...(publication === undefined ? [] : [`      ${decisionWords(publication)}`]),
    ...postingLines(story).map((line) => `      ${line}`),
  ];
}

function causeWords({ entry, source }: StoryEntry): string {
  if (source !== undefined) return `by ${sourceWords(source)}`;
  if (entry.kind === 'manual') return 'by hand';
  return entry.remittanceId === undefined
    ? 'by the claim as submitted'
    : `by remittance ${shortHash(entry.remittanceId)}`;
}

function balanceLines({ balances }: ClaimStory): string[] {
  return tableLines(
    [{ title: 'account' }, { title: 'balance', align: 'right' }],
    balances.map(({ account, balanceCents }) => [account, printCents(balanceCents)]),
  ).map((line) => `  ${line}`);
}

function awaitedLines({ awaited, partnerId }: ClaimStory): string[] {
  if (awaited.length === 0) return [];
  return [
    '',
    `What ${partnerId} still owes`,
    ...awaited.map(
      ({ answer, dueAt, isOverdue }) =>
        `  ${answer.padEnd(5)}  by ${moment(dueAt)}${isOverdue ? ', overdue' : ''}`,
    ),
  ];
}

function workItemLines({ workItems }: ClaimStory): string[] {
  const open = workItems.filter((item) => item.closedAt === undefined);
  const closed = workItems.filter((item) => item.closedAt !== undefined);
  return [
    ...(open.length === 0 ? [] : ['', 'What is left to do', ...open.flatMap(itemLines)]),
    ...(closed.length === 0 ? [] : ['', 'What was left to do', ...closed.flatMap(itemLines)]),
  ];
}

function closingWords(closedAs: StoryWorkItem['closedAs']): string {
  return closedAs?.replace('-', ' ') ?? 'closed';
}

function itemLines({ kind, amountCents, reasons, openedAt, closedAt, closedAs }: StoryWorkItem): string[] {
  const came =
    closedAt === undefined
      ? ''
      : `, opened ${moment(openedAt)}, ${closingWords(closedAs)} ${moment(closedAt)}`;
  return [
    `  ${kind}${amountCents === undefined ? '' : `, ${printCents(amountCents)}`}${came}`,
    ...reasons.map((reason) => `      ${reason}`),
  ];
}
