import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Gateway } from '../../src/cli/gateway.ts';
import { remittanceAdvice } from '../flows/support/answers.ts';
import { claimInput } from '../flows/support/claims.ts';
import { type FlowBench, openFlowBench, type TenantBench } from '../flows/support/flow-bench.ts';
import { type CommandRun, runCommand } from './support/run-command.ts';

let bench: FlowBench;
let tenant: TenantBench;

/** Three claims, each denied 20.00 by another reason, and a payment that is no claim's. */
beforeAll(async () => {
  bench = await openFlowBench();
  tenant = bench.tenant();
  await tenant.submit(['A-1', 'A-2', 'A-3'].map((account) => claimInput(account)));
  await tenant.batch();
  const [interchange] = await tenant.interchanges();
  const attempts = await tenant.attempts(interchange?.id ?? '');
  const denied = attempts.map(({ patientControlNumber }, index) => ({
    patientControlNumber,
    charge: '120',
    paid: '100',
    adjustments: [`CAS*CO*${['50', '29', '29'][index]}*20`],
  }));
  await tenant.take(
    remittanceAdvice({ control: 1 }, { amount: '330', trace: 'EFT1' }, [
      ...denied,
      { patientControlNumber: 'NONE', charge: '30', paid: '30', adjustments: [] },
    ]),
  );
});
afterAll(() => bench.stop());

async function exceptions(...args: readonly string[]): Promise<CommandRun> {
  const gateway = {
    tenantId: tenant.tenantId,
    store: bench.store,
    profiles: [],
    clock: { now: () => '2026-03-11T00:00:00.000Z' },
    close: async () => undefined,
  };
  return await runCommand(['exceptions', ...args], undefined, async () => gateway as unknown as Gateway);
}

async function idsOf(...filter: readonly string[]): Promise<string[]> {
  const { stdout } = await exceptions('list', '--json', ...filter);
  return stdout.split('\n').flatMap((line) => (line === '' ? [] : [(JSON.parse(line) as { id: string }).id]));
}

function plain(text: string): string[] {
  return text
    .replaceAll(/[0-9a-f]{64}/g, 'ID')
    .replaceAll(/[0-9a-f]{16}…/g, 'HASH')
    .replaceAll(/\b[0-9a-f]{16}\b/g, 'RESOLUTION')
    .replaceAll(/\b[0-9A-Z]{13}\b/g, 'CLAIM')
    .replaceAll(/\bA-\d/g, 'A-N')
    .replaceAll(/\d{4}-\d\d-\d\d \d\d:\d\d:\d\d/g, 'NOW')
    .trimEnd()
    .split('\n');
}

const REASON = ['--reason', 'filed too late'];

