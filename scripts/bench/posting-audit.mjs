// What must be true when the files of the posting benchmark are posted.
import { load } from './built-core.mjs';
import { TENANT } from './posting-claims.mjs';

/** Throws unless what `files` say, as `writeRemittances` told it, is in the books to the cent, and the books are whole. */
export async function assertBooked(built, { store, files }) {
  const total = (of) => files.reduce((sum, file) => sum + of(file), 0);
  const { remittances, balance, undecided } = await store.inTransaction(TENANT, async (transaction) => ({
    remittances: await transaction.remittances.list({ limit: 1000 }),
    balance: await transaction.ledger.trialBalance(),
    undecided: (await transaction.claims.countByHeadline()).filter(
      ({ headline }) => headline === 'accepted-by-payer',
    ),
  }));
  expect(
    remittances.length === total(({ sets }) => sets) &&
      remittances.every(({ state }) => state === 'published'),
    'every remittance is published',
  );
  const balanceOf = (wanted) => {
    const line = balance.find(({ account }) => account === wanted);
    return line === undefined ? 0 : line.debitCents + line.creditCents;
  };
  expect(
    balance.reduce((sum, line) => sum + line.debitCents + line.creditCents, 0) === 0,
    'the books balance',
  );
  expect(
    balanceOf('payer-payments-in-transit') === total(({ transitCents }) => transitCents),
    'what is in transit is what the remittances pay',
  );
  expect(
    -balanceOf('unapplied-payments') === total(({ unappliedCents }) => unappliedCents),
    'what is unapplied was paid for claims that are not ours',
  );
  expect(undecided.length === 0, 'every claim is decided');
  const { verifyLedger } = await load(built, 'flows/verify-ledger.js');
  const { fault } = await verifyLedger({ store }, TENANT);
  expect(fault === undefined, 'the chain of publications is whole');
}

/** Throws unless as many claim payments are on record as the files have. */
export function assertComplete(rows, { payments }) {
  expect(rows.claim_payment === payments, 'each claim payment is on record');
  expect(rows.claim_payment_match === payments, 'of each claim payment it is on record which claim it is');
}

function expect(condition, sentence) {
  if (!condition) throw new Error(`not so: ${sentence}`);
}
