import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Failure } from '../../src/base/failure.ts';
import { cents } from '../../src/base/money.ts';
import type { Gateway } from '../../src/cli/gateway.ts';
import { remittancesNamed, verifyRemittance } from '../../src/flows/verify-remittance.ts';
import type { ArchiveReader } from '../../src/ports/archive.ts';
import type { StoredRemittance } from '../../src/ports/remittance-store.ts';
import { writeRemittance } from '../../src/translate/remittance-835.ts';
import { runCommand } from '../cli/support/run-command.ts';
import { arbitraryFullRemittance, withForwardedBalance } from '../translate/support/arbitrary-remittances.ts';
import { remittanceDetails } from '../translate/support/remittance-details.ts';
import { writeInterchange } from '../translate/support/write-interchange.ts';
import { type FlowBench, openFlowBench, type TenantBench } from './support/flow-bench.ts';

const SAMPLES = path.resolve(import.meta.dirname, '../../samples/x12');

let bench: FlowBench;

beforeAll(async () => {
  bench = await openFlowBench();
});
afterAll(() => bench.stop());

async function all(tenant: TenantBench): Promise<StoredRemittance[]> {
  const found: StoredRemittance[] = [];
  for await (const one of remittancesNamed(bench.store, tenant.tenantId, undefined)) found.push(one);
  return found;
}

async function taken(...names: readonly string[]): Promise<TenantBench> {
  const tenant = bench.tenant();
  for (const [index, name] of names.entries()) {
    const text = readFileSync(path.join(SAMPLES, name), 'latin1');
    // The samples use one interchange control number (ISA13), which a partner uses once.
    const number = String(index + 1).padStart(9, '0');
    await tenant.take(Buffer.from(text.replaceAll(text.slice(90, 99), number), 'latin1'));
  }
  return tenant;
}

const PAID = 'valid/835-paid-denied-and-recovery.x12';

function faultOf({ verdict }: Awaited<ReturnType<typeof verifyRemittance>>): string | undefined {
  return verdict === 'held-without-proof' || verdict.ok ? undefined : verdict.refusal.message;
}

describe('the proof that is kept of a remittance', () => {
  test('holds for any that was posted, and for what was stored of it', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryFullRemittance.map(withForwardedBalance), async (remittance) => {
        const tenant = bench.tenant();
        const text = writeInterchange('835', { date: '20260718', time: '0600', control: 601 }, (writer) =>
          writeRemittance(writer, remittance, remittanceDetails()),
        );
        await tenant.take(Buffer.from(text, 'latin1'));
        const [stored, another] = await all(tenant);
        if (stored === undefined) throw new Error('a remittance was to be stored');
        expect(another).toBeUndefined();
        expect(stored.state).toBe('published');
        expect(await verifyRemittance(bench.archive, stored)).toMatchObject({ verdict: { ok: true } });
      }),
      { numRuns: 25 },
    );
  });

  test('holds for one that is held because it does not balance; one that cannot be read has none', async () => {
    const tenant = await taken(
      'invalid/835-clp04-does-not-balance.x12',
      'invalid/835-cas03-is-no-amount.x12',
      PAID,
    );
    const checked = await Promise.all(
      (await all(tenant)).map((remittance) => verifyRemittance(bench.archive, remittance)),
    );
    expect(checked.map(({ remittance, verdict }) => [remittance.holdCode, verdict])).toMatchObject([
      [undefined, { ok: true, value: { trailer: { isBalanced: true } } }],
      ['unreadable', 'held-without-proof'],
      ['out-of-balance-claim', { ok: true, value: { trailer: { isBalanced: false } } }],
    ]);
  });

  test('does not hold when a figure stored of the remittance is another one', async () => {
    const [stored] = await all(await taken(PAID));
    if (stored === undefined) throw new Error('a remittance was to be stored');
    const { proof } = stored;
    const changes: Partial<StoredRemittance>[] = [
      { paidCents: cents(stored.paidCents + 1) },
      { claimCount: stored.claimCount + 1 },
      { setControlNumber: '0002' },
      { contentSha256: '0'.repeat(64) },
      { proof: { ...proof, isBalanced: false } },
      { proof: { ...proof, claimPaidCents: cents(proof.claimPaidCents - 1) } },
      { proof: { ...proof, providerAdjustmentCents: cents(proof.providerAdjustmentCents - 1) } },
    ];
    for (const change of changes) {
      const checked = await verifyRemittance(bench.archive, { ...stored, ...change });
      expect(faultOf(checked)).toMatch(/stored of the remittance is not that of its proof/);
    }
  });

  test('does not hold when the archive has lost or changed the proof or the file', async () => {
    const [stored] = await all(await taken(PAID));
    if (stored === undefined) throw new Error('a remittance was to be stored');
    const failing = (sha256: string | undefined, code: string): ArchiveReader => ({
      async *open(asked) {
        yield* bench.archive.open(asked);
        if (asked === sha256) throw new Failure({ code, message: '', isRetryable: false });
      },
    });
    const faults = [];
    for (const code of ['archive.missing', 'archive.corrupt']) {
      for (const sha256 of [stored.proofSha256, stored.fileSha256]) {
        faults.push(faultOf(await verifyRemittance(failing(sha256, code), stored)));
      }
    }
    expect(faults).toEqual([
      'the archive does not have its proof',
      'the archive does not have its file',
      'the archived bytes of its proof are not those that were stored',
      'the archived bytes of its file are not those that were stored',
    ]);
    await expect(
      verifyRemittance(failing(stored.fileSha256, 'archive.unavailable'), stored),
    ).rejects.toMatchObject({ code: 'archive.unavailable' });
  });
});

