import { Failure } from '../base/failure.ts';
import type { Store } from '../ports/store.ts';
import { giveArchiveId, readArchiveId } from '../store/archive/archive-id.ts';

/**
 * Makes sure that the archive of this host is the one that goes with the database: both hold the same id, which the
 * first start gives them. Bytes kept in another archive (of a share that is not mounted, say) would be found by no
 * other host. Throws `archive.not-shared`.
 */
export async function assertSharedArchive(store: Store, tenantId: string, directory: string): Promise<void> {
  const known = await store.inTransaction(tenantId, ({ installation }) => installation.archiveId());
  const own = known === undefined ? await giveArchiveId(directory) : await readArchiveId(directory);
  if (own !== undefined && own === known) return;
  if (own !== undefined && known === undefined) {
    const adopted = await store.inTransaction(tenantId, ({ installation }) => installation.adoptArchive(own));
    if (adopted === own) return;
  }
  throw new Failure({
    code: 'archive.not-shared',
    message:
      'the archive of this host is not the one that the database knows; all hosts share one archive directory: ' +
      'mount it here, or restore the one that belongs to the database',
    isRetryable: false,
  });
}
