import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { instantOf } from '../../src/base/time.ts';
import type { Gateway } from '../../src/cli/gateway.ts';
import { openGateway } from '../../src/main/open-gateway.ts';
import { writePartner } from '../../src/main/workspace.ts';
import type { ClaimAttempt } from '../../src/ports/claim-store.ts';
import type { StoredInterchange } from '../../src/ports/exchange-store.ts';
import type { StoreTransaction } from '../../src/ports/store.ts';
import { type CommandRun, runCommand } from '../cli/support/run-command.ts';
import {
  claimAcknowledgment,
  implementationAcknowledgment,
  remittanceAdvice,
} from '../flows/support/answers.ts';
import { claimInput, ndjson, testProfile } from '../flows/support/claims.ts';
import { PASSWORD, type SftpMailbox, startSftpMailbox, USERNAME } from '../support/sftp-mailbox.ts';
import { makeWorkingDirectory, type WorkingDirectory } from '../support/working-directory.ts';

let directory: WorkingDirectory;
let mailbox: SftpMailbox;
let gateway: Gateway;
let daysAhead: number;
let applied: number;

beforeAll(async () => {
  daysAhead = 0;
  applied = 0;
  directory = makeWorkingDirectory();
  mailbox = await startSftpMailbox();
  const profile = testProfile({
    sftp: {
      host: '127.0.0.1',
      port: mailbox.server.port,
      username: USERNAME,
      auth: { passwordRef: 'file:keys/partner-password' },
      hostKeySha256: [mailbox.server.hostKeySha256],
      upload: { directory: '/in', temporaryDirectory: '/uploading' },
      download: [{ directory: '/out', settleSeconds: 0.05 }],
      pollSeconds: 1,
    },
    answersDue: { '277CA': { days: 3 } },
  });
  writePartner(directory.path, profile, { 'keys/partner-password': PASSWORD });
  gateway = await openGateway(
    { directory: directory.path, role: 'owner' },
    {
      environment: { logLevel: 'fatal' },
      variables: {},
      clock: { now: () => instantOf(new Date(Date.now() + daysAhead * 86_400_000)) },
    },
  );
});
afterAll(async () => {
  await gateway.close();
  await mailbox.stop();
  directory.remove();
});

/** Runs the workers so many days from now until the condition holds. */
async function serve(days: number, until: () => Promise<boolean>): Promise<void> {
  daysAhead = days;
  const workers = await gateway.startWorkers();
  try {
    await expect.poll(until, { timeout: 20_000, interval: 100 }).toBe(true);
    await workers.idle();
  } finally {
    await workers.stop();
  }
}

function look<T>(work: (transaction: StoreTransaction) => Promise<T>): Promise<T> {
  return gateway.store.inTransaction(gateway.tenantId, work);
}

/** Runs the workers until every file that the partner left is applied. */
async function receive(days: number, files: Readonly<Record<string, Uint8Array>>): Promise<void> {
  for (const [name, bytes] of Object.entries(files))
    writeFileSync(path.join(mailbox.root, 'out', name), bytes);
  const names = Object.keys(files).length;
  applied += names;
  await serve(days, async () => {
    const found = await look((transaction) => transaction.files.list({ state: 'applied', limit: 99 }));
    return found.length === applied;
  });
}

/** A command on the gateway that is open, which it does not close. */
function command(...args: string[]): Promise<CommandRun> {
  const shared = { ...gateway, close: () => Promise.resolve() };
  return runCommand([...args, '-d', directory.path], undefined, () => Promise.resolve(shared));
}

async function lines(...args: string[]): Promise<string[]> {
  const { status, stdout, stderr } = await command(...args);
  expect(stderr).toBe('');
  expect(status).toBe(0);
  return stdout.trimEnd().split('\n');
}

async function json(...args: string[]): Promise<Record<string, unknown>[]> {
  const printed = await lines(...args, '--json');
  return printed.filter((line) => line !== '').map((line) => JSON.parse(line) as Record<string, unknown>);
}

