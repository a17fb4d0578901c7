// What of the gateway posts a remittance: a partner, an archive and the flow that receives files.
import { createReadStream, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { load } from './built-core.mjs';
import { PARTNER, TENANT } from './posting-claims.mjs';

const PROFILE = fileURLToPath(new URL(`../../samples/partners/${PARTNER}.yaml`, import.meta.url));

/** `archive(file)` puts a file on record and gives its SHA-256; `post(sha256)` receives it, as a worker does. */
export async function openGateway(built, { store, archiveDirectory }) {
  const { openDirectoryArchive } = await load(built, 'store/archive/directory-archive.js');
  const { receiveFile } = await load(built, 'flows/receive-file.js');
  const { decodeLatin1 } = await load(built, 'main/latin-1.js');
  const { partnerProfileSchema } = await load(built, 'partners/profile.js');
  const { instantOf } = await load(built, 'base/time.js');
  const profile = partnerProfileSchema.parse(parse(readFileSync(PROFILE, 'utf8')));
  const archive = await openDirectoryArchive(archiveDirectory);
  const dependencies = {
    store,
    archive,
    wakeUp: { wake: () => undefined },
    decode: decodeLatin1,
    profileOf: () => profile,
    clock: { now: () => instantOf(new Date()) },
  };
  return {
    async archive(file) {
      const { sha256, sizeBytes } = await archive.put(createReadStream(file));
      const sighting = { remotePath: path.basename(file), sizeBytes, modifiedAtSeconds: 0 };
      await store.inTransaction(TENANT, ({ files }) =>
        files.record({ partnerId: PARTNER, sha256, sizeBytes, sighting }),
      );
      return sha256;
    },
    async post(sha256) {
      const { outcome, reasonCode } = await receiveFile(dependencies, TENANT, sha256);
      if (outcome !== 'applied') throw new Error(`the remittance was ${outcome}: ${reasonCode}`);
    },
  };
}
