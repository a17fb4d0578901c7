import type { Command } from 'commander';
import { answerReport } from '../../edi/acknowledgment/answer-report.ts';
import { InterchangeChecker } from '../../edi/check/interchange-checker.ts';
import type { CommandContext } from '../command-context.ts';
import { CommandFailure, Misuse } from '../exit.ts';
import { readControlNumber } from './control-number.ts';

interface AcknowledgeOptions {
  readonly ta1Only?: true;
  readonly output?: string;
  readonly controlNumber: string;
  readonly groupControlNumber: string;
  readonly moment?: string;
}

export function addAcknowledgeCommand(x12: Command, context: CommandContext): void {
  x12
    .command('acknowledge')
    .description('the TA1 and 999 that the receiver of a file sends back')
    .argument('<file>', 'a file, or - for standard input')
    .option('--ta1-only', 'a TA1 for each interchange, asked for or not, and no 999')
    .option('-o, --output <directory>', 'write files there, one an answer, instead of printing them')
    .option('--control-number <number>', 'ISA13 of the first answer; the next ones count on', '1')
    .option('--group-control-number <number>', 'GS06 of the first group; the next ones count on', '1')
    .option('--moment <time>', 'date and time of the answers, such as 2026-01-31T09:05 (default: now)')
    .addHelpText(
      'after',
      '\nA TA1 answers an interchange that asks for it (ISA14) or is rejected; a 999 answers one that is not.\n' +
        '\nExamples:\n  $ claimgate x12 acknowledge claims.837\n' +
        '  $ claimgate x12 acknowledge claims.837 -o answers --control-number 4711',
    )
    .action(async (file: string, options: AcknowledgeOptions) => {
      const answerOptions = {
        ...readMoment(options.moment),
        firstControlNumber: readControlNumber('--control-number', options.controlNumber),
        firstGroupNumber: readControlNumber('--group-control-number', options.groupControlNumber),
        isTa1Only: options.ta1Only === true,
        lineEnd: '\n',
      };
      const checker = new InterchangeChecker(context.decode);
      for await (const bytes of context.readInput(file)) checker.feed(bytes);
      const report = checker.finish();
      if (report.interchanges.length === 0)
        throw new CommandFailure('there is no X12 interchange in this file');
      if (report.omittedEnvelopeCount > 0)
        throw new CommandFailure(
          'more of this file is in trouble than one answer can name; send it in parts',
        );
      const answers = answerReport(report, answerOptions);
      if (answers.length === 0) {
        throw new CommandFailure('nothing in this file is answered: acknowledgments are not acknowledged');
      }
      if (options.output === undefined) {
        for (const { text } of answers) await context.output.bytes(Buffer.from(text, 'latin1'));
        return;
      }
      const files = answers.map(({ kind, controlNumber, text }) => ({
        name: `${kind}_${controlNumber}.x12`,
        text,
      }));
      for (const written of context.writeNewFiles(options.output, files)) context.output.data(written);
    });
}

function readMoment(text: string | undefined): { date: string; time: string } {
  const moment = text === undefined ? new Date() : new Date(text);
  const isForm = text === undefined || /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(text);
  if (!isForm || Number.isNaN(moment.getTime())) {
    throw new Misuse('--moment takes a date and a time, such as 2026-01-31T09:05');
  }
  // Both are read and written in the zone of this machine.
  return {
    date: `${moment.getFullYear()}${twoDigits(moment.getMonth() + 1)}${twoDigits(moment.getDate())}`,
    time: twoDigits(moment.getHours()) + twoDigits(moment.getMinutes()),
  };
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
