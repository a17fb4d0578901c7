import type { Command } from 'commander';
import { printCents } from '../base/money.ts';
import type { OpenItemBalance } from '../ports/provider-adjustment-store.ts';
import type { CommandContext } from './command-context.ts';
import { tableLines } from './table.ts';

function openItemLines(items: readonly OpenItemBalance[]): string[] {
  return tableLines(
    [
      { title: 'payer' },
      { title: 'what' },
      { title: 'reference' },
      { title: 'balance', align: 'right' },
      { title: 'since' },
      { title: 'latest' },
    ],
    items.map(({ payerName, payerOrigin, family, reference, balanceCents, since, latest }) => [
      `${payerName} (${payerOrigin})`,
      family,
      reference,
      printCents(balanceCents),
      since,
      latest,
    ]),
  );
}

export function addLedgerOpenItems(ledger: Command, context: CommandContext): void {
  ledger
    .command('open-items')
    .description('what is open with payers by provider-level adjustments (PLB), oldest first')
    .option('-d, --directory <path>', 'working directory', context.defaultDirectory)
    .option('--closed', 'also those that have come to zero')
    .option('--json', 'print NDJSON; amounts in cents')
    .addHelpText(
      'after',
      `
recovery   an overpayment that is taken back, or its refund (WO, 72, B2)
forwarded  a balance carried to a later remittance (FB)
advance    payments before claims were decided (PI, AP, IP)
A positive balance was taken from payments; a negative one was added to them, and the payer has yet to take it.

Example:
  $ claimgate ledger open-items`,
    )
    .action(async (options: { directory: string; closed?: true; json?: true }) => {
      const gateway = await context.openGateway({ directory: options.directory, role: 'guest-allowed' });
      try {
        const items = await gateway.store.inTransaction(gateway.tenantId, ({ providerAdjustments }) =>
          providerAdjustments.openItems({ includeClosed: options.closed === true }),
        );
        if (options.json) for (const item of items) context.output.data(JSON.stringify(item));
        else for (const line of openItemLines(items)) context.output.data(line);
      } finally {
        await gateway.close();
      }
    });
}
