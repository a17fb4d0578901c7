import { afterAll, beforeAll, expect, test } from 'vitest';
import { exceptionLines } from '../../../src/cli/exceptions/exception-lines.ts';
import type { MatchEvidence } from '../../../src/domain/matching/match-evidence.ts';
import { tellException } from '../../../src/flows/exceptions/tell-exception.ts';
import { onFile } from '../../domain/posting/support/books.ts';
import { claimPayment } from '../../domain/support/remittances.ts';
import { type FlowBench, openFlowBench } from '../support/flow-bench.ts';

let bench: FlowBench;
beforeAll(async () => {
  bench = await openFlowBench();
});
afterAll(() => bench.stop());

const EVIDENCE: MatchEvidence = {
  patientControlNumber: 'beginning',
  payerClaimControlNumber: 'not-given',
  payer: 'agrees',
  payee: 'agrees',
  charge: 'differs',
  serviceDates: 'agrees',
  member: 'differs',
  name: 'agrees',
  procedures: 'same',
};

test('of a payment that found no claim it tells which were proposed, what agreed, and what a person did', async () => {
  const { tenantId } = bench.tenant();
  const place = { remittanceId: 'R1', ordinal: 3 };
  const id = 'unmatched-claim-payment:R1:3';
  await bench.store.inTransaction(tenantId, async ({ claimPayments, workItems, resolutions }) => {
    await claimPayments.insert([onFile(claimPayment({ ordinal: 3, paidCents: 8000 }))]);
    await claimPayments.decide([
      {
        ...place,
        disposition: 'none',
        tier: 3,
        evidence: { proposals: [{ claimId: 'CLAIM7', tier: 3, evidence: EVIDENCE }] },
        decidedBy: 'rule',
        reason: 'charge-mismatch',
      },
    ]);
    await workItems.open([
      { id, kind: 'unmatched-claim-payment', remittanceId: 'R1', codes: ['charge-mismatch'] },
    ]);
    await resolutions.record([
      { id: 'RES1', workItemId: id, action: 'accept', reason: 'not ours', actor: 'ada' },
      { id: 'RES2', workItemId: id, action: 'undo', reason: 'it is', actor: 'ada', undoes: 'RES1' },
    ]);
  });
  const story = await tellException(bench, tenantId, id);
  if (story === undefined) throw new Error('the exception is there');
  const lines = exceptionLines(story).map((line) =>
    line.replaceAll(/\d{4}-\d\d-\d\d \d\d:\d\d:\d\d/g, 'NOW'),
  );
  expect(lines).toEqual([
    'unmatched-claim-payment unmatched-claim-payment:R1:3',
    'opened NOW',
    'claim payment 3: our number CGTEST0000003, status 1, $80.00 charged, $80.00 paid; segment 1, bytes 0–1',
    '',
    'What it is',
    '  the charge is not what was billed: of the claim (the money waits), or of a line (it is posted)',
    '  charge-mismatch',
    '',
    'What was tried',
    '  NOW  not matched: charge-mismatch',
    '        proposed: claim CLAIM7, found by what our number begins with, the person and the day (tier 3): our number beginning, charge differs, day of service agrees, procedures same, member differs, name agrees, payer agrees, payee agrees',
    '',
    'What to do',
    '  compare with the claim that was sent; match it if the payer changed the charge with good reason',
    '  claimgate exceptions resolve unmatched-claim-payment:R1:3 --as match|unmatch|accept --reason TEXT',
    '',
    'What was decided',
    '  NOW  RES1  accept by ada: not ours',
    '  NOW  RES2  took back RES1 by ada: it is',
  ]);
});
