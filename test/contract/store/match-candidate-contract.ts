import { describe, expect, test } from 'vitest';
import type { MatchCandidate } from '../../../src/domain/matching/match-candidate.ts';
import { matchCandidate } from '../../../src/domain/matching/match-candidate.ts';
import type { ClaimReader } from '../../../src/ports/claim-store.ts';
import { day, serviceLine, soundClaim } from '../../domain/support/claims.ts';
import type { ContractCase } from './contract-store.ts';
import { attemptFor, factOf, newClaim, newInterchange } from './store-rows.ts';

type Numbers = Parameters<ClaimReader['candidatesByNumbers']>[0];

const NO_NUMBERS: Numbers = { patientControlNumbers: [], payerClaimControlNumbers: [] };

export function matchCandidateContract({ run, contractStore }: ContractCase): void {
  const found = async (numbers: Partial<Numbers>): Promise<readonly MatchCandidate[]> =>
    await run(({ claims }) => claims.candidatesByNumbers({ ...NO_NUMBERS, ...numbers }));

  describe('claims that a claim payment may be for', () => {
    test('are found by any number, each once and whole', async () => {
      const replaced = { frequency: '7', payerClaimControlNumber: 'P0' } as const;
      await run(async ({ claims, interchanges, facts }) => {
        await claims.insert([
          newClaim('A'),
          newClaim('B'),
          newClaim('C', {}, replaced),
          newClaim('D'),
          newClaim('E'),
        ]);
        await interchanges.insert(newInterchange(1));
        await claims.insertAttempts([
          attemptFor('A'),
          attemptFor('A', { number: 2, patientControlNumber: 'A02' }),
          attemptFor('B'),
          attemptFor('D'),
        ]);
        await facts.append([
          factOf('1', 'B', frontEndStatus('P1')),
          factOf('2', 'B', frontEndStatus('P1', 'clearinghouse')),
          factOf('3', 'B', frontEndStatus('P2')),
          factOf('4', 'E', frontEndStatus('P9')),
        ]);
      });
      const candidates = await found({
        patientControlNumbers: ['A01', 'A02', 'B01', 'none', ''],
        payerClaimControlNumbers: ['P1', 'P0', 'none'],
      });
      const numbers = (ours: readonly string[], told: readonly string[] = []) => ({
        patientControlNumbers: ours,
        payerClaimControlNumbers: told,
      });
      expect(candidates).toEqual([
        matchCandidate('A', soundClaim({ accountNumber: 'A' }), numbers(['A01', 'A02'])),
        matchCandidate('B', soundClaim({ accountNumber: 'B' }), numbers(['B01'], ['P1'])),
        matchCandidate('C', soundClaim({ accountNumber: 'C', ...replaced }), numbers([])),
      ]);
      expect(await found({})).toEqual([]);
      // E was never sent, so that no number of ours begins with its id.
      expect(await run(({ claims }) => claims.candidatesByIds(['D', 'E', 'none']))).toEqual([
        matchCandidate('D', soundClaim({ accountNumber: 'D' }), numbers(['D01'])),
      ]);
    });

    test('are found by member, whatever the case and dashes, and the day of the first service', async () => {
      const { subscriber } = soundClaim();
      const later = serviceLine(1, 12_500, { serviceDate: day('2026-06-04') });
      await run(({ claims }) =>
        claims.insert([
          newClaim('A', {}, { subscriber: { ...subscriber, memberId: 'cgm-100 900' } }),
          newClaim('B', {}, { lines: [later] }),
          newClaim('C', {}, { lines: [later, serviceLine(2, 0)] }),
          newClaim('D', {}, { subscriber: { ...subscriber, memberId: 'CGM100901' } }),
        ]),
      );
      const ids = async (memberId: string, serviceDate: string): Promise<string[]> =>
        await run(async ({ claims }) =>
          (await claims.candidatesByMembers([{ memberId, serviceDate: day(serviceDate) }])).map(
            ({ claimId }) => claimId,
          ),
        );
      expect(await ids('CGM100900', '2026-06-03')).toEqual(['A', 'C']);
      expect(await ids('cgm.100900', '2026-06-04')).toEqual(['B']);
      expect(await ids('CGM100902', '2026-06-03')).toEqual([]);
      expect(await run(({ claims }) => claims.candidatesByMembers([]))).toEqual([]);
    });

    test('are of the tenant who asks', async () => {
      await run(async ({ claims, facts }) => {
        await claims.insert([newClaim('A')]);
        await facts.append([factOf('1', 'A', frontEndStatus('P1'))]);
      });
      const numbers = { ...NO_NUMBERS, payerClaimControlNumbers: ['P1'] };
      const service = { memberId: 'CGM100900', serviceDate: day('2026-06-03') };
      const others = await contractStore().store.inTransaction('other', async ({ claims }) => [
        ...(await claims.candidatesByNumbers(numbers)),
        ...(await claims.candidatesByMembers([service])),
      ]);
      expect(others).toEqual([]);
      expect(await found(numbers)).toHaveLength(1);
    });
  });
}

function frontEndStatus(
  payerClaimControlNumber: string,
  from: 'clearinghouse' | 'payer' = 'payer',
): Parameters<typeof factOf>[2] {
  return {
    kind: 'claim.front-end-status',
    from,
    outcome: 'accepted',
    statuses: [{ category: 'A2', status: '20' }],
    payerClaimControlNumber,
  };
}
