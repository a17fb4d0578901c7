// A Redis server on loopback that keeps nothing on disk: what it holds may be lost at any time.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { freePort } from './free-port.mjs';

const PROGRAM = '/usr/bin/redis-server';
/** A benchmark that is killed takes its server with it: the pipe between them ends. */
const UNTIL_INPUT_ENDS = '"$0" "$@" & read -r _; kill -KILL $!; wait';

export function hasRedis() {
  return existsSync(PROGRAM);
}

/** `{ url, stop }`. */
export async function startRedis() {
  const home = mkdtempSync(path.join(tmpdir(), 'bench-redis-'));
  const port = await freePort();
  const url = `redis://127.0.0.1:${port}`;
  const options = [
    '--port',
    String(port),
    '--bind',
    '127.0.0.1',
    '--save',
    '',
    '--appendonly',
    'no',
    '--dir',
    home,
  ];
  const server = spawn('sh', ['-c', UNTIL_INPUT_ENDS, PROGRAM, ...options], {
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  const ended = new Promise((resolve) => {
    server.once('exit', resolve);
  });
  await untilReady(url);
  return {
    url,
    async stop() {
      server.stdin.end();
      await ended;
      rmSync(home, { recursive: true, force: true });
    },
  };
}

async function untilReady(url) {
  for (let attempt = 0; attempt < 200; attempt++) {
    const client = new Redis(url, { lazyConnect: true, retryStrategy: () => null });
    client.on('error', () => undefined);
    try {
      await client.connect();
      return;
    } catch {
      await wait(25);
    } finally {
      client.disconnect();
    }
  }
  throw new Error('Redis does not answer');
}
