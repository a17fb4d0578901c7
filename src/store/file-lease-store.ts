import { type Kysely, sql } from 'kysely';
import type { FileLeases } from '../ports/file-leases.ts';
import type { Database } from './database.ts';
import { remotePathKey } from './remote-path-key.ts';
import { rowSet } from './row-set.ts';

export function fileLeaseStore(db: Kysely<Database>): FileLeases {
  return {
    async take(partnerId, remotePaths, { owner, leaseSeconds }) {
      const pathOf = new Map(remotePaths.map((path) => [remotePathKey(path), path]));
      const given = rowSet(
        { key: 'text' },
        [...pathOf.keys()].map((key) => ({ key })),
      );
      // In the order of the keys, so that two pollers never wait for each other.
      const { rows } = await sql<{ readonly key: string }>`
        insert into file_lease (partner_id, remote_path_sha256, lease_owner, lease_until)
        select ${partnerId}, key, ${owner}, clock_timestamp() + make_interval(secs => ${leaseSeconds})
        from ${given} order by key
        on conflict (tenant_id, partner_id, remote_path_sha256) do update set
          lease_owner = excluded.lease_owner, lease_until = excluded.lease_until
        where file_lease.lease_until <= clock_timestamp() or file_lease.lease_owner = excluded.lease_owner
        returning remote_path_sha256 as key
      `.execute(db);
      return new Set(rows.flatMap(({ key }) => pathOf.get(key) ?? []));
    },
    async release(partnerId, remotePaths, owner) {
      if (remotePaths.length === 0) return;
      await db
        .deleteFrom('file_lease')
        .where('partner_id', '=', partnerId)
        .where('lease_owner', '=', owner)
        .where('remote_path_sha256', 'in', remotePaths.map(remotePathKey))
        .execute();
    },
  };
}
