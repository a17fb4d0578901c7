import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Gateway } from '../../src/cli/gateway.ts';
import { remittanceAdvice } from '../flows/support/answers.ts';
import { type FlowBench, openFlowBench, type TenantBench } from '../flows/support/flow-bench.ts';
import { nachaFile, trn } from '../support/nacha-file.ts';
import { type CommandRun, runCommand } from './support/run-command.ts';

let bench: FlowBench;
let tenant: TenantBench;

/** A remittance and its payment, one with another amount and day, and a payment whose remittance has not come. */
beforeAll(async () => {
  bench = await openFlowBench();
  tenant = bench.tenant();
  for (const [index, trace] of ['EFT1', 'EFT2'].entries()) {
    const claims = [{ patientControlNumber: 'NONE', charge: '100', paid: '100', adjustments: [] }];
    await tenant.take(remittanceAdvice({ control: index + 1 }, { amount: '100', trace }, claims));
  }
  await tenant.take(
    nachaFile([
      { amountCents: 10_000, paymentRelated: trn('EFT1') },
      { amountCents: 9000, paymentRelated: trn('EFT2'), date: '260311' },
      { amountCents: 5000, paymentRelated: trn('EFT3'), date: '260309' },
      { amountCents: 500, paymentRelated: trn('EFT1'), transactionCode: '27', date: '260312' },
    ]),
  );
});
afterAll(() => bench.stop());

async function run(...args: readonly string[]): Promise<CommandRun> {
  const gateway = {
    tenantId: tenant.tenantId,
    store: bench.store,
    archive: bench.archive,
    profiles: [],
    clock: { now: () => '2026-03-12T00:00:00.000Z' },
    close: async () => undefined,
  };
  return await runCommand(args, undefined, async () => gateway as unknown as Gateway);
}

function plain(text: string): string[] {
  return text
    .replaceAll(/[0-9a-f]{64}/g, 'ID')
    .replaceAll(/[0-9a-f]{16}…/g, 'HASH')
    .replaceAll(/\d{4}-\d\d-\d\d \d\d:\d\d:\d\d/g, 'NOW')
    .trimEnd()
    .split('\n');
}

describe('claimgate explain', () => {
  test('tells of a remittance what the bank has of it, with file, record and bytes', async () => {
    const lines = plain((await run('explain', 'EFT1')).stdout);
    const at = lines.indexOf(
      'the bank has $100.00 from INVENTED HEALTH on 2026-03-10, trace EFT1; file HASH, record 3, bytes 190–284',
    );
    expect(lines[at + 1]).toBe('  the amount of the remittance, on its day');
    // The debit is no remittance's.
    expect(lines).toContain(
      'the bank has $5.00 taken back by INVENTED HEALTH on 2026-03-12, trace EFT1; file HASH, record 15, bytes 1330–1424',
    );
    expect(lines).toContain('no remittance is its own: eft-taken-back');
  });

  test('tells by how much the bank differs', async () => {
    expect(plain((await run('explain', 'EFT2')).stdout)).toContain(
      '  $10.00 less than the remittance says, and not on its day, 2026-03-10 (eft-amount-differs)',
    );
  });

  test('tells of a payment whose remittance has not come', async () => {
    expect(plain((await run('explain', 'EFT3')).stdout)).toEqual([
      'the bank has $50.00 from INVENTED HEALTH on 2026-03-09, trace EFT3; file HASH, record 11, bytes 950–1044',
      'its remittance has not come',
    ]);
  });
});

describe('claimgate exceptions show', () => {
  test('tells the payment at the bank beside its remittance, and what to do', async () => {
    const listed = (await run('exceptions', 'list', '--kind', 'reassociation', '--json')).stdout
      .trim()
      .split('\n');
    const ids = listed.map((line) => (JSON.parse(line) as { id: string }).id);
    const shown = await Promise.all(
      ids.map(async (id) => plain((await run('exceptions', 'show', id)).stdout)),
    );
    const differs = shown.find((lines) => lines[1] === '$10.00');
    expect(differs).toContain('remittance HASH, trace EFT2, $100.00 from INVENTED HEALTH PLAN on 2026-03-10');
    expect(differs).toContain(
      'the bank has $90.00 from INVENTED HEALTH on 2026-03-11, trace EFT2; file HASH, record 7, bytes 570–664',
    );
    expect(differs).toContain('  ask the payer; the remittance is posted as it stands');
    const takenBack = shown.find((lines) => lines[1] === '$5.00');
    expect(takenBack?.find((line) => line.startsWith('the bank has'))).toContain('record 15');
  });

  test('can be accepted with a reason, and stays closed', async () => {
    const [line = ''] = (await run('exceptions', 'list', '--code', 'eft-taken-back', '--json')).stdout.split(
      '\n',
    );
    const { id } = JSON.parse(line) as { id: string };
    const resolved = await run(
      'exceptions',
      'resolve',
      id,
      '--as',
      'accept',
      '--reason',
      'agreed by telephone',
    );
    expect(resolved.status).toBe(0);
    expect((await run('exceptions', 'list', '--code', 'eft-taken-back', '--json')).stdout).toBe('');
  });
});

test('claimgate ledger bank-payments lists what banks reported, with the remittance of each', async () => {
  const { stdout } = await run('ledger', 'bank-payments', '--limit', '3');
  expect(plain(stdout).map((line) => line.split(/ {2,}/))).toEqual([
    ['day', 'amount', 'from', 'trace', 'remittance', 'open', 'file and record'],
    expect.anything(),
    ['2026-03-12', '-5.00', 'INVENTED HEALTH', 'EFT1', 'HASH 15'],
    ['2026-03-11', '90.00', 'INVENTED HEALTH', 'EFT2', 'HASH', 'eft-amount-differs', 'HASH 7'],
    ['2026-03-10', '100.00', 'INVENTED HEALTH', 'EFT1', 'HASH', 'HASH 3'],
  ]);
  const json = (await run('ledger', 'bank-payments', '--json')).stdout.trim().split('\n');
  expect(json.map((line) => JSON.parse(line) as unknown)).toHaveLength(4);
});
