import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { afterEach, expect, test } from 'vitest';
import { socketDirectory } from '../../src/store/embedded/owner-socket.ts';
import { auditDatabase } from '../support/audit.ts';
import { claimgate, startClaimgate, stopLeftovers } from '../support/claimgate-process.ts';
import { manyClaims } from '../support/many-claims.ts';
import { nachaRecords, trn } from '../support/nacha-file.ts';
import { makeWorkingDirectory, type SimulatorAddress } from '../support/working-directory.ts';

const CANARY = 'ZZCANARY';

const directory = makeWorkingDirectory();

afterEach(async () => {
  await stopLeftovers();
  directory.remove();
});

/** Claims whose every name, address, number and note holds the canary. */
function canaryClaims(): string {
  const lines = manyClaims(6).trimEnd().split('\n');
  return `${lines
    .map((line, index) => {
      const claim = JSON.parse(line) as Record<string, unknown>;
      const subscriber = claim['subscriber'] as Record<string, unknown>;
      return JSON.stringify({
        ...claim,
        subscriber: {
          ...subscriber,
          name: { last: `${CANARY}LAST`, first: `${CANARY}FIRST` },
          memberId: `${CANARY}${index}`,
          address: { line1: `1 ${CANARY} STREET`, city: `${CANARY}TOWN`, state: 'OH', postalCode: '43215' },
        },
        note: { kind: 'ADD', text: `${CANARY} NOTE` },
      });
    })
    .join('\n')}\n`;
}

/** Everything that the database keeps for machines: jobs and the codes of work items. */
async function machineRows(): Promise<string> {
  const client = new pg.Client({
    host: socketDirectory(path.join(directory.path, 'data')),
    port: 5432,
    user: 'postgres',
    database: 'postgres',
  });
  await client.connect();
  try {
    const jobs = await client.query('select * from claimgate.job');
    const items = await client.query('select * from claimgate.work_item');
    return JSON.stringify([jobs.rows, items.rows]);
  } finally {
    await client.end();
  }
}

test('no value of a claim or an answer reaches a log, an error, a job or a work item', async () => {
  const place = directory.path;
  const trace = { env: { CLAIMGATE_LOG_LEVEL: 'trace' } };
  const simulator = startClaimgate(['simulate', '-d', directory.simulatorPath, '--remit-after', '0.2']);
  const address = JSON.parse(await simulator.firstLine) as SimulatorAddress;
  directory.addPartner(address, { password: 'wrong' });
  const claims = path.join(place, 'claims.ndjson');
  writeFileSync(claims, canaryClaims());
  const submitted = claimgate(['submit', claims, '-d', place], trace);
  expect(submitted.stderr).toContain('6 claims accepted');

  // Refused claims, unreadable lines, and the same account number with other content.
  const bad = path.join(place, 'bad.ndjson');
  writeFileSync(
    bad,
    [
      canaryClaims().replaceAll('"charge":"', `"charge":"${CANARY}`).split('\n')[0],
      `{"${CANARY}":`,
      canaryClaims().replaceAll(`${CANARY}TOWN`, `${CANARY}CITY`).split('\n')[0],
    ].join('\n'),
  );
  const refused = claimgate(['submit', bad, '-d', place], trace);
  expect(refused.status).toBe(1);

  const locked = startClaimgate(['serve', '-d', place], trace);
  await locked.firstLine;
  await expect.poll(() => locked.stderr(), { timeout: 20_000 }).toContain('transport.auth-refused');
  await locked.stop('SIGTERM');

  directory.addPartner(address);
  const broken = path.join(directory.simulatorPath, 'mailbox/outbound');
  writeFileSync(path.join(broken, `${CANARY}.txt`), `Dear ${CANARY}`);
  writeFileSync(path.join(broken, 'cut.835'), `ISA*00*${CANARY}`);
  const bankFile = nachaRecords([{ amountCents: 1, paymentRelated: trn(CANARY) }]).join('\n');
  const named = bankFile
    .replace('INVENTED PRACTICE', CANARY.padEnd(17))
    .replace('4444444444', CANARY.padEnd(10));
  writeFileSync(path.join(broken, 'bank.ach'), named);
  writeFileSync(path.join(broken, 'cut.ach'), named.slice(0, 400));
  const worker = startClaimgate(['serve', '-d', place], trace);
  await worker.firstLine;
  await expect
    .poll(async () => (await auditDatabase(place)).openClaims, { timeout: 40_000, interval: 300 })
    .toBe(0);

  const sent = readdirSync(path.join(directory.simulatorPath, 'archive'));
  const checks = sent.map((name) =>
    claimgate(['x12', 'check', path.join(directory.simulatorPath, 'archive', name)]),
  );
  const garbled = readFileSync(path.join(directory.simulatorPath, 'archive', sent[0] ?? ''), 'latin1')
    .replace(/\*HC:/g, `*${CANARY}:`)
    .replace(/DTP\*472\*D8\*/g, `DTP*472*D8*${CANARY}`);
  checks.push(claimgate(['x12', 'check', '-'], { input: garbled }));

  const rows = await machineRows();
  const spoken = {
    submit: submitted.stdout + submitted.stderr,
    refused: refused.stdout + refused.stderr,
    locked: locked.stderr(),
    worker: worker.stderr(),
    checks: checks.map(({ stdout, stderr }) => stdout + stderr).join(''),
    rows,
  };
  // What was searched is not nothing, and the canary went through it all.
  expect(spoken.worker).toContain('job.done');
  expect(spoken.refused).toContain('claim.exists-with-other-content');
  expect(spoken.checks).toContain('element.date-invalid');
  expect(garbled).toContain(`${CANARY}LAST`);
  expect(rows).toContain('file.not-x12');
  expect(rows).toContain('nacha.cut');
  for (const [where, text] of Object.entries(spoken)) expect(text.includes(CANARY), where).toBe(false);
});
