// A process of its own with a store of the built program, for tests that kill it or lock it out.
import { openEmbeddedStore, openGuestStore } from '../../../dist/store/open-store.js';

const [command, directory, count] = process.argv.slice(2);

function say(line) {
  process.stdout.write(`${line}\n`);
}

/** Each transaction writes to two tables; its number is said only after it was committed. */
function commit(store, number) {
  return store.inTransaction('t', async ({ workItems, jobs }) => {
    await workItems.open([{ id: String(number), kind: 'denial', codes: [] }]);
    await jobs.enqueue([{ kind: 'receive-file', subject: String(number), delaySeconds: 9999 }]);
  });
}

const COMMANDS = {
  /** Commits with four writers until it is killed; counts on from the number given. */
  async write() {
    const store = await openEmbeddedStore({ directory });
    say('open');
    let number = Number(count);
    async function writer() {
      for (;;) {
        const own = ++number;
        await commit(store, own);
        say(own);
      }
    }
    await Promise.all([writer(), writer(), writer(), writer()]);
  },
  async own() {
    const store = await openEmbeddedStore({ directory });
    await commit(store, 1);
    say('open');
    await store.close();
  },
  async guest() {
    const store = await openGuestStore({ directory });
    await commit(store, Number(count));
    const items = await store.inTransaction('t', ({ workItems }) => workItems.list({ limit: 99 }));
    say(items.map(({ id }) => id).join(','));
    await store.close();
  },
};

try {
  await COMMANDS[command]();
} catch (error) {
  say(`${error.code}: ${error.message}`);
  process.exitCode = 1;
}
