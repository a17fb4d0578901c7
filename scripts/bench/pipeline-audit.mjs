// What must be true of a gateway through which a known number of claims has gone.

const LIST_MAX = 100_000;

/** Throws unless every claim was sent once and decided, every answer applied, and the books are balanced and whole. */
export async function assertPosted(
  { claims, deliveries, files, interchanges, remittances, ledger },
  claimCount,
) {
  const headlines = await claims.countByHeadline();
  const open = headlines.filter(({ headline }) => OPEN.has(headline));
  expect(sum(headlines.map(({ count }) => count)) === claimCount, 'every claim is there once');
  expect(
    open.length === 0,
    `every claim is decided or rejected, but some are ${open.map((one) => one.headline)}`,
  );
  const sent = await interchanges.list({ limit: LIST_MAX });
  expect(sum(sent.map((one) => one.claimCount)) === claimCount, 'every claim is in one interchange');
  const delivered = await deliveries.list({ limit: LIST_MAX });
  expect(delivered.length === sent.length, 'every interchange has a delivery');
  expect(
    delivered.every(({ state }) => state === 'DELIVERED'),
    'every delivery has arrived',
  );
  const unapplied = await files.list({ state: 'archived', limit: LIST_MAX });
  const quarantined = await files.list({ state: 'quarantined', limit: LIST_MAX });
  expect(unapplied.length + quarantined.length === 0, 'every answer is applied');
  const posted = await remittances.list({ limit: LIST_MAX });
  expect(
    posted.length > 0 && posted.every(({ state }) => state === 'published'),
    'every remittance is posted',
  );
  const balance = await ledger.trialBalance();
  const balanceOf = (wanted) => {
    const line = balance.find(({ account }) => account === wanted);
    return line === undefined ? 0 : line.debitCents + line.creditCents;
  };
  expect(sum(balance.map((line) => line.debitCents + line.creditCents)) === 0, 'the books balance');
  expect(
    balanceOf('payer-payments-in-transit') === sum(posted.map(({ paidCents }) => paidCents)),
    'what is in transit is what the remittances pay',
  );
  expect(balanceOf('unapplied-payments') === 0, 'every payment found its claim');
}

/** Headlines of claims that wait for an answer. */
const OPEN = new Set([
  'ready',
  'batched',
  'delivered',
  'acknowledged',
  'accepted-by-clearinghouse',
  'accepted-by-payer',
]);

function sum(numbers) {
  return numbers.reduce((total, each) => total + each, 0);
}

function expect(condition, sentence) {
  if (!condition) throw new Error(`not so: ${sentence}`);
}
