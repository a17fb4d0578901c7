import { describe, expect, test } from 'vitest';
import { openPostgresStore } from '../../src/store/open-store.ts';
import { newRemittance } from '../contract/store/store-rows.ts';
import { noteLeftOut } from '../support/left-out.ts';
import { query, startPostgres, whyNoPostgres } from '../support/postgres-server.ts';
import { takeBackTo } from './support/take-back.ts';

const reason = whyNoPostgres();
if (reason !== undefined) noteLeftOut('the migration of bank payments', reason);

describe.skipIf(reason !== undefined)('remittances of a database made before banks reported', () => {
  test('can be paired, and no payment of theirs is missed', async () => {
    const server = await startPostgres();
    const databaseUrl = await server.createDatabase();
    const before = await openPostgresStore({ databaseUrl });
    await before.inTransaction('t', ({ remittances }) => remittances.insert(newRemittance('R1')));
    await before.close();
    await query(server.asSuperuser(databaseUrl), takeBackTo('0013'));

    const after = await openPostgresStore({ databaseUrl });
    const found = await after.inTransaction('t', async ({ remittances, reassociation }) => ({
      remittance: await remittances.get('R1'),
      toPair: await reassociation.remittancesByTraceNumbers(['TRACE1']),
    }));
    expect(found.remittance).not.toHaveProperty('paymentMethod');
    expect(found.toPair).toMatchObject([{ remittanceId: 'R1', originator: '1900000099', isByEft: false }]);
    await after.close();
    await server.stop();
  });
});
