// What stands in the books after a scenario, in the words of its expectation.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const LIMIT = 10_000;
const TRANSIT = 'payer-payments-in-transit';

/** Statuses, balances, remittances and open work items; and what must hold after every scenario. */
export async function foundIn({ money, pairing }, { store, tenantId, bank }) {
  const print = money.printCents;
  return await store.inTransaction(tenantId, async (transaction) => {
    const { claims, ledger, remittances, workItems } = transaction;
    const listed = await claims.list({ limit: LIMIT });
    const accountOf = new Map(listed.map((claim) => [claim.id, claim.accountNumber]));
    const rows = await ledger.trialBalance();
    const sums = rows.map(({ account, debitCents, creditCents }) => [account, debitCents + creditCents]);
    const total = sums.reduce((sum, [, amount]) => sum + amount, 0);
    const stored = await remittances.list({ limit: LIMIT });
    const broken = total === 0 ? [] : [`the trial balance is ${print(total)}`];
    for (const remittance of stored) {
      const entries = await ledger.entriesForRemittance(remittance.id);
      const transit = entries
        .flatMap((entry) => entry.postings)
        .filter(({ account }) => account === TRANSIT)
        .reduce((sum, { amountCents }) => sum + amountCents, 0);
      const due = remittance.state === 'published' ? remittance.paidCents : 0;
      if (transit !== due) {
        broken.push(`${remittance.traceNumber}: in transit ${print(transit)}, paid ${print(due)}`);
      }
    }
    const items = await workItems.list({ limit: LIMIT });
    const { pairs } = await pairing.onFile(
      transaction,
      stored.map(({ traceNumber }) => traceNumber),
    );
    return {
      statuses: Object.fromEntries(listed.map((claim) => [claim.accountNumber, claim.headline])),
      balances: Object.fromEntries(
        sums.filter(([, amount]) => amount !== 0).map(([account, amount]) => [account, print(amount)]),
      ),
      remittances: stored.map(({ payerName, paidCents, state }) => ({
        payer: payerName,
        paid: print(paidCents),
        state,
      })),
      workItems: items.map(({ claimId, kind, amountCents, codes }) => ({
        ...(claimId === undefined ? {} : { account: accountOf.get(claimId) }),
        kind,
        ...(amountCents === undefined ? {} : { amount: print(amountCents) }),
        codes,
      })),
      bank: readdirSync(bank).flatMap((name) =>
        entriesOf(readFileSync(path.join(bank, name), 'latin1'), print),
      ),
      pairs: pairs.map(({ remittance, payment }) => ({
        trace: remittance.traceNumber,
        remittance: print(remittance.paidCents),
        bank: print(payment.amountCents),
      })),
      broken,
    };
  });
}

/** Amount and TRN of each entry of a CCD+ file: record 6 field 6, record 7 field 3. */
function entriesOf(text, print) {
  const lines = text.split('\n');
  return lines.flatMap((line, index) =>
    line.startsWith('622')
      ? [{ amount: print(Number(line.slice(29, 39))), trace: lines[index + 1].slice(3, 83).split('*')[2] }]
      : [],
  );
}
