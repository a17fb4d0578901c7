import { type ClaimPaymentAnswer, remittanceAdvice } from './answers.ts';
import { claimInput } from './claims.ts';
import type { FlowBench, TenantBench } from './flow-bench.ts';

/** A tenant that sent claims of 120.00 each, with what is asked of its books. */
export interface MoneyBench {
  readonly tenant: TenantBench;
  /** By account number. */
  readonly claims: readonly { readonly claimId: string; readonly number: string }[];
  /** Takes in an 835 that pays what its claims are paid. */
  remit(trace: string, date: string, payments: readonly ClaimPaymentAnswer[], plb?: Plb): Promise<void>;
  balances(): Promise<Readonly<Record<string, number>>>;
  /**
   * Of the claim's accounts, those that are not zero; without the cash, which comes in transit or by way of unapplied
   * payments, as files come.
   */
  claimBalances(claimId: string): Promise<Readonly<Record<string, number>>>;
  /** `kind codes amount` of what is open, in an order of its own. */
  openItems(): Promise<readonly string[]>;
  headlines(): Promise<readonly string[]>;
  publications(): Promise<readonly string[]>;
}

/** A PLB segment and what it takes from the payment, in whole units of money. */
export interface Plb {
  readonly segment: string;
  readonly amount: number;
}

export async function moneyBench(bench: FlowBench, claimCount: number): Promise<MoneyBench> {
  const tenant = bench.tenant();
  await tenant.submit(Array.from({ length: claimCount }, (_, index) => claimInput(`A-${index + 1}`)));
  await tenant.batch();
  const [interchange] = await tenant.interchanges();
  const attempts = await tenant.attempts(interchange?.id ?? '');
  const claims = (await tenant.claims())
    .toSorted((a, b) => (a.accountNumber < b.accountNumber ? -1 : 1))
    .map(({ id }) => ({
      claimId: id,
      number: attempts.find(({ claimId }) => claimId === id)?.patientControlNumber ?? '',
    }));
  let control = 0;
  const asked = booksOf(bench, tenant);
  return {
    tenant,
    claims,
    async remit(trace, date, payments, plb) {
      await tenant.take(remittanceOf({ control: ++control, trace, date }, payments, plb));
    },
    ...asked,
  };
}

/** The 835 that pays exactly what its claims are paid, less a provider-level adjustment. */
export function remittanceOf(
  { control, trace, date }: { readonly control: number; readonly trace: string; readonly date: string },
  payments: readonly ClaimPaymentAnswer[],
  plb?: Plb,
): Uint8Array {
  const paid = payments.reduce((sum, one) => sum + Number(one.paid), 0) - (plb?.amount ?? 0);
  const payment = { amount: String(paid), trace, date, ...(plb === undefined ? {} : { plb: plb.segment }) };
  return remittanceAdvice({ control }, payment, payments);
}

/** What must be the same whatever way the same remittances came. */
export async function finalState(money: MoneyBench): Promise<unknown> {
  return {
    trialBalance: await money.balances(),
    claims: await Promise.all(money.claims.map(({ claimId }) => money.claimBalances(claimId))),
    work: await money.openItems(),
    headlines: await money.headlines(),
  };
}

/** What is asked of a tenant's books. */
export function booksOf(
  { store }: FlowBench,
  tenant: TenantBench,
): Pick<MoneyBench, 'balances' | 'claimBalances' | 'openItems' | 'headlines' | 'publications'> {
  const { tenantId } = tenant;
  return {
    balances: () =>
      store.inTransaction(tenantId, async ({ ledger }) =>
        notZero((await ledger.trialBalance()).map((row) => [row.account, row.debitCents + row.creditCents])),
      ),
    claimBalances: (claimId) =>
      store.inTransaction(tenantId, async ({ ledger }) =>
        notZero(
          (await ledger.entriesForClaim(claimId)).flatMap((entry) =>
            entry.postings
              .filter(({ account }) => !CASH.has(account))
              .map(({ account, amountCents }) => [account, amountCents] as const),
          ),
        ),
      ),
    openItems: () =>
      store.inTransaction(tenantId, async ({ workItems }) =>
        (await workItems.list({ limit: 1000 }))
          .map(({ kind, codes, amountCents = 0 }) => [kind, ...codes, amountCents].join(' '))
          .toSorted(),
      ),
    async headlines() {
      const claims = await tenant.claims();
      return claims
        .toSorted((a, b) => (a.accountNumber < b.accountNumber ? -1 : 1))
        .map(({ headline }) => headline);
    },
    publications: () =>
      store.inTransaction(tenantId, async ({ ledger }) =>
        (await ledger.publications({ limit: 1000 })).map(({ kind }) => kind),
      ),
  };
}

const CASH: ReadonlySet<string> = new Set(['payer-payments-in-transit', 'unapplied-payments']);

function notZero(amounts: readonly (readonly [account: string, amount: number])[]): Record<string, number> {
  const sums = new Map<string, number>();
  for (const [account, amount] of amounts) sums.set(account, (sums.get(account) ?? 0) + amount);
  return Object.fromEntries([...sums].filter(([, sum]) => sum !== 0));
}
