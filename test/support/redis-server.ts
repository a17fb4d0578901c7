import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Redis } from 'ioredis';

const PROGRAM = '/usr/bin/redis-server';

export interface RedisServer {
  readonly url: string;
  /** Forgets everything, as FLUSHALL does. */
  flush(): Promise<void>;
  /** Ends it as a crash does; what it held is gone. */
  kill(): Promise<void>;
  /** Starts it again on the same port, empty. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** Why no Redis can be started here; undefined when one can. */
export function whyNoRedis(): string | undefined {
  return existsSync(PROGRAM) ? undefined : `no ${PROGRAM}`;
}

/** A Redis server on loopback that keeps nothing on disk: what it holds may be lost at any time. */
export async function startRedis(): Promise<RedisServer> {
  const home = mkdtempSync(path.join(tmpdir(), 'claimgate-redis-'));
  const port = await freePort();
  const url = `redis://127.0.0.1:${port}`;
  let server: ChildProcess | undefined;
  let ended = Promise.resolve();

  async function start(): Promise<void> {
    const child = spawn('sh', ['-c', UNTIL_INPUT_ENDS, PROGRAM, ...serverOptions(home, port)], {
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    server = child;
    ended = new Promise((resolve) => {
      child.once('exit', () => resolve());
    });
    await untilReady(url);
  }

  async function kill(): Promise<void> {
    server?.stdin?.end();
    server = undefined;
    await ended;
  }

  await start();
  return {
    url,
    flush: () => withClient(url, async (client) => void (await client.flushall())),
    kill,
    start,
    async stop() {
      await kill();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** A test process that is killed takes its server with it: the pipe between them ends. */
const UNTIL_INPUT_ENDS = '"$0" "$@" & read -r _; kill -KILL $!; wait';

function serverOptions(home: string, port: number): string[] {
  return ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', home];
}

async function withClient<T>(url: string, work: (client: Redis) => Promise<T>): Promise<T> {
  const client = new Redis(url, { lazyConnect: true, retryStrategy: () => null });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return await work(client);
  } finally {
    client.disconnect();
  }
}

async function untilReady(url: string): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt++) {
    try {
      await withClient(url, (client) => client.ping());
      return;
    } catch {
      await wait(25);
    }
  }
  throw new Error('Redis does not answer');
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
