import { describe, expect, test } from 'vitest';
import { NO_PUBLICATION } from '../../../src/domain/ledger/publication.ts';
import type { ChainCheck, ChainPlace } from '../../../src/ports/ledger-store.ts';
import type { ContractCase } from './contract-store.ts';
import { entryOf } from './store-rows.ts';

const CHARGES = { kind: 'charges' } as const;

export function publicationContract({ run, contractStore, tenantId }: ContractCase): void {
  const publish = (...ids: string[]): Promise<string | undefined> =>
    run(({ ledger }) =>
      ledger.append(
        ids.map((id) => entryOf(id)),
        CHARGES,
      ),
    );
  const check = (after?: ChainPlace): Promise<ChainCheck> =>
    run(({ ledger }) => ledger.checkChain({ limit: 100, ...(after === undefined ? {} : { after }) }));

  describe('publications', () => {
    test('are a chain, each with what it published and the hash of the one before', async () => {
      const first = await publish('charge:B', 'charge:A');
      const second = await run(({ ledger }) =>
        ledger.append([entryOf('manual:1', { kind: 'manual' })], {
          kind: 'manual',
          remittanceId: 'R1',
          reason: 'agreed by telephone',
          actor: 'a biller',
        }),
      );
      const published = await run(({ ledger }) => ledger.publications({ limit: 9 }));
      expect(published).toMatchObject([
        { id: first, sequence: 1, kind: 'charges', entryCount: 2, previousSha256: NO_PUBLICATION },
        {
          id: second,
          sequence: 2,
          kind: 'manual',
          remittanceId: 'R1',
          reason: 'agreed by telephone',
          actor: 'a biller',
          entryCount: 1,
          previousSha256: published[0]?.sha256,
        },
      ]);
      await run(async ({ ledger }) => {
        expect(await ledger.publication(second ?? '')).toEqual(published[1]);
        expect(await ledger.publication('none')).toBeUndefined();
        expect(await ledger.publications({ after: 1, limit: 9 })).toEqual(published.slice(1));
        const entry = await ledger.entry('manual:1');
        expect(entry?.publicationId).toBe(second);
        // One instant for all that a transaction wrote.
        expect(published[1]?.publishedAt).toBe(entry?.postedAt);
        expect(await ledger.entry('none')).toBeUndefined();
      });
      expect(await check()).toEqual({ publicationCount: 2, entryCount: 3 });
    });

    test('hold what they added: nothing of what was there, and no publication of nothing', async () => {
      await publish('charge:A');
      await publish('charge:A', 'charge:B');
      expect(await publish('charge:A')).toBeUndefined();
      expect(await run(({ ledger }) => ledger.append([], CHARGES))).toBeUndefined();
      const published = await run(({ ledger }) => ledger.publications({ limit: 9 }));
      expect(published.map(({ entryCount }) => entryCount)).toEqual([1, 1]);
      expect(await check()).toEqual({ publicationCount: 2, entryCount: 2 });
    });

    test('of one transaction follow each other, and are gone with it', async () => {
      const twice = run(async ({ ledger }) => {
        await ledger.append([entryOf('charge:A')], CHARGES);
        await ledger.append([entryOf('charge:B')], CHARGES);
        throw new TypeError('a mistake');
      });
      await expect(twice).rejects.toThrow(TypeError);
      expect(await check()).toEqual({ publicationCount: 0, entryCount: 0 });
      await run(async ({ ledger }) => {
        await ledger.append([entryOf('charge:A')], CHARGES);
        await ledger.append([entryOf('charge:B')], CHARGES);
      });
      expect(await check()).toEqual({ publicationCount: 2, entryCount: 2 });
    });

    test('that come in parts are one, hashed as if they had come at once', async () => {
      const parts = [['charge:B', 'charge:D'], ['charge:C', 'charge:B'], [], ['charge:A']];
      await run(async ({ ledger }) => {
        let publicationId: string | undefined;
        for (const ids of parts) {
          const publication = publicationId === undefined ? CHARGES : { addTo: publicationId };
          const added = await ledger.append(
            ids.map((id) => entryOf(id)),
            publication,
          );
          publicationId ??= added;
        }
      });
      expect(await check()).toEqual({ publicationCount: 1, entryCount: 4 });
      const elsewhere = await run(({ ledger }) =>
        ledger.append([entryOf('charge:E')], { addTo: 'P1' }),
      ).catch((error: unknown) => error);
      expect(elsewhere).toBeInstanceOf(Error);
      expect(await check()).toEqual({ publicationCount: 1, entryCount: 4 });
    });

    test('of many transactions at once are one chain', async () => {
      await Promise.all(Array.from({ length: 12 }, (_, i) => publish(`charge:${i}`, `again:${i % 3}`)));
      const found = await check();
      expect(found.fault).toBeUndefined();
      expect(found).toMatchObject({ publicationCount: 12, entryCount: 15 });
    });

    test('are checked page by page, thousands of entries in one of them', async () => {
      await publish('charge:A');
      await publish(...Array.from({ length: 6000 }, (_, i) => `entry:${i}`));
      await publish('charge:B');
      const pages: ChainCheck[] = [];
      let after: ChainPlace | undefined;
      do {
        const place: { after?: ChainPlace } = after === undefined ? {} : { after };
        const page = await run(({ ledger }) => ledger.checkChain({ ...place, limit: 2 }));
        pages.push(page);
        after = page.next;
      } while (after !== undefined);
      expect(pages).toEqual([
        { publicationCount: 2, entryCount: 6001, next: expect.objectContaining({ sequence: 2 }) },
        { publicationCount: 1, entryCount: 1 },
      ]);
    });

    test('of other tenants are no part of the chain', async () => {
      await publish('charge:A');
      await contractStore().store.inTransaction('another-tenant', ({ ledger }) =>
        ledger.append([entryOf(`charge:${tenantId()}`)], CHARGES),
      );
      expect(await check()).toEqual({ publicationCount: 1, entryCount: 1 });
    });
  });

  describe('whoever may do everything and changes the past', () => {
    /** Runs SQL as the superuser, with every trigger of the tables out of the way. */
    async function tamper(...statements: readonly string[]): Promise<void> {
      const client = await contractStore().connect();
      try {
        await client.query('begin; set local session_replication_role = replica');
        await client.query('set local search_path = claimgate');
        await client.query("select set_config('claimgate.tenant', $1, true)", [tenantId()]);
        for (const statement of statements) {
          await client.query(statement.replaceAll('OURS', `tenant_id = '${tenantId()}'`));
        }
        await client.query('commit');
      } finally {
        await client.end();
      }
    }

    test.each([
      [
        'an amount',
        'entries-changed',
        2,
        [`update posting set amount_cents = amount_cents * 2 where entry_id = 'charge:B' and OURS`],
      ],
      [
        'an account',
        'entries-changed',
        2,
        [
          `update posting set account = 'write-offs' where entry_id = 'charge:B' and amount_cents > 0 and OURS`,
        ],
      ],
      [
        'a date',
        'entries-changed',
        1,
        [`update journal_entry set effective_date = '2020-01-01' where id = 'charge:A' and OURS`],
      ],
      [
        'the order of postings',
        'entries-changed',
        3,
        [`update posting set ordinal = 9 where entry_id = 'charge:C' and ordinal = 1 and OURS`],
      ],
      [
        'an entry that is gone',
        'entries-changed',
        2,
        [
          `delete from journal_entry where id = 'charge:B' and OURS`,
          `delete from posting where entry_id = 'charge:B' and OURS`,
        ],
      ],
      [
        'an entry that is new',
        'entries-changed',
        2,
        [
          `insert into journal_entry (id, kind, effective_date, posting_count, publication_id)
             select 'charge:X', kind, effective_date, posting_count, publication_id
             from journal_entry where id = 'charge:B' and OURS`,
          `insert into posting (entry_id, ordinal, account, amount_cents)
             select 'charge:X', ordinal, account, amount_cents from posting where entry_id = 'charge:B' and OURS`,
        ],
      ],
      [
        'the publication of an entry',
        'entries-changed',
        1,
        [
          `update journal_entry set publication_id =
             (select publication_id from journal_entry where id = 'charge:A' and OURS)
           where id = 'charge:C' and OURS`,
        ],
      ],
      [
        'a publication that is gone',
        'publication-missing',
        2,
        ['delete from publication where sequence = 2 and OURS'],
      ],
      [
        'a publication that is gone, and the gap closed',
        'link-broken',
        2,
        [
          'delete from publication where sequence = 2 and OURS',
          'update publication set sequence = 2 where sequence = 3 and OURS',
        ],
      ],
      [
        'the last publication that is gone',
        'end-differs',
        2,
        ['delete from publication where sequence = 3 and OURS'],
      ],
      ['every publication that is gone', 'end-differs', 0, ['delete from publication where OURS']],
      [
        'the order of two publications',
        'link-broken',
        1,
        [
          'update publication set sequence = sequence + 10 where sequence < 3 and OURS',
          'update publication set sequence = 23 - sequence - 10 where sequence > 10 and OURS',
        ],
      ],
      [
        'what a publication says',
        'publication-changed',
        2,
        [`update publication set reason = 'none' where sequence = 2 and OURS`],
      ],
      [
        'when it was published',
        'publication-changed',
        2,
        [`update publication set published_at = published_at + interval '1 day' where sequence = 2 and OURS`],
      ],
      ['the head', 'end-differs', 3, ['update publication_head set sequence = 2 where OURS']],
      [
        'postings of no entry',
        'rows-unpublished',
        3,
        [
          `insert into posting (entry_id, ordinal, account, amount_cents)
             values ('none', 1, 'charges', -5), ('none', 2, 'write-offs', 5)`,
        ],
      ],
      [
        'an entry of no publication',
        'rows-unpublished',
        3,
        [
          `insert into journal_entry (id, kind, effective_date, posting_count, publication_id)
             values ('charge:X', 'charge', '2026-06-03', 2, 'none')`,
        ],
      ],
    ])('is found out: %s', async (_, kind, sequence, statements) => {
      for (const id of ['charge:A', 'charge:B', 'charge:C']) await publish(id);
      expect((await check()).fault).toBeUndefined();
      await tamper(...statements);
      expect((await check()).fault).toEqual({ kind, sequence });
    });
  });
}