/** Submits three claims, brings them to the partner, and gives what was sent. */
async function send(): Promise<{ interchange: StoredInterchange; attempts: readonly ClaimAttempt[] }> {
  let sent: StoredInterchange | undefined;
  let attempts: readonly ClaimAttempt[] = [];
  const claims = ndjson([claimInput('A-1'), claimInput('A-2'), claimInput('A-3')]);
  for await (const { outcome } of gateway.acceptClaims(pieces(claims))) expect(outcome).toBe('accepted');
  await serve(0, () =>
    look(async (transaction) => {
      [sent] = await transaction.interchanges.list({ limit: 1 });
      if (sent === undefined) return false;
      attempts = await transaction.claims.attemptsByInterchange(sent.id);
      return (await transaction.deliveries.get(sent.id))?.state === 'DELIVERED';
    }),
  );
  if (sent === undefined) throw new Error('an interchange was to be sent');
  return { interchange: sent, attempts };
}

async function* pieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes);
}

test('silence becomes a work item, and the late answer closes it', async () => {
  const { interchange, attempts } = await send();
  expect((await json('awaiting')).map(({ answer, silentClaims }) => [answer, silentClaims])).toEqual([
    ['999', 3],
    ['277CA', 3],
    ['835', 3],
  ]);
  expect(await json('awaiting', '--overdue')).toEqual([]);
  expect(await json('work-items', 'list')).toEqual([]);

  // Ten days later nobody has answered anything.
  await serve(10, () => look(async ({ workItems }) => (await workItems.list({ limit: 9 })).length > 0));
  expect(await json('work-items', 'list')).toMatchObject([
    { kind: 'answer-late', interchangeId: interchange.id, codes: ['999', '277CA'], amountCents: 36_000 },
  ]);
  const table = await lines('awaiting');
  expect(table[0]).toMatch(/^due \(UTC\) +partner +answer +interchange +claims +charges +state$/);
  expect(table.slice(2).map((line) => line.replace(/^.{16} +/, '').replace(/ +/g, ' '))).toEqual([
    `invented-clearinghouse 999 ${interchange.id} 3 of 3 360.00 overdue`,
    `invented-clearinghouse 277CA ${interchange.id} 3 of 3 360.00 overdue`,
    `invented-clearinghouse 835 ${interchange.id} 3 of 3 360.00 awaited`,
  ]);
  expect((await lines('explain', 'A-1')).join('\n')).toMatch(
    /What invented-clearinghouse still owes\n {2}999 {4}by [-\d]+ [:\d]+, overdue\n {2}277CA {2}by [-\d]+ [:\d]+, overdue\n {2}835 {4}by [-\d]+ [:\d]+$/m,
  );

  // The 999 and one claim's 277CA come late: two claims are still missed.
  const [first] = attempts;
  const status = {
    patientControlNumber: first?.patientControlNumber ?? '',
    status: 'A2:20',
    action: 'WQ' as const,
  };
  await receive(10, {
    '1.999': implementationAcknowledgment({ control: 1 }, interchange.groupControlNumber, [
      { control: '0001', verdict: 'A' },
    ]),
    '2.277': claimAcknowledgment({ control: 2 }, 'PR', [status]),
  });
  const open = await json('work-items', 'list');
  expect(open.map(({ claimId, codes }) => ({ claimId, codes }))).toEqual(
    attempts.slice(1).map(({ claimId }) => ({ claimId, codes: ['277CA'] })),
  );

  // Two months later everything is paid.
  const claims = attempts.map(({ patientControlNumber }) => ({
    patientControlNumber,
    charge: '120',
    paid: '80',
    adjustments: ['CAS*CO*45*40'],
  }));
  await receive(60, { '3.835': remittanceAdvice({ control: 3 }, { amount: '240', trace: 'T1' }, claims) });
  expect(await json('work-items', 'list')).toEqual([]);
  expect(await json('awaiting')).toEqual([]);
  const closed = await json('work-items', 'list', '--closed');
  expect(closed.length).toBeGreaterThanOrEqual(3);
  for (const item of closed) expect(item).toMatchObject({ kind: 'answer-late', closedAs: 'answered-late' });
  const late = attempts[1]?.claimId ?? '';
  expect((await lines('explain', late)).join('\n')).toMatch(
    /What was left to do\n {2}answer-late, 120\.00, opened .+, answered late .+\n {6}277CA/,
  );
  const headlines = (await json('claims', 'list')).map(({ headline }) => headline);
  expect(headlines).toEqual(['paid', 'paid', 'paid']);
});

test('a partner that nobody knows owes nothing, and the command says so', async () => {
  const { status, stderr } = await command('awaiting', '--partner', 'nobody');
  expect(status).toBe(2);
  expect(stderr).toContain('--partner takes the id of a trading partner');
});
