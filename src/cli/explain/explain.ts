import type { Command } from 'commander';
import { explainBankPayments } from '../../flows/explain/explain-bank-payment.ts';
import { explainEntry } from '../../flows/explain/explain-entry.ts';
import { explainRemittances } from '../../flows/explain/explain-remittance.ts';
import { explainClaim } from '../../flows/explain-claim.ts';
import type { BankPaymentStory } from '../../flows/reassociation/tell-bank-payment.ts';
import type { CommandContext } from '../command-context.ts';
import { CommandFailure } from '../exit.ts';
import type { Gateway } from '../gateway.ts';
import { readLimit } from '../limit.ts';
import { printable } from '../output.ts';
import { bankPaymentWords } from './bank-words.ts';
import { claimLines } from './claim-lines.ts';
import { entryLines } from './entry-lines.ts';
import { remittanceLines } from './remittance-lines.ts';

/** A story as data, and as lines for a person. */
interface Told {
  readonly story: object;
  readonly lines: Iterable<string>;
}

export function addExplainCommand(program: Command, context: CommandContext): void {
  program
    .command('explain')
    .description(
      'the whole story of a claim, a remittance or a journal entry, each line with file, segment and amount',
    )
    .argument(
      '<reference>',
      'a claim (its id, your account number, a patient control number), a remittance (its id or trace number), or the id of a journal entry',
    )
    .option('-d, --directory <path>', 'working directory', context.defaultDirectory)
    .option('--limit <count>', 'claim payments of a remittance, at most this many', '100')
    .option('--json', 'print NDJSON; amounts in cents')
    .addHelpText(
      'after',
      '\nExamples:\n  $ claimgate explain RB-2026-0001\n  $ claimgate explain EFT0000001\n  $ claimgate explain charge:CLAIM-ID',
    )
    .action(async (reference: string, options: { directory: string; limit: string; json?: true }) => {
      const claimLimit = readLimit(options.limit);
      const gateway = await context.openGateway({ directory: options.directory, role: 'guest-allowed' });
      try {
        let count = 0;
        for await (const { story, lines } of explained(gateway, { reference, claimLimit })) {
          if (options.json) context.output.data(JSON.stringify(story));
          else {
            if (count > 0) context.output.data('');
            for (const line of lines) context.output.data(line);
          }
          count++;
        }
        if (count === 0) {
          throw new CommandFailure('no claim, remittance or journal entry has that id or number');
        }
      } finally {
        await gateway.close();
      }
    });
}

/** Everything that the reference names: one number may be that of a claim and of a remittance. */
async function* explained(
  gateway: Gateway,
  { reference, claimLimit }: { readonly reference: string; readonly claimLimit: number },
): AsyncGenerator<Told> {
  const { tenantId } = gateway;
  for (const story of await explainClaim(gateway, tenantId, reference)) {
    yield { story, lines: claimLines(story) };
  }
  for await (const story of explainRemittances(gateway, tenantId, { reference, claimLimit })) {
    yield { story, lines: remittanceLines(story) };
  }
  for (const story of await explainBankPayments(gateway, tenantId, reference)) {
    yield {
      story,
      lines: [printable(`the bank has ${bankPaymentWords(story.payment)}`), ...whyWords(story)],
    };
  }
  const story = await explainEntry(gateway, tenantId, reference);
  if (story !== undefined) yield { story, lines: entryLines(story) };
}

function whyWords({ openCodes }: BankPaymentStory): string[] {
  return [
    openCodes.length === 0
      ? 'its remittance has not come'
      : `no remittance is its own: ${openCodes.join(', ')}`,
  ];
}
