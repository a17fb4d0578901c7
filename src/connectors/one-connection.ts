import type { Transport, TransportSession } from '../ports/transport.ts';

/**
 * Lets one connection to a partner be open at a time in this process: who comes later waits until the one before has
 * closed. Many partners allow no second, and files that are sent one after the other arrive in the order of their
 * control numbers.
 */
export function oneConnectionAtATime(transport: Transport): Transport {
  let last: Promise<unknown> = Promise.resolve();
  return {
    async connect() {
      const before = last;
      let open!: () => void;
      last = new Promise<void>((resolve) => {
        open = resolve;
      });
      await before;
      try {
        return closing(await transport.connect(), open);
      } catch (error) {
        open();
        throw error;
      }
    },
  };
}

/** The session, which lets the next one in when it is closed, however that goes. */
function closing(session: TransportSession, letNextIn: () => void): TransportSession {
  return {
    renameMode: session.renameMode,
    canSync: session.canSync,
    list: (directory) => session.list(directory),
    stat: (path) => session.stat(path),
    create: (path, bytes) => session.create(path, bytes),
    read: (path) => session.read(path),
    rename: (from, to) => session.rename(from, to),
    remove: (path) => session.remove(path),
    fileSystemOf: (directory) => session.fileSystemOf(directory),
    async close() {
      try {
        await session.close();
      } finally {
        letNextIn();
      }
    },
  };
}
