import type { Command } from 'commander';
import { type CheckReport, isRejected } from '../../edi/check/check-report.ts';
import { InterchangeChecker } from '../../edi/check/interchange-checker.ts';
import { CodeSets, shippedCodeSets } from '../../edi/codes/code-sets.ts';
import type { Problem } from '../../edi/problems.ts';
import type { CommandContext } from '../command-context.ts';
import { CommandFailure, Misuse } from '../exit.ts';

/** The report as it is published: what belongs to the answer, without the headers it was made from. */
export function checkJson(file: string, report: CheckReport): object {
  return {
    file,
    problems: report.problems,
    interchanges: report.interchanges.map((interchange) => ({
      controlNumber: interchange.controlNumber,
      problems: interchange.problems,
      groups: interchange.groups.map((group) => ({
        controlNumber: group.controlNumber,
        problems: group.problems,
        sets: group.sets.map(({ controlNumber, guide, verdict, problems }) => ({
          controlNumber,
          guide,
          verdict,
          problems,
        })),
      })),
    })),
    omittedProblemCount: report.omittedProblemCount,
    omittedEnvelopeCount: report.omittedEnvelopeCount,
  };
}

function problemLine({ code, severity, message, remedy, location }: Problem): string {
  const places = [
    location.segmentOrdinal === undefined ? '' : `segment ${location.segmentOrdinal}`,
    location.segment === undefined
      ? ''
      : `${location.segment}${location.element === undefined ? '' : String(location.element).padStart(2, '0')}`,
    location.loop === undefined ? '' : `loop ${location.loop}`,
    `bytes ${location.byteStart}–${location.byteStop}`,
  ];
  return `    ${severity}  ${code}  ${places.filter((place) => place !== '').join(', ')}\n      ${message} ${remedy}`;
}

function* reportLines(file: string, report: CheckReport): Generator<string> {
  yield `${file}: ${isRejected(report) ? 'rejected' : 'nothing rejected'}`;
  for (const problem of report.problems) yield problemLine(problem);
  for (const interchange of report.interchanges) {
    yield `  interchange ${interchange.controlNumber}`;
    for (const problem of interchange.problems) yield problemLine(problem);
    for (const group of interchange.groups) {
      for (const problem of group.problems) yield problemLine(problem);
      for (const set of group.sets) {
        yield `  set ${set.controlNumber}  ${set.guide}  ${set.verdict}`;
        for (const problem of set.problems) yield problemLine(problem);
      }
    }
  }
  if (report.omittedEnvelopeCount > 0)
    yield `  and ${report.omittedEnvelopeCount} interchanges, groups and sets more`;
  if (report.omittedProblemCount > 0) yield `  and ${report.omittedProblemCount} problems more`;
}

export function addCheckCommand(x12: Command, context: CommandContext): void {
  x12
    .command('check')
    .description('what is wrong in a file, and which transaction sets would be rejected')
    .argument('<file>', 'a file, or - for standard input')
    .option('--json', 'print JSON')
    .option('-d, --directory <path>', 'working directory whose imported code lists are used (default: none)')
    .addHelpText(
      'after',
      '\nCodes that no guide fixes are looked up in the lists of: claimgate codes list. A code that is not there, or not\n' +
        'valid on its date, is a warning.\n' +
        '\nExit code: 0 nothing rejected, 1 something rejected or unreadable, 2 misuse.\n\nExample:\n  $ claimgate x12 check --json remittance.835',
    )
    .action(async (file: string, options: { json?: true; directory?: string }) => {
      const checker = new InterchangeChecker(context.decode, { codeSets: codeSetsOf(context, options) });
      for await (const bytes of context.readInput(file)) checker.feed(bytes);
      const report = checker.finish();
      if (options.json) context.output.data(JSON.stringify(checkJson(file, report)));
      else for (const line of reportLines(file, report)) context.output.data(line);
      if (isRejected(report)) throw new CommandFailure('');
    });
}

/** The lists that are shipped, and in their place those that were imported into a working directory. */
function codeSetsOf(context: CommandContext, { directory }: { directory?: string }): CodeSets {
  if (directory === undefined) return shippedCodeSets();
  if (!context.workspaces.exists(directory)) {
    throw new Misuse(`${directory} is no claimgate directory; make one with: claimgate init ${directory}`);
  }
  return new CodeSets(context.workspaces.codeLists(directory));
}