describe('claimgate exceptions', () => {
  test('lists what waits, by code, kind and payer', async () => {
    expect(await idsOf()).toHaveLength(4);
    expect(await idsOf('--code', 'CO-29')).toHaveLength(2);
    expect(await idsOf('--kind', 'unmatched-claim-payment')).toHaveLength(1);
    expect(await idsOf('--payer', 'invented health plan', '--code', 'CO-50')).toHaveLength(1);
    expect(await idsOf('--payer', 'another')).toEqual([]);
    const { stdout } = await exceptions('list', '--code', 'CO-50');
    expect(stdout).toMatch(
      / 20\.00 .* CO-50: not held to be medically necessary .* denial:[0-9a-f]{64}:1\n$/,
    );
  });

  test('shows what one is, whose, and what to do', async () => {
    const [id = ''] = await idsOf('--code', 'CO-50');
    const shown = plain((await exceptions('show', id)).stdout);
    for (const line of [
      'denial denial:ID:1',
      '$20.00',
      'opened NOW',
      'claim CLAIM, account A-N, sent to Invented Health Plan',
      'remittance HASH, trace EFT1, $330.00 from INVENTED HEALTH PLAN on 2026-03-10',
      '  the payer refused all or part of the claim; the amount stays open in denied-open',
      '  CO-50: not held to be medically necessary (contract: the patient does not owe it)',
      '  replace the claim (frequency 7) or appeal; else bill who owes it, or give it up',
      '  claimgate exceptions resolve denial:ID:1 --as write-off|bill-patient|accept --reason TEXT',
    ]) {
      expect(shown).toContain(line);
    }
    expect((await exceptions('show', 'none')).stderr).toContain('no exception has that id');
  });

  test('resolves one, tells who did and why, and takes it back', async () => {
    const [id = ''] = await idsOf('--code', 'CO-50');
    const resolved = await exceptions('resolve', id, '--as', 'bill-patient', ...REASON);
    expect(plain(resolved.stdout)).toEqual([
      'denial:ID:1: bill-patient, $20.00 moved; to take it back: claimgate exceptions undo RESOLUTION',
    ]);
    expect(await idsOf('--code', 'CO-50')).toEqual([]);
    expect(await idsOf('--code', 'CO-50', '--closed')).toEqual([id]);
    const shown = plain((await exceptions('show', id)).stdout);
    expect(shown).toContain('opened NOW, resolved NOW');
    expect(shown.at(-1)).toBe('  NOW  RESOLUTION  bill-patient by biller: filed too late');
    const resolution = /undo ([0-9a-f]{16})/.exec(resolved.stdout)?.[1] ?? '';
    const undone = await exceptions('undo', resolution, '--reason', 'wrong', '--actor', 'ada');
    expect(plain(undone.stdout)).toEqual(['denial:ID:1: the opposite is posted; it waits again']);
    expect(await idsOf('--code', 'CO-50')).toEqual([id]);
    const again = await exceptions('undo', resolution, '--reason', 'wrong');
    expect(again).toMatchObject({ status: 1, stderr: 'claimgate: that decision was taken back before\n' });
  });

  test('counts before it resolves all that the filters leave, and says which it cannot', async () => {
    const all = ['resolve', '--all', '--as', 'write-off', ...REASON];
    expect(await exceptions(...all)).toMatchObject({
      status: 1,
      stdout: '3 exceptions to resolve as write-off, $60.00 in all; 1 more that write-off is not for\n',
      stderr: 'claimgate: nothing was done; --yes does it\n',
    });
    expect(await idsOf()).toHaveLength(4);
    expect((await exceptions(...all, '--code', 'CO-29', '--yes')).status).toBe(0);
    expect(await idsOf()).toHaveLength(2);
    const [unmatched = ''] = await idsOf('--kind', 'unmatched-claim-payment');
    expect(await exceptions('resolve', unmatched, 'none', '--as', 'write-off', ...REASON)).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(
        /that action is not for it[^]*none: no exception has that id[^]*2 of 2 were not resolved/,
      ),
    });
  });

  test.each([
    [['list', '--code', 'none'], '--code takes an exception code'],
    [['list', '--kind', 'rejection'], '--kind takes one of denial,'],
    [['list', '--payer', ' '], '--payer takes'],
    [['resolve', '--as', 'accept', ...REASON], 'name exceptions by id, or take --all'],
    [['resolve', 'A', '--all', '--as', 'accept', ...REASON], 'name exceptions by id, or take --all'],
    [['resolve', 'A', '--as', 'forget', ...REASON], '--as takes one of '],
    [['resolve', 'A', '--as', 'accept', '--reason', ' '], '--reason takes one line'],
    [['undo', 'A', ...REASON, '--actor', 'a\nb'], '--actor takes one line'],
  ])('says what is wrong with %j', async (args, message) => {
    const { status, stderr } = await exceptions(...args);
    expect(status).toBe(2);
    expect(stderr).toContain(message);
  });
});

describe('claimgate exceptions resolve --as post', () => {
  test('posts a held remittance, and explain tells who did and why', async () => {
    const twin = bench.tenant();
    const [first, second] = ['1', '2'].map((payerClaimControlNumber, index) =>
      remittanceAdvice({ control: index + 1 }, { amount: '30', trace: 'EFT9' }, [
        { patientControlNumber: 'NONE', charge: '30', paid: '30', adjustments: [], payerClaimControlNumber },
      ]),
    ) as [Uint8Array, Uint8Array];
    await twin.take(first);
    await twin.take(second);
    const gateway = {
      ...twin.resolvingAt('2026-03-11T00:00:00Z'),
      tenantId: twin.tenantId,
      profiles: [],
      close: async () => undefined,
    };
    const run = (...args: readonly string[]): Promise<CommandRun> =>
      runCommand(args, undefined, async () => gateway as unknown as Gateway);
    const { stdout } = await run('exceptions', 'list', '--code', 'trn-duplicate', '--json');
    const { id } = JSON.parse(stdout) as { id: string };
    expect((await run('exceptions', 'show', id)).stdout).toContain('--as post|accept --reason TEXT');
    const posted = await run('exceptions', 'resolve', id, '--as', 'post', '--reason', 'both hold');
    expect(posted).toEqual({ status: 0, stdout: `${id}: posted, $30.00 in transit\n`, stderr: '' });
    const told = plain((await run('explain', 'EFT9')).stdout);
    expect(told).toContain('held NOW: trn-duplicate');
    expect(told).toContain('published NOW by biller: both hold');
    const resolution =
      /([0-9a-f]{16}) {2}post by/.exec((await run('exceptions', 'show', id)).stdout)?.[1] ?? '';
    expect((await run('exceptions', 'undo', resolution, '--reason', 'wrong')).stderr).toBe(
      'claimgate: a remittance stays posted; decide about its claim payments instead\n',
    );
  });
});
