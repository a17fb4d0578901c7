// The trading partner, in a process of its own that knows nothing of the gateway: it takes files from its mailbox at
// random instants, looks for itself whether each is whole, and lets the simulated clearinghouse answer.
// Started with `fork(…, [built, directory, seed])`; its memory is `taken.ndjson` and `sent.ndjson`.
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { load } from '../bench/built-core.mjs';
import { randomFrom } from '../bench/random.mjs';
import { startMailbox } from './mailbox.mjs';

const WAIT_MAX_MS = 40;

const [built, directory, seed, server] = process.argv.slice(2);
const { Clearinghouse } = await load(built, 'simulator/clearinghouse.js');
const random = randomFrom(Number(seed) * 2 + 1);
const root = path.join(directory, 'mailbox');
const taken = path.join(directory, 'taken');
for (const folder of [taken, ...['inbound', 'uploading', 'outbound'].map((name) => path.join(root, name))]) {
  mkdirSync(folder, { recursive: true });
}
const clearinghouse = new Clearinghouse({
  directory: path.join(directory, 'clearinghouse'),
  seed: 'torture',
  remitDelayMs: 0,
  clock: () => new Date(),
});
const mailbox = await startMailbox(server, { directory, root, built });
process.on('disconnect', () => {
  void mailbox.stop().finally(() => process.exit(0));
});
process.send({ kind: 'ready', mailbox: mailbox.address });

let count = 0;
for (;;) {
  await sleep(random(WAIT_MAX_MS));
  for (const name of readdirSync(path.join(root, 'inbound'))) take(name);
  clearinghouse.publishDue();
  for (const name of readdirSync(clearinghouse.mailbox.outbound)) send(name);
}

/** Moves it away first: what was half there stays half. */
function take(name) {
  const place = path.join(taken, `${String(++count).padStart(6, '0')}_${name}`);
  renameSync(path.join(root, 'inbound', name), place);
  const text = readFileSync(place, 'latin1');
  appendFileSync(path.join(directory, 'taken.ndjson'), `${JSON.stringify({ name, ...looked(text) })}\n`);
  const forwarded = path.join(clearinghouse.mailbox.inbound, path.basename(place));
  appendFileSync(forwarded, text, 'latin1');
  clearinghouse.take(path.basename(place));
}

/** Read with nothing of the gateway's: from ISA to IEA, both with one number, each set with its count of segments. */
function looked(text) {
  const segments = text.split(text[105] ?? '~').map((segment) => segment.trim().split(text[3] ?? '*'));
  const of = (tag) => segments.filter(([name]) => name === tag);
  const [isa] = of('ISA');
  const last = segments.findLast(([name]) => name !== '');
  const isWhole =
    isa !== undefined &&
    last?.[0] === 'IEA' &&
    last[2] === isa[13] &&
    of('ST').length > 0 &&
    of('ST').length === of('SE').length &&
    of('SE').every((se) => Number(se[1]) === segmentCount(segments, se));
  return { isWhole, controlNumber: isa?.[13] ?? '', claims: of('CLM').map((claim) => claim[1]) };
}

function segmentCount(segments, se) {
  const end = segments.indexOf(se);
  return end - segments.findLastIndex(([name], index) => name === 'ST' && index < end) + 1;
}

function send(name) {
  const place = path.join(clearinghouse.mailbox.outbound, name);
  const text = readFileSync(place, 'latin1');
  const segments = text.split(text[105]).map((segment) => segment.trim().split(text[3]));
  const paid = segments
    .filter(([tag]) => tag === 'BPR')
    .map((segment) => Math.round(Number(segment[2]) * 100));
  const claims = segments.filter(([tag]) => tag === 'CLP').map((segment) => segment[1]);
  // The line first: what was promised and not yet sent is sent after a restart, because the file still stands here.
  appendFileSync(
    path.join(directory, 'sent.ndjson'),
    `${JSON.stringify({ name, paidCents: paid.reduce((sum, cents) => sum + cents, 0), claims })}\n`,
  );
  if (!existsSync(place)) throw new Error('the answer is gone');
  renameSync(place, path.join(root, 'outbound', name));
}
