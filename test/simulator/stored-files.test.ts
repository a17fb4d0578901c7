import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { answer, FAILURE, opened, ServedRoot, write } from './support/served-root.ts';

let served: ServedRoot;
beforeEach(() => {
  served = new ServedRoot();
});
afterEach(() => served.stop());

describe('a stored file', () => {
  test('is told when it was written and closed, and when it was renamed into place', async () => {
    const sftp = await served.asBiller();
    await answer((done) => sftp.mkdir('/inbound', done as never));
    await write(sftp, '/f.part', 'whole');
    await answer((done) => sftp.rename('/f.part', '/inbound/f', done as never));
    expect(served.stored).toEqual(['/f.part', '/inbound/f']);
    expect(readFileSync(path.join(served.root, 'inbound/f'), 'utf8')).toBe('whole');
  });

  test('that was only read is not told', async () => {
    writeFileSync(path.join(served.root, 'f'), 'x');
    const sftp = await served.asBiller();
    const handle = await opened(sftp, '/f', 'r');
    await answer((done) => sftp.close(handle, done as never));
    expect(served.stored).toEqual([]);
  });

  test('is not replaced by an exclusive open or by a rename', async () => {
    const sftp = await served.asBiller();
    await write(sftp, '/f', 'first');
    await write(sftp, '/g', 'second');
    expect(await answer((done) => sftp.open('/f', 'wx', done))).toEqual({ status: FAILURE });
    expect(await answer((done) => sftp.rename('/g', '/f', done as never))).toEqual({ status: FAILURE });
    expect(readFileSync(path.join(served.root, 'f'), 'utf8')).toBe('first');
    expect(readFileSync(path.join(served.root, 'g'), 'utf8')).toBe('second');
  });

  test('goes to one of many renames that ask for its name at once', async () => {
    const writer = await served.asBiller();
    const clientCount = 6;
    for (let i = 0; i < clientCount; i++) await write(writer, `/f${i}.part`, `content ${i}`);
    const sessions = await Promise.all(Array.from({ length: clientCount }, () => served.asBiller()));
    const answers = await Promise.all(
      sessions.map((sftp, i) => answer((done) => sftp.rename(`/f${i}.part`, '/f', done as never))),
    );
    expect(answers.filter((each) => each === undefined)).toHaveLength(1);
    const winner = answers.indexOf(undefined);
    expect(readFileSync(path.join(served.root, 'f'), 'utf8')).toBe(`content ${winner}`);
    expect(readdirSync(served.root)).toHaveLength(clientCount);
  });

  test('is told although it is empty', async () => {
    const sftp = await served.asBiller();
    const handle = await opened(sftp, '/empty', 'wx');
    await answer((done) => sftp.close(handle, done as never));
    expect(served.stored).toEqual(['/empty']);
  });

  test('grows at its end when it is opened to be appended to', async () => {
    const sftp = await served.asBiller();
    await write(sftp, '/f', 'first');
    const handle = await opened(sftp, '/f', 'a');
    await answer((done) => sftp.write(handle, Buffer.from(', second'), 0, 8, 0, done as never));
    await answer((done) => sftp.close(handle, done as never));
    expect(readFileSync(path.join(served.root, 'f'), 'utf8')).toBe('first, second');
  });

  test('is not made larger than the server allows, by a byte far behind its end or by its size', async () => {
    const sftp = await served.asBiller();
    await write(sftp, '/f', 'x');
    const handle = await opened(sftp, '/f', 'r+');
    const tooFar = 101 * 1024 * 1024;
    const refusals = [
      await answer((done) => sftp.write(handle, Buffer.from('x'), 0, 1, tooFar, done as never)),
      await answer((done) => sftp.fsetstat(handle, { size: tooFar }, done as never)),
      await answer((done) => sftp.setstat('/f', { size: tooFar }, done as never)),
    ];
    expect(refusals).toEqual([{ status: FAILURE }, { status: FAILURE }, { status: FAILURE }]);
    expect(readFileSync(path.join(served.root, 'f'), 'utf8')).toBe('x');
  });

  test('takes the mode and the times that a client sets', async () => {
    const sftp = await served.asBiller();
    await write(sftp, '/f', 'x');
    await answer((done) => sftp.setstat('/f', { mode: 0o4600 }, done as never));
    await answer((done) => sftp.utimes('/f', 1_700_000_000, 1_700_000_000, done as never));
    const attributes = await answer<{ mode: number; mtime: number }>((done) => sftp.stat('/f', done));
    expect(attributes).toMatchObject({ mode: 0o100600, mtime: 1_700_000_000 });
  });

  test('is complete when CLOSE is answered although WRITEs were sent ahead of each other', async () => {
    const sftp = await served.asBiller();
    const handle = await opened(sftp, '/f', 'w');
    const piece = Buffer.alloc(30_000, 'A');
    const answers = Array.from({ length: 20 }, (_, i) =>
      answer((done) => sftp.write(handle, piece, 0, piece.length, i * piece.length, done as never)),
    );
    answers.push(answer((done) => sftp.close(handle, done as never)));
    await Promise.all(answers);
    expect(readFileSync(path.join(served.root, 'f'))).toHaveLength(600_000);
  });
});
