import type { Command } from 'commander';
import { printCents } from '../base/money.ts';
import { CLAIM_HEADLINES, type ClaimHeadline } from '../domain/claim/status.ts';
import { findClaims } from '../flows/find-claims.ts';
import type { ClaimSummary } from '../ports/claim-store.ts';
import type { CommandContext } from './command-context.ts';
import { CommandFailure, Misuse } from './exit.ts';
import { readLimit } from './limit.ts';
import { tableLines } from './table.ts';

export function claimLines(claims: readonly ClaimSummary[]): string[] {
  return tableLines(
    [
      { title: 'claim' },
      { title: 'account' },
      { title: 'payer' },
      { title: 'service' },
      { title: 'charge', align: 'right' },
      { title: 'status' },
    ],
    claims.map((claim) => [
      claim.id,
      claim.accountNumber,
      claim.payerName,
      claim.serviceDate,
      printCents(claim.chargeCents),
      claim.headline,
    ]),
  );
}

function addList(claims: Command, context: CommandContext): void {
  claims
    .command('list')
    .description('claims, oldest first')
    .option('-d, --directory <path>', 'working directory', context.defaultDirectory)
    .option('--status <headline>', 'only this status, such as denied or rejected')
    .option('--limit <count>', 'at most this many', '100')
    .option('--json', 'print NDJSON; amounts in cents')
    .addHelpText(
      'after',
      '\nExamples:\n  $ claimgate claims list --status denied\n  $ claimgate claims list --json | jq .headline',
    )
    .action(async (options: { directory: string; status?: string; limit: string; json?: true }) => {
      const limit = readLimit(options.limit);
      const headline = readHeadline(options.status);
      const gateway = await context.openGateway({ directory: options.directory, role: 'guest-allowed' });
      try {
        const found = await gateway.store.inTransaction(gateway.tenantId, (transaction) =>
          transaction.claims.list({ limit, ...(headline === undefined ? {} : { headline }) }),
        );
        if (options.json) for (const claim of found) context.output.data(JSON.stringify(claim));
        else for (const line of claimLines(found)) context.output.data(line);
      } finally {
        await gateway.close();
      }
    });
}

function readHeadline(text: string | undefined): ClaimHeadline | undefined {
  const headline = CLAIM_HEADLINES.find((one) => one === text);
  if (text !== undefined && headline === undefined) {
    throw new Misuse(`--status takes one of: ${CLAIM_HEADLINES.join(', ')}`);
  }
  return headline;
}

function addShow(claims: Command, context: CommandContext): void {
  claims
    .command('show')
    .description('one claim with its status, attempts and facts')
    .argument('<claim>', 'claim id, your account number, or a patient control number')
    .option('-d, --directory <path>', 'working directory', context.defaultDirectory)
    .addHelpText(
      'after',
      '\nPrints JSON. For the story in plain words: claimgate explain CLAIM\n\nExample:\n  $ claimgate claims show RB-2026-0001',
    )
    .action(async (reference: string, options: { directory: string }) => {
      const gateway = await context.openGateway({ directory: options.directory, role: 'guest-allowed' });
      try {
        const found = await findClaims(gateway, gateway.tenantId, reference);
        if (found.length === 0)
          throw new CommandFailure('no claim has that id, account number or control number');
        for (const claim of found) context.output.data(JSON.stringify(claim, null, 2));
      } finally {
        await gateway.close();
      }
    });
}

export function addClaimsCommand(program: Command, context: CommandContext): void {
  const claims = program.command('claims').description('claims and their status');
  addList(claims, context);
  addShow(claims, context);
}
