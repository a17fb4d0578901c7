// One trial: a gateway, a partner and a database, and everything that is done to the gateway.
import { fork } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { load } from '../bench/built-core.mjs';
import { audit, countUnsettled } from './audit.mjs';
import { startPostgres } from './postgres.mjs';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const ROOT = path.join(HERE, '../..');
const CLAIMS = 4;
const CLAIMS_PER_INTERCHANGE = 2;
const SETTLE_POLL_MS = 150;
/** Looks, one after another, at which everything is at rest before the auditor comes. */
const QUIET_LOOKS = 4;
/** A gateway that has not settled by then never will. */
const SETTLE_MAX_MS = 90_000;

/** Opens a trial on `postgres` or `pglite`, with the partner behind `openssh` or `in-process`. */
export async function openTrial({ built, engine, server, seed }) {
  const home = mkdtempSync(path.join(tmpdir(), `claimgate-torture-${engine}-`));
  const postgres = engine === 'postgres' ? await startPostgres() : undefined;
  const partnerDirectory = path.join(home, 'partner');
  mkdirSync(partnerDirectory);
  const partner = fork(path.join(HERE, 'partner-process.mjs'), [
    built,
    partnerDirectory,
    String(seed),
    server,
  ]);
  partner.once('exit', (code) => {
    // Ended by us it is disconnected first.
    if (partner.connected) throw new Error(`the partner ended with ${code}: this trial proves nothing`);
  });
  const { mailbox } = await once(partner, 'ready');
  const directory = path.join(home, 'gateway');
  await makeWorkspace({ built, directory, mailbox });
  const trial = new Trial({ built, directory, home, postgres, partner, partnerDirectory, seed });
  await trial.connectionFor(built);
  return trial;
}

class Trial {
  #parts;
  #connection;
  #loaded;
  #batch = 0;
  /** Submissions that were not answered yet: the biller sends them again. */
  #unanswered = [];
  #answered = new Set();

  constructor(parts) {
    this.#parts = parts;
  }

  async connectionFor(built) {
    const { postgres, directory } = this.#parts;
    const { socketDirectory } = await load(built, 'store/embedded/owner-socket.js');
    this.#connection = () =>
      postgres === undefined
        ? {
            host: socketDirectory(path.join(directory, 'data')),
            port: 5432,
            user: 'postgres',
            database: 'postgres',
          }
        : { connectionString: postgres.superuserUrl };
  }

  /** Runs a gateway over one small load to its end; gives how often it passed each failpoint. */
  async countHits() {
    const gateway = await this.#start({ claims: CLAIMS });
    await this.#untilSettled(gateway);
    gateway.send({ kind: 'count' });
    const { hits } = await once(gateway, 'counted');
    await this.#kill(gateway);
    return hits;
  }

