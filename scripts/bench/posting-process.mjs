// The process that posts, so that its memory is its own. Told `{ built, address, archiveDirectory }` once, it opens the
// gateway's store and archive and idles; told `{ post }`, it posts that archived file and says how many seconds it took.
import { load } from './built-core.mjs';
import { seconds } from './pipeline-stores.mjs';
import { openGateway } from './posting-gateway.mjs';

let gateway;
let store;

process.on('message', (told) => {
  hear(told).then(
    (said) => process.send(said),
    (error) => process.send({ error: error.stack }),
  );
});

process.once('disconnect', () => void store?.close());

async function hear(told) {
  if (told.post !== undefined) return { seconds: await seconds(() => gateway.post(told.post)) };
  const { built, address, archiveDirectory } = told;
  const { openGuestStore, openPostgresStore } = await load(built, 'store/open-store.js');
  store = await (address.directory === undefined ? openPostgresStore(address) : openGuestStore(address));
  gateway = await openGateway(built, { store, archiveDirectory });
  return { ready: true };
}
