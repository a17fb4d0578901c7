// A private PostgreSQL server with everything that makes a commit durable.
import { spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { freePort, untilInputEnds } from './mailbox.mjs';

const RELEASES = '/usr/lib/postgresql';
const VERSION_MIN = 15;
/** `nobody`: PostgreSQL refuses to run as root. */
const NOBODY = 65_534;

/** The folder of PostgreSQL's programs; undefined where there is none new enough. */
export function postgresPrograms() {
  if (!existsSync(RELEASES)) return undefined;
  return readdirSync(RELEASES)
    .map(Number)
    .filter((version) => version >= VERSION_MIN)
    .toSorted((one, other) => other - one)
    .map((version) => path.join(RELEASES, String(version), 'bin'))
    .find((bin) => existsSync(path.join(bin, 'initdb')));
}

/** Starts it; gives the address of an empty database for its owner and for the superuser. */
export async function startPostgres() {
  const bin = postgresPrograms();
  if (bin === undefined) throw new Error(`no PostgreSQL ${VERSION_MIN} or later in ${RELEASES}`);
  const home = mkdtempSync(path.join(tmpdir(), 'claimgate-torture-postgres-'));
  const user = process.getuid?.() === 0 ? unprivilegedUser() : {};
  if (user.uid !== undefined) chownSync(home, user.uid, user.gid);
  const cluster = path.join(home, 'cluster');
  const made = spawnSync(
    path.join(bin, 'initdb'),
    ['-D', cluster, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync'],
    { encoding: 'utf8', cwd: tmpdir(), ...user },
  );
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}`);
  const port = await freePort();
  const options = ['-D', cluster, '-h', '127.0.0.1', '-p', String(port), '-c', 'unix_socket_directories='];
  const server = spawn('sh', ['-c', untilInputEnds('QUIT'), path.join(bin, 'postgres'), ...options], {
    stdio: ['pipe', 'ignore', 'ignore'],
    cwd: home,
    ...user,
  });
  const superuser = (database) => `postgres://postgres@127.0.0.1:${port}/${database}`;
  await execute(superuser('postgres'), 'create role owner login createrole');
  await execute(superuser('postgres'), 'create database torture owner owner');
  return {
    databaseUrl: `postgres://owner@127.0.0.1:${port}/torture`,
    superuserUrl: superuser('torture'),
    async stop() {
      const ended = new Promise((resolve) => server.once('exit', resolve));
      server.stdin.end();
      await ended;
      rmSync(home, { recursive: true, force: true });
    },
  };
}

function unprivilegedUser() {
  const idOf = (option) => {
    const { status, stdout } = spawnSync('id', [option, 'postgres'], { encoding: 'utf8' });
    return status === 0 ? Number(stdout) : NOBODY;
  };
  return { uid: idOf('-u'), gid: idOf('-g') };
}

async function execute(databaseUrl, sql) {
  for (let attempt = 0; ; attempt++) {
    const client = new pg.Client({ connectionString: databaseUrl });
    try {
      await client.connect();
      await client.query(sql);
      return;
    } catch (error) {
      if (attempt === 200) throw error;
      await sleep(50);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}
