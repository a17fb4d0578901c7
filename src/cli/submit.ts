import type { Command } from 'commander';
import type { SubmittedClaim } from '../flows/accept-claims.ts';
import type { SubmissionError } from '../flows/admit-claim.ts';
import type { CommandContext } from './command-context.ts';
import { CommandFailure } from './exit.ts';
import type { Gateway } from './gateway.ts';
import { printable } from './output.ts';

export interface SubmissionSummary {
  readonly file: string;
  readonly accepted: number;
  readonly alreadyAccepted: number;
  readonly refused: number;
}

/** How often the progress line counts. */
const PROGRESS_CLAIMS = 500;

/** Takes all claims of an input in and hands each outcome on as it comes. */
export async function submitInput(
  gateway: Gateway,
  input: { readonly file: string; readonly bytes: AsyncIterable<Uint8Array> },
  tell: (claim: SubmittedClaim, summary: SubmissionSummary) => void = () => undefined,
): Promise<SubmissionSummary> {
  const summary = { file: input.file, accepted: 0, alreadyAccepted: 0, refused: 0 };
  for await (const claim of gateway.acceptClaims(input.bytes)) {
    if (claim.outcome === 'accepted') summary.accepted++;
    else if (claim.outcome === 'already-accepted') summary.alreadyAccepted++;
    else summary.refused++;
    tell(claim, summary);
  }
  return summary;
}

function errorLine(
  severity: 'error' | 'warning',
  { pointer, code, message, remedy }: SubmissionError,
): string {
  return printable(
    `  ${severity} ${pointer === '' ? '(whole claim)' : pointer}  ${code}: ${message} ${remedy}`,
  );
}

function placeOf(claim: SubmittedClaim): string {
  const account = claim.accountNumber === undefined ? '' : `, account ${claim.accountNumber}`;
  const line = claim.line === undefined ? '' : ` (line ${claim.line})`;
  return printable(`claim ${claim.ordinal}${line}${account}`);
}

/** What a biller must know of a claim's outcome; nothing of one that went well. */
export function outcomeLines(claim: SubmittedClaim): string[] {
  if (claim.outcome === 'refused') {
    return [`${placeOf(claim)}: refused`, ...claim.errors.map((error) => errorLine('error', error))];
  }
  if (claim.warnings.length === 0) return [];
  return [
    `${placeOf(claim)}: ${claim.outcome}, with warnings`,
    ...claim.warnings.map((warning) => errorLine('warning', warning)),
  ];
}

export function addSubmitCommand(program: Command, context: CommandContext): void {
  program
    .command('submit')
    .description('take claims in: a JSON object, a JSON array, or NDJSON')
    .argument('<file>', 'a file, or - for standard input')
    .option('-d, --directory <path>', 'working directory', context.defaultDirectory)
    .option('--json', 'print NDJSON, one outcome a claim')
    .addHelpText(
      'after',
      '\nSubmitting the same claims again is safe: a claim is known by its account number.\n' +
        'Exit code: 0 all accepted (now or before), 1 some refused.\n\n' +
        'Examples:\n  $ claimgate submit claims.ndjson\n  $ export-claims | claimgate submit -',
    )
    .action(async (file: string, options: { directory: string; json?: true }) => {
      const { output } = context;
      const gateway = await context.openGateway({ directory: options.directory, role: 'guest-allowed' });
      try {
        const bytes = context.readInput(file);
        const { accepted, alreadyAccepted, refused } = await submitInput(
          gateway,
          { file, bytes },
          (claim, summary) => {
            if (options.json) output.data(JSON.stringify(claim));
            else for (const line of outcomeLines(claim)) output.data(line);
            if (claim.ordinal % PROGRESS_CLAIMS === 0) output.progress(`${summary.accepted} claims accepted`);
          },
        );
        output.say(`${accepted} claims accepted, ${alreadyAccepted} accepted before, ${refused} refused`);
        if (refused > 0) throw new CommandFailure('');
      } finally {
        await gateway.close();
      }
    });
}
