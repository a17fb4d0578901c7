import type { Command } from 'commander';
import { type LedgerVerdict, verifyLedger } from '../flows/verify-ledger.ts';
import type { ChainFault, ChainFaultKind } from '../ports/ledger-store.ts';
import type { CommandContext } from './command-context.ts';
import { CommandFailure } from './exit.ts';

const SENTENCES: Readonly<Record<ChainFaultKind, (sequence: number) => string>> = {
  'publication-missing': (sequence) => `publication ${sequence} is missing`,
  'link-broken': (sequence) => `publication ${sequence} does not follow the one before it`,
  'publication-changed': (sequence) => `what publication ${sequence} says of itself was changed`,
  'entries-changed': (sequence) => `the entries of publication ${sequence} are not those that were published`,
  'end-differs': (sequence) => `the chain does not end at publication ${sequence}, the last that is there`,
  'rows-unpublished': () => 'there are journal entries or postings that were never published',
};

function faultSentence({ kind, sequence }: ChainFault): string {
  return SENTENCES[kind](sequence);
}

function countSentence({ publicationCount, entryCount }: LedgerVerdict): string {
  return `${publicationCount} publications with ${entryCount} entries agree`;
}

export function addLedgerVerify(ledger: Command, context: CommandContext): void {
  ledger
    .command('verify')
    .description('recompute the hash of every publication; exit 1 at the first that does not agree')
    .option('-d, --directory <path>', 'working directory', context.defaultDirectory)
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  $ claimgate ledger verify')
    .action(async (options: { directory: string; json?: true }) => {
      const gateway = await context.openGateway({ directory: options.directory, role: 'guest-allowed' });
      try {
        const verdict = await verifyLedger(gateway, gateway.tenantId);
        context.output.data(options.json ? JSON.stringify(verdict) : countSentence(verdict));
        if (verdict.fault !== undefined) throw new CommandFailure(faultSentence(verdict.fault));
      } finally {
        await gateway.close();
      }
    });
}
