import type { Command } from 'commander';
import { printCents } from '../base/money.ts';
import { type BankPaymentStory, tellBankPayments } from '../flows/reassociation/tell-bank-payment.ts';
import type { CommandContext } from './command-context.ts';
import { shortHash } from './explain/words.ts';
import { readLimit } from './limit.ts';
import { tableLines } from './table.ts';

export function addLedgerBankPayments(ledger: Command, context: CommandContext): void {
  ledger
    .command('bank-payments')
    .description('health care payments that banks have reported, each with its remittance, newest first')
    .option('-d, --directory <path>', 'working directory', context.defaultDirectory)
    .option('--limit <count>', 'at most this many', '100')
    .option('--json', 'print NDJSON; amounts in cents')
    .addHelpText('after', '\nExample:\n  $ claimgate ledger bank-payments')
    .action(async (options: { directory: string; limit: string; json?: true }) => {
      const limit = readLimit(options.limit);
      const gateway = await context.openGateway({ directory: options.directory, role: 'guest-allowed' });
      try {
        const stories = await gateway.store.inTransaction(gateway.tenantId, async (transaction) =>
          tellBankPayments(transaction, await transaction.reassociation.payments({ limit })),
        );
        if (options.json) for (const story of stories) context.output.data(JSON.stringify(story));
        else for (const line of storyLines(stories)) context.output.data(line);
      } finally {
        await gateway.close();
      }
    });
}

function storyLines(stories: readonly BankPaymentStory[]): string[] {
  return tableLines(
    [
      { title: 'day' },
      { title: 'amount', align: 'right' },
      { title: 'from' },
      { title: 'trace' },
      { title: 'remittance' },
      { title: 'open' },
      { title: 'file and record' },
    ],
    stories.map(({ payment, remittanceId, openCodes }) => [
      payment.effectiveDate ?? '',
      `${payment.direction === 'debit' ? '-' : ''}${printCents(payment.amountCents)}`,
      payment.companyName,
      payment.trace?.traceNumber ?? '',
      remittanceId === undefined ? '' : shortHash(remittanceId),
      openCodes.join(', '),
      `${shortHash(payment.fileSha256)} ${payment.place.recordNumber}`,
    ]),
  );
}
