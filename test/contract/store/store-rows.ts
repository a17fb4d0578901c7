import { createHash } from 'node:crypto';
import { cents } from '../../../src/base/money.ts';
import type { ProfessionalClaim } from '../../../src/domain/claim/claim.ts';
import type { FactBody } from '../../../src/domain/claim/fact.ts';
import { foldClaim } from '../../../src/domain/claim/fold.ts';
import type { ClaimHeadline, ClaimStatus } from '../../../src/domain/claim/status.ts';
import type { JournalEntry } from '../../../src/domain/ledger/journal-entry.ts';
import type { ClaimAttempt, Fact, NewClaim } from '../../../src/ports/claim-store.ts';
import type { NewInterchange } from '../../../src/ports/exchange-store.ts';
import type { NewRemittance } from '../../../src/ports/remittance-store.ts';
import { day, soundClaim } from '../../domain/support/claims.ts';

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

export const READY: ClaimStatus = foldClaim([{ body: { kind: 'claim.accepted' } }]);

export function statusOf(headline: ClaimHeadline): ClaimStatus {
  return { ...READY, headline };
}

/** A ready claim of partner `p1`: claim `A` has the key and account number `A` too. */
export function newClaim(
  id: string,
  changes: Partial<NewClaim> = {},
  content: Partial<ProfessionalClaim> = {},
): NewClaim {
  return {
    id,
    key: id,
    contentSha256: sha256(`content of ${id}`),
    archiveSha256: sha256('submission'),
    partnerId: 'p1',
    claim: soundClaim({ accountNumber: id, ...content }),
    status: READY,
    ...changes,
  };
}

/** Interchange `n` of a partner, with its control numbers. */
export function newInterchange(ordinal: number, changes: Partial<NewInterchange> = {}): NewInterchange {
  return {
    id: `I${ordinal}`,
    partnerId: 'p1',
    interchangeControlNumber: String(ordinal).padStart(9, '0'),
    groupControlNumber: String(ordinal),
    archiveSha256: sha256(`interchange ${ordinal}`),
    sizeBytes: 1000 + ordinal,
    fileName: `CG${ordinal}.837`,
    claimCount: 1,
    chargeCents: cents(12_500),
    ...changes,
  };
}

export function attemptFor(claimId: string, changes: Partial<ClaimAttempt> = {}): ClaimAttempt {
  return {
    claimId,
    number: 1,
    patientControlNumber: `${claimId}01`,
    interchangeId: 'I1',
    setControlNumber: '0001',
    ...changes,
  };
}

export function factOf(id: string, subject: string, body: FactBody): Fact {
  const subjectKind = body.kind.startsWith('claim.') ? 'claim' : 'interchange';
  return { id, subjectKind, subjectId: subject, body };
}

export function accepted(claimId: string): Fact {
  return factOf(`claim.accepted:${claimId}`, claimId, { kind: 'claim.accepted' });
}

/** A charge of so many cents; any amounts may be given instead, also such as `journalEntry()` would refuse. */
export function entryOf(id: string, changes: Partial<JournalEntry> = {}): JournalEntry {
  return {
    id,
    kind: 'charge',
    effectiveDate: day('2026-06-03'),
    claimId: 'A',
    postings: [
      { account: 'insurance-receivable:primary', amountCents: cents(12_500) },
      { account: 'charges', amountCents: cents(-12_500) },
    ],
    ...changes,
  };
}

export function newRemittance(id: string, changes: Partial<NewRemittance> = {}): NewRemittance {
  return {
    id,
    identity: `identity of ${id}`,
    contentSha256: sha256(`content of ${id}`),
    fileSha256: sha256('remittance file'),
    setControlNumber: '0001',
    payerName: 'CLAIMGATE SAMPLE HEALTH',
    payerKey: '1900000099|CGPAY1|CLAIMGATE SAMPLE HEALTH',
    payee: { name: 'RIVERBEND FAMILY CLINIC', npi: '1999999984' },
    traceNumber: 'TRACE1',
    paymentDate: day('2026-06-20'),
    paidCents: cents(10_000),
    paymentMethod: 'ACH',
    claimCount: 1,
    state: 'published',
    proof: {
      isBalanced: true,
      checkedCount: { services: 2, claims: 1, transactions: 1 },
      failures: [],
      differenceCents: { service: cents(0), claim: cents(0), transaction: cents(0) },
      claimPaidCents: cents(10_000),
      providerAdjustmentCents: cents(0),
      paymentCents: cents(10_000),
    },
    proofSha256: sha256(`proof of ${id}`),
    ...changes,
  };
}
