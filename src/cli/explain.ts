import type { Command } from 'commander';
import { type Cents, printCents } from '../base/money.ts';
import type { Instant } from '../base/time.ts';
import type { Source } from '../domain/exchange/source.ts';
import {
  type ClaimStory,
  explainClaim,
  type StoryEntry,
  type StoryStep,
  type StoryWorkItem,
} from '../flows/explain-claim.ts';
import type { CommandContext } from './command-context.ts';
import { CommandFailure } from './exit.ts';
import type { Gateway } from './gateway.ts';
import { printable } from './output.ts';
import { tableLines } from './table.ts';

export async function loadStory(gateway: Gateway, reference: string): Promise<readonly ClaimStory[]> {
  return await explainClaim(gateway, gateway.tenantId, reference);
}

/** The whole story of a claim for a person: what happened, where each line was read, and where its money stands. */
export function explainLines(story: ClaimStory): string[] {
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

/** In UTC, to the second. */
function moment(instant: Instant): string {
  return instant.slice(0, 19).replace('T', ' ');
}

/** File, set, segment and bytes: enough to find the very words in the archive. */
function sourceWords(source: Source): string {
  const segment =
    source.segmentOrdinal === 0
      ? `interchange ${source.interchangeControlNumber}`
      : `interchange ${source.interchangeControlNumber}, set ${source.setControlNumber}, segment ${source.segmentOrdinal}`;
  return `file ${source.fileSha256.slice(0, 16)}…, ${segment}, bytes ${source.byteStart}–${source.byteStop}`;
}

function entryLines(entry: StoryEntry): string[] {
  const cause = entry.source === undefined ? 'by the claim as submitted' : `by ${sourceWords(entry.source)}`;
  const width = Math.max(...entry.postings.map(({ account }) => account.length));
  return [
    `  ${entry.effectiveDate}  ${entry.kind}, ${cause}`,
    ...entry.postings.map(({ account, amountCents }) => {
      const side = amountCents < 0 ? 'credit' : 'debit ';
      return `      ${side}  ${account.padEnd(width)}  ${printCents(absolute(amountCents)).padStart(10)}`;
    }),
  ];
}

function absolute(amount: Cents): Cents {
  return Math.abs(amount) as Cents;
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

export function addExplainCommand(program: Command, context: CommandContext): void {
  program
    .command('explain')
    .description('the whole story of a claim in plain words, each line with file, segment and amount')
    .argument('<claim>', 'claim id, your account number, or a patient control number')
    .option('-d, --directory <path>', 'working directory', context.defaultDirectory)
    .option('--json', 'print NDJSON; amounts in cents')
    .addHelpText('after', '\nExample:\n  $ claimgate explain RB-2026-0001')
    .action(async (reference: string, options: { directory: string; json?: true }) => {
      const gateway = await context.openGateway({ directory: options.directory, role: 'guest-allowed' });
      try {
        const stories = await loadStory(gateway, reference);
        if (stories.length === 0) {
          throw new CommandFailure('no claim has that id, account number or control number');
        }
        for (const [index, story] of stories.entries()) {
          if (options.json) context.output.data(JSON.stringify(story));
          else {
            if (index > 0) context.output.data('');
            for (const line of explainLines(story)) context.output.data(line);
          }
        }
      } finally {
        await gateway.close();
      }
    });
}