describe('claimgate proof verify', () => {
  const run = (tenant: TenantBench, args: readonly string[], archive: ArchiveReader = bench.archive) => {
    const { tenantId } = tenant;
    const gateway = { tenantId, store: bench.store, archive, close: async () => undefined };
    return runCommand(['proof', 'verify', ...args], undefined, async () => gateway as unknown as Gateway);
  };

  test('says of each remittance whether its proof holds', async () => {
    const tenant = await taken('invalid/835-clp04-does-not-balance.x12', PAID);
    const { status, stdout } = await run(tenant, ['--all']);
    expect(status).toBe(0);
    expect(stdout.split('\n')).toEqual([
      expect.stringMatching(
        /^[0-9a-f]{16} {2}\S+ {2}published {2}holds: 2 claim payments, .*payment [\d.]+, balanced$/,
      ),
      expect.stringMatching(/held {2}holds: .* out of balance by -?[\d.]+ at claim payment 1$/),
      '',
    ]);
    const [newest] = await all(tenant);
    const named = await run(tenant, [newest?.id ?? '', '--json']);
    expect(JSON.parse(named.stdout)).toMatchObject({
      remittanceId: newest?.id,
      verdict: { ok: true },
    });
  });

  test('exits with 1 when one does not hold, or is not there', async () => {
    const tenant = await taken(PAID);
    const [stored] = await all(tenant);
    const changed: ArchiveReader = {
      async *open(sha256) {
        const text = await tenant.archivedText(sha256);
        yield Buffer.from(sha256 === stored?.proofSha256 ? text.replace('"paid":', '"paid":1') : text);
      },
    };
    const broken = await run(tenant, ['--all'], changed);
    expect(broken).toMatchObject({ status: 1, stderr: 'claimgate: 1 of 1 do not hold\n' });
    expect(broken.stdout).toMatch(/DOES NOT HOLD: the proof has claim payment 1 other than the file's CLP/);
    expect(await run(tenant, ['none'])).toMatchObject({
      status: 1,
      stderr: 'claimgate: no remittance has that id or trace number\n',
    });
  });

  test('is misused without remittances, or with one file alone', async () => {
    const tenant = await taken();
    for (const args of [[], ['R1', '--all'], ['--file', 'a'], ['--file', 'a', '--against', 'b', 'R1']]) {
      expect((await run(tenant, args)).status).toBe(2);
    }
  });
});
