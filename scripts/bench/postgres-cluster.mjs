// A PostgreSQL server on loopback with a cluster of its own, with the settings it is installed with: fsync and all.
import { spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { freePort } from './free-port.mjs';

/** Where Debian and its relatives put each release. */
const RELEASES = '/usr/lib/postgresql';
/** PostgreSQL refuses to run as root; root starts it as this user (`nobody`) where there is no other. */
const NOBODY = 65_534;
/** A benchmark that is killed takes its server with it: the pipe between them ends. */
const UNTIL_INPUT_ENDS = '"$0" "$@" & read -r _; kill -QUIT $!; wait';

/** Where the programs of the newest release are; undefined where there is none. */
export function postgresPrograms() {
  if (!existsSync(RELEASES)) return undefined;
  return readdirSync(RELEASES)
    .toSorted((one, other) => Number(other) - Number(one))
    .map((release) => path.join(RELEASES, release, 'bin'))
    .find((directory) => existsSync(path.join(directory, 'initdb')));
}

/** `{ superuser, home, version, createDatabase, stop }`; `home` is a directory that the server may write to. */
export async function startCluster() {
  const bin = postgresPrograms();
  const home = mkdtempSync(path.join(tmpdir(), 'bench-postgres-'));
  const user = unprivilegedUser();
  if (user.uid !== undefined) chownSync(home, user.uid, user.gid);
  const cluster = path.join(home, 'cluster');
  const initialized = spawnSync(
    path.join(bin, 'initdb'),
    ['-D', cluster, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8'],
    { encoding: 'utf8', cwd: home, ...user },
  );
  if (initialized.status !== 0) throw new Error(`initdb failed: ${initialized.stderr}`);
  const port = await freePort();
  const options = ['-D', cluster, '-h', '127.0.0.1', '-p', String(port), '-c', 'unix_socket_directories='];
  const server = spawn('sh', ['-c', UNTIL_INPUT_ENDS, path.join(bin, 'postgres'), ...options], {
    stdio: ['pipe', 'ignore', 'ignore'],
    cwd: home,
    ...user,
  });
  const superuser = (database) => `postgres://postgres@127.0.0.1:${port}/${database}`;
  await untilReady(superuser('postgres'));
  await onDatabase(superuser('postgres'), (client) => client.query('create role owner login createrole'));
  return {
    home,
    superuser,
    async createDatabase(name) {
      await onDatabase(superuser('postgres'), (client) =>
        client.query(`create database ${name} owner owner`),
      );
      return `postgres://owner@127.0.0.1:${port}/${name}`;
    },
    async stop() {
      const ended = new Promise((resolve) => {
        server.once('exit', resolve);
      });
      server.stdin.end();
      await ended;
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** Gives `work` a connection of its own. */
export async function onDatabase(connectionString, work) {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function unprivilegedUser() {
  if (process.getuid() !== 0) return {};
  const idOf = (option) => {
    const { status, stdout } = spawnSync('id', [option, 'postgres'], { encoding: 'utf8' });
    return status === 0 ? Number(stdout) : NOBODY;
  };
  return { uid: idOf('-u'), gid: idOf('-g') };
}

async function untilReady(connectionString) {
  for (let attempt = 0; attempt < 200; attempt++) {
    try {
      await onDatabase(connectionString, (client) => client.query('select 1'));
      return;
    } catch {
      await wait(50);
    }
  }
  throw new Error('PostgreSQL does not answer');
}
