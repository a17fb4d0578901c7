import { type SpawnSyncReturns, spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';

/** Where Debian and its relatives put each release. */
const RELEASES = '/usr/lib/postgresql';
const VERSION_MIN = 15;

/** PostgreSQL refuses to run as root; a root test run starts it as this user (`nobody`) where there is no other. */
const NOBODY = 65_534;

export interface PostgresServer {
  /** Makes an empty database that belongs to a user who is no superuser, and gives its address. */
  createDatabase(): Promise<string>;
  /** The same database as the server's superuser sees it. */
  asSuperuser(databaseUrl: string): string;
  stop(): Promise<void>;
}

/** Why no PostgreSQL can be started here; undefined when one can. */
export function whyNoPostgres(): string | undefined {
  return programs() === undefined ? `no PostgreSQL ${VERSION_MIN} or later in ${RELEASES}` : undefined;
}

function programs(): string | undefined {
  if (!existsSync(RELEASES)) return undefined;
  const versions = readdirSync(RELEASES)
    .map(Number)
    .filter((version) => version >= VERSION_MIN)
    .toSorted((one, other) => other - one);
  return versions
    .map((version) => path.join(RELEASES, String(version), 'bin'))
    .find((directory) => existsSync(path.join(directory, 'initdb')));
}

/** A PostgreSQL server on loopback with a cluster of its own, as it would run in earnest: fsync and all. */
export async function startPostgres(): Promise<PostgresServer> {
  const bin = programs() ?? '';
  const home = mkdtempSync(path.join(tmpdir(), 'claimgate-postgres-'));
  const user = unprivilegedUser();
  if (user !== undefined) chownSync(home, user.uid, user.gid);
  const cluster = path.join(home, 'cluster');
  run(
    path.join(bin, 'initdb'),
    ['-D', cluster, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync'],
    user,
  );
  const port = await freePort();
  const server = spawn(
    'sh',
    ['-c', UNTIL_INPUT_ENDS, path.join(bin, 'postgres'), ...serverOptions(cluster, port)],
    { stdio: ['pipe', 'ignore', 'ignore'], cwd: home, ...user },
  );
  const superuser = `postgres://postgres@127.0.0.1:${port}`;
  await untilReady(`${superuser}/postgres`);
  await query(`${superuser}/postgres`, 'create role owner login createrole');
  let databaseCount = 0;
  return {
    async createDatabase() {
      const name = `test_${++databaseCount}`;
      await query(`${superuser}/postgres`, `create database ${name} owner owner`);
      return `postgres://owner@127.0.0.1:${port}/${name}`;
    },
    asSuperuser: (databaseUrl) => databaseUrl.replace('owner@', 'postgres@'),
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

/** A test process that is killed takes its server with it: the pipe between them ends. */
const UNTIL_INPUT_ENDS = '"$0" "$@" & read -r _; kill -QUIT $!; wait';

function serverOptions(cluster: string, port: number): string[] {
  return ['-D', cluster, '-h', '127.0.0.1', '-p', String(port), '-c', 'unix_socket_directories='];
}

/** Runs one statement on a connection of its own. */
export async function query(
  databaseUrl: string,
  sql: string,
  values: readonly unknown[] = [],
): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql, [...values])).rows;
  } finally {
    await client.end();
  }
}

interface User {
  readonly uid: number;
  readonly gid: number;
}

function unprivilegedUser(): User | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const idOf = (option: string): number => {
    const { status, stdout } = spawnSync('id', [option, 'postgres'], { encoding: 'utf8' });
    return status === 0 ? Number(stdout) : NOBODY;
  };
  return { uid: idOf('-u'), gid: idOf('-g') };
}

function run(program: string, args: readonly string[], user: User | undefined): SpawnSyncReturns<string> {
  const result = spawnSync(program, args, { encoding: 'utf8', cwd: tmpdir(), ...user });
  if (result.status !== 0) throw new Error(`${program} failed: ${result.stderr}`);
  return result;
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

async function untilReady(databaseUrl: string): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt++) {
    try {
      await query(databaseUrl, 'select 1');
      return;
    } catch {
      await wait(50);
    }
  }
  throw new Error('PostgreSQL does not answer');
}
