import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { noteLeftOut } from '../support/left-out.ts';
import { TAKEN_AT } from './support/answers.ts';
import { claimInterchange } from './support/claim-interchange.ts';
import { MailboxOfTest } from './support/mailbox-of-test.ts';
import { numbered } from './support/numbered-claims.ts';

const BUILT = path.resolve(import.meta.dirname, '../../dist/simulator/clearinghouse.js');
const isBuilt = existsSync(BUILT);
if (!isBuilt) noteLeftOut('killed clearinghouse', 'the program is not built');

/** A process that takes all files of a directory, and says when it begins. */
const TAKE_ALL = `
  const [module, directory, at] = process.argv.slice(1);
  const { Clearinghouse } = await import(module);
  const clock = () => new Date(at);
  process.stdout.write('begins');
  const clearinghouse = new Clearinghouse({ directory, seed: 'claimgate', remitDelayMs: 60_000, clock });
  for (const fileName of clearinghouse.waitingFiles) clearinghouse.take(fileName);
  clearinghouse.stop();
`;

const mailboxes: MailboxOfTest[] = [];
afterEach(() => {
  for (const mailbox of mailboxes.splice(0)) mailbox.remove();
});

/** A mailbox with twenty files that wait. */
function filledMailbox(): MailboxOfTest {
  const mailbox = new MailboxOfTest();
  mailboxes.push(mailbox);
  mailbox.start().stop();
  for (let file = 10; file < 30; file++) {
    const claims = Array.from({ length: 5 }, (_, index) =>
      numbered(`F${file}C${index}`, `CGM${file}${index}`),
    );
    mailbox.upload(`${file}.x12`, claimInterchange({ control: file, sets: [claims] }));
  }
  return mailbox;
}

/** Runs the process to its end, or kills it so long after it began; true when it came to its end. */
async function takeAll(directory: string, killAfterMs: number | undefined): Promise<boolean> {
  const args = ['--input-type=module', '-e', TAKE_ALL, pathToFileURL(BUILT).href, directory];
  const child = spawn(process.execPath, [...args, TAKEN_AT.toISOString()], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<number | null>((resolve) => {
    child.once('exit', resolve);
  });
  await Promise.race([new Promise((resolve) => child.stdout.once('data', resolve)), ended]);
  if (killAfterMs !== undefined) {
    await Promise.race([wait(killAfterMs), ended]);
    child.kill('SIGKILL');
  }
  return (await ended) === 0;
}

/** What a partner fetches and deletes. */
function collectInto(collected: Map<string, string>, mailbox: MailboxOfTest): void {
  for (const [name, text] of mailbox.read('mailbox/outbound')) {
    expect(collected.has(name)).toBe(false);
    collected.set(name, text);
    rmSync(path.join(mailbox.directory, 'mailbox/outbound', name));
  }
}

test.skipIf(!isBuilt)(
  'a clearinghouse that is killed again and again loses no answer and gives none twice',
  async () => {
    const undisturbed = filledMailbox();
    undisturbed.startAndTakeAll();
    const killed = filledMailbox();
    const collected = new Map<string, string>();
    const takenAtKills: number[] = [];
    // Later and later, until it comes to its end before it is killed.
    for (let killAfterMs = 2; killAfterMs < 10_000; killAfterMs *= 1.2) {
      if (await takeAll(killed.directory, killAfterMs)) break;
      const lines = readFileSync(killed.journal, 'utf8').split('\n');
      takenAtKills.push(lines.filter((line) => line.includes('"kind":"received"')).length);
      collectInto(collected, killed);
    }
    expect(await takeAll(killed.directory, undefined)).toBe(true);
    collectInto(collected, killed);
    // Some kills hit it while it worked.
    expect(takenAtKills.some((taken) => taken > 0 && taken < 20)).toBe(true);
    expect(new Map([...collected, ...killed.read('pending')])).toEqual(undisturbed.readAnswers());
    expect(killed.read('archive')).toEqual(undisturbed.read('archive'));
    expect(killed.read('mailbox/inbound').size + killed.read('working').size).toBe(0);
  },
);
