import type { Command } from 'commander';
import { printCents } from '../../base/money.ts';
import { InterchangeInspector, type InterchangeSummary, type SetSummary } from '../../edi/inspect.ts';
import type { CommandContext } from '../command-context.ts';
import { CommandFailure } from '../exit.ts';
import { printable } from '../output.ts';

function setLine(set: SetSummary): string {
  const parts = [
    `    ${set.identifier} ${set.controlNumber}  ${set.guideName ?? set.guide}`,
    `${set.segmentCount} segments`,
    set.claimCount > 0 ? `${set.claimCount} claims` : '',
    set.chargeCents === undefined ? '' : `charges ${printCents(set.chargeCents)}`,
    set.paymentCents === undefined ? '' : `payment ${printCents(set.paymentCents)}`,
    set.answeredSetCount > 0 ? `answers ${set.answeredSetCount} sets` : '',
    set.isComplete ? '' : 'CUT OFF',
  ];
  return parts.filter((part) => part !== '').join(', ');
}

function* interchangeLines({
  header,
  acknowledgments,
  groups,
  isComplete,
}: InterchangeSummary): Generator<string> {
  const usage = header.usage === 'P' ? 'production' : 'test';
  yield `interchange ${header.controlNumber}  ${header.senderId} → ${header.receiverId}  ${usage}${isComplete ? '' : '  CUT OFF'}`;
  for (const { controlNumber, verdict, note } of acknowledgments) {
    yield `  TA1 for interchange ${controlNumber}: ${verdict}, note ${note}`;
  }
  for (const group of groups) {
    yield `  group ${group.header.controlNumber}  ${group.header.functionalIdentifier}  ${group.header.version}`;
    for (const set of group.sets) yield setLine(set);
  }
}

export function addInspectCommand(x12: Command, context: CommandContext): void {
  x12
    .command('inspect')
    .description('what a file holds: interchanges, groups and sets with their counts and amounts')
    .argument('<file>', 'a file, or - for standard input')
    .option('--json', 'print JSON; amounts in cents')
    .addHelpText('after', '\nExample:\n  $ claimgate x12 inspect claims.837')
    .action(async (file: string, options: { json?: true }) => {
      const inspector = new InterchangeInspector(context.decode);
      for await (const bytes of context.readInput(file)) inspector.feed(bytes);
      const interchanges = inspector.finish();
      if (interchanges.length === 0) throw new CommandFailure('there is no X12 interchange in this file');
      if (options.json) context.output.data(JSON.stringify({ file, interchanges }));
      else {
        for (const interchange of interchanges) {
          for (const line of interchangeLines(interchange)) context.output.data(printable(line));
        }
      }
    });
}