  /**
   * Runs a gateway over new claims, and whatever the dead have left behind, until it dies: at the failpoint, `afterMs`
   * after it opened, or, where it never comes there, at rest. Gives where it died.
   */
  async dieAt({ at, afterMs }) {
    const gateway = await this.#start({ claims: CLAIMS, at: at && { signal: 'SIGKILL', ...at } });
    const died = gateway.ended.then(() => 'failpoint');
    const timer = afterMs === undefined ? new Promise(() => undefined) : sleep(afterMs, 'instant');
    const place = await Promise.race([died, timer, this.#untilSettled(gateway).then(() => 'rest')]);
    await this.#kill(gateway);
    return place;
  }

  /**
   * Stops a gateway in its tracks at the failpoint, as a host does that hangs; the next one takes its work over.
   * Later the stopped one goes on, as if nothing had happened, and is killed a little later.
   */
  async hangAt({ at, thenMs }) {
    const gateway = await this.#start({ claims: CLAIMS, at: { signal: 'SIGSTOP', ...at } });
    const stopped = once(gateway, 'stopped').then(() => true);
    const place = await Promise.race([stopped, this.#untilSettled(gateway).then(() => false)]);
    if (!place) {
      await this.#kill(gateway);
      return 'rest';
    }
    const next = await this.#start({ claims: CLAIMS });
    await Promise.race([sleep(1000 + thenMs), next.ended]);
    gateway.kill('SIGCONT');
    await Promise.race([this.#untilSettled(next), sleep(thenMs)]);
    await this.#kill(gateway);
    await this.#kill(next);
    return 'failpoint';
  }

  /** Lets a gateway finish everything in peace, and audits. */
  async finish() {
    const gateway = await this.#start({ claims: 0 });
    const isSettled = await this.#untilQuiet(gateway);
    const result = await audit(this.#connection(), {
      partnerDirectory: this.#parts.partnerDirectory,
      answered: this.#answered,
    });
    await this.#kill(gateway);
    return isSettled ? result : { ...result, faults: ['the gateway never came to rest', ...result.faults] };
  }

  /** At rest, and nothing on its way in the mailbox: an answer that nobody waits for is read too. */
  async #untilQuiet(gateway) {
    for (let quietLooks = 0; quietLooks < QUIET_LOOKS; ) {
      if (!(await this.#untilSettled(gateway))) return false;
      quietLooks = this.#isMailboxEmpty() ? quietLooks + 1 : 0;
    }
    return true;
  }

  #isMailboxEmpty() {
    const folders = [
      'mailbox/inbound',
      'mailbox/outbound',
      'clearinghouse/mailbox/outbound',
      'clearinghouse/pending',
    ];
    return folders.every(
      (folder) => readdirSync(path.join(this.#parts.partnerDirectory, folder)).length === 0,
    );
  }

  async close() {
    const { partner, postgres, home } = this.#parts;
    this.#loaded?.kill('SIGKILL');
    const ended = new Promise((resolve) => partner.once('exit', resolve));
    partner.disconnect();
    await ended;
    await postgres?.stop();
    rmSync(home, { recursive: true, force: true });
  }

  async #start({ claims, at }) {
    const gateway = this.#loaded ?? this.#fork();
    await gateway.loaded;
    // The next one reads its code while this one works.
    this.#loaded = this.#fork();
    if (claims > 0 && this.#unanswered.length === 0) this.#unanswered.push(this.#newBatch(claims));
    gateway.on('message', (told) => {
      if (told.kind !== 'accepted') return;
      for (const account of told.accepted) this.#answered.add(account);
      this.#unanswered = this.#unanswered.filter((file) => file !== told.file);
    });
    const { directory, postgres } = this.#parts;
    gateway.send({
      kind: 'run',
      directory,
      databaseUrl: postgres?.databaseUrl,
      claimsFiles: this.#unanswered,
      at,
    });
    return gateway;
  }

  #fork() {
    const gateway = fork(path.join(HERE, 'gateway-process.mjs'), [this.#parts.built], {
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    let words = '';
    gateway.stderr.on('data', (chunk) => (words = `${words}${chunk}`.slice(-20_000)));
    gateway.loaded = once(gateway, 'loaded');
    gateway.opened = once(gateway, 'open');
    gateway.ended = new Promise((resolve) =>
      gateway.once('exit', (code, signal) => {
        if (signal !== 'SIGKILL') process.stderr.write(`a gateway ended with ${code ?? signal}:\n${words}\n`);
        resolve(signal);
      }),
    );
    return gateway;
  }

  #newBatch(count) {
    const file = path.join(this.#parts.home, `claims-${++this.#batch}.ndjson`);
    writeFileSync(file, claimsOf(this.#batch, count));
    return file;
  }

  /** False when it never settles, or died. */
  async #untilSettled(gateway) {
    const life = { isOver: false };
    void gateway.ended.then(() => (life.isOver = true));
    await Promise.race([gateway.opened, gateway.ended]);
    const deadlineMs = performance.now() + SETTLE_MAX_MS;
    while (!life.isOver && performance.now() < deadlineMs) {
      await sleep(SETTLE_POLL_MS);
      if (this.#unanswered.length > 0) continue;
      if ((await countUnsettled(this.#connection()).catch(() => 1)) === 0) return true;
    }
    return life.isOver ? await new Promise(() => undefined) : false;
  }

  async #kill(gateway) {
    gateway.kill('SIGKILL');
    await gateway.ended;
  }
}

/** Resolves with the first notice of that kind; never when the process ends before. */
function once(child, kind) {
  return new Promise((resolve) => {
    function hear(told) {
      if (told.kind !== kind) return;
      child.off('message', hear);
      resolve(told);
    }
    child.on('message', hear);
  });
}

const MODELS = readFileSync(path.join(ROOT, 'samples/claims/practice.ndjson'), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line))
  // Replacements and voids speak of other claims; the rest stand by themselves.
  .filter((claim) => (claim.frequency ?? '1') === '1' && claim.otherCoverages === undefined);

function claimsOf(batch, count) {
  const lines = Array.from({ length: count }, (_, index) => {
    const model = MODELS[(batch * count + index) % MODELS.length];
    const number = `${String(batch).padStart(5, '0')}${index}`;
    const subscriber = { ...model.subscriber, memberId: `CGM${number}` };
    return JSON.stringify({ ...model, accountNumber: `TRIAL-${number}`, subscriber });
  });
  return `${lines.join('\n')}\n`;
}

async function makeWorkspace({ built, directory, mailbox }) {
  const { createWorkspace, writePartner } = await load(built, 'main/workspace.js');
  const { partnerProfileSchema } = await load(built, 'partners/profile.js');
  createWorkspace(directory, {
    examplePartner: path.join(ROOT, 'samples/partners/example-clearinghouse.yaml'),
  });
  writeFileSync(
    path.join(directory, 'claimgate.yaml'),
    'tenant: default\napi:\n  port: 0\nworkers:\n  sweepSeconds: 0.1\n',
  );
  const { port, hostKeySha256, username, auth, secret, root } = mailbox;
  const profile = partnerProfileSchema.parse({
    id: 'trial',
    name: 'Trial Clearinghouse',
    kind: 'clearinghouse',
    sftp: {
      host: '127.0.0.1',
      port,
      username,
      auth,
      hostKeySha256: [hostKeySha256],
      operationTimeoutMs: 10_000,
      upload: { directory: `${root}/inbound`, temporaryDirectory: `${root}/uploading` },
      download: [{ directory: `${root}/outbound`, settleSeconds: 0.02, after: 'delete' }],
      pollSeconds: 1,
    },
    envelope: { senderId: 'CLAIMGATE', receiverId: 'SIMULATOR', usage: 'T' },
    submitter: {
      name: 'INVENTED BILLING SERVICE',
      identifier: 'BILLING1',
      contactName: 'CLAIMS DESK',
      telephone: '5550100100',
    },
    receiver: { name: 'SIMULATED CLEARINGHOUSE', identifier: 'SIMULATOR' },
    limits: { claimsPerInterchange: CLAIMS_PER_INTERCHANGE },
    payers: ['*'],
  });
  writePartner(directory, profile, { 'keys/partner': secret });
}
