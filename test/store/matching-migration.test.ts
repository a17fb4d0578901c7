import { describe, expect, test } from 'vitest';
import { openPostgresStore } from '../../src/store/open-store.ts';
import { factOf, newClaim } from '../contract/store/store-rows.ts';
import { day } from '../domain/support/claims.ts';
import { noteLeftOut } from '../support/left-out.ts';
import { query, startPostgres, whyNoPostgres } from '../support/postgres-server.ts';
import { takeBackTo } from './support/take-back.ts';

const reason = whyNoPostgres();
if (reason !== undefined) noteLeftOut('the migration of what claims are matched by', reason);

describe.skipIf(reason !== undefined)(
  'claims of a database made before they were found by other numbers',
  () => {
    test('are found by them', async () => {
      const server = await startPostgres();
      const databaseUrl = await server.createDatabase();
      const before = await openPostgresStore({ databaseUrl });
      await before.inTransaction('t', async ({ claims, facts }) => {
        await claims.insert([
          newClaim('A'),
          newClaim('B', {}, { frequency: '7', payerClaimControlNumber: 'P0' }),
        ]);
        await facts.append([
          factOf('1', 'A', {
            kind: 'claim.front-end-status',
            from: 'payer',
            outcome: 'accepted',
            statuses: [],
            payerClaimControlNumber: 'P1',
          }),
        ]);
      });
      await before.close();
      await query(server.asSuperuser(databaseUrl), takeBackTo('0012'));

      const after = await openPostgresStore({ databaseUrl });
      const found = await after.inTransaction('t', async ({ claims }) => ({
        byNumbers: await claims.candidatesByNumbers({
          patientControlNumbers: [],
          payerClaimControlNumbers: ['P0', 'P1'],
        }),
        byMembers: await claims.candidatesByMembers([
          { memberId: 'CGM100900', serviceDate: day('2026-06-03') },
        ]),
      }));
      expect(found.byNumbers.map(({ claimId }) => claimId)).toEqual(['A', 'B']);
      expect(found.byMembers.map(({ claimId }) => claimId)).toEqual(['A', 'B']);
      await after.close();
      await server.stop();
    });
  },
);
