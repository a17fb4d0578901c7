import { expect, test } from 'vitest';
import { InvariantViolation } from '../../../src/base/invariant.ts';
import { cents } from '../../../src/base/money.ts';
import { chargeEntry } from '../../../src/domain/ledger/charge-entry.ts';
import { journalEntry } from '../../../src/domain/ledger/journal-entry.ts';
import { day } from '../support/claims.ts';

test('a charge is what the payer owes, under an id that only this claim has', () => {
  expect(chargeEntry({ claimId: 'C1', chargeCents: cents(12_500), serviceDate: day('2026-06-03') })).toEqual({
    id: 'charge:C1',
    kind: 'charge',
    effectiveDate: '2026-06-03',
    claimId: 'C1',
    postings: [
      { account: 'insurance-receivable', amountCents: 12_500 },
      { account: 'charges', amountCents: -12_500 },
    ],
  });
});

test('an entry that does not balance cannot be built', () => {
  const { postings, ...entry } = chargeEntry({
    claimId: 'C1',
    chargeCents: cents(100),
    serviceDate: day('2026-06-03'),
  });
  expect(() => journalEntry({ ...entry, postings: postings.slice(1) })).toThrow(InvariantViolation);
});
