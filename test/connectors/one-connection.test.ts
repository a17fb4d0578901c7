import { afterAll, beforeAll, expect, test } from 'vitest';
import { oneConnectionAtATime } from '../../src/connectors/one-connection.ts';
import type { Transport } from '../../src/ports/transport.ts';
import { type SftpMailbox, startSftpMailbox } from '../support/sftp-mailbox.ts';

let mailbox: SftpMailbox;

beforeAll(async () => {
  mailbox = await startSftpMailbox();
});
afterAll(() => mailbox.stop());

/** Counts the connections that are open at once. */
function counted(transport: Transport): { transport: Transport; most: () => number } {
  let openCount = 0;
  let most = 0;
  return {
    most: () => most,
    transport: {
      async connect() {
        most = Math.max(most, ++openCount);
        const session = await transport.connect();
        const close = async (): Promise<void> => {
          await session.close();
          openCount--;
        };
        return Object.assign(Object.create(session) as typeof session, { close });
      },
    },
  };
}

test('no two connections are open at once, and they come in the order in which they were asked for', async () => {
  const { transport, most } = counted(mailbox.transport());
  const single = oneConnectionAtATime(transport);
  const order: number[] = [];
  await Promise.all(
    [1, 2, 3, 4].map(async (number) => {
      const session = await single.connect();
      order.push(number);
      await session.list('/out');
      await session.close();
    }),
  );
  expect(order).toEqual([1, 2, 3, 4]);
  expect(most()).toBe(1);
});

test('a connection that fails keeps nobody waiting', async () => {
  let attempts = 0;
  const single = oneConnectionAtATime({
    connect: () =>
      ++attempts === 1 ? Promise.reject(new Error('no answer')) : mailbox.transport().connect(),
  });
  const [first, second] = await Promise.allSettled([single.connect(), single.connect()]);
  expect(first.status).toBe('rejected');
  expect(second.status).toBe('fulfilled');
  if (second.status === 'fulfilled') await second.value.close();
});
