import { rmSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import { instantOf } from '../../../src/base/time.ts';
import { findLateAnswers } from '../../../src/flows/find-late-answers.ts';
import type { Clock } from '../../../src/ports/clock.ts';
import type { StoredWorkItem } from '../../../src/ports/work-item-store.ts';
import { claimAcknowledgment, implementationAcknowledgment, remittanceAdvice, ta1 } from './answers.ts';
import { claimInput } from './claims.ts';
import { type FlowBench, filesOf, openFlowBench, type TenantBench } from './flow-bench.ts';

/** A bench whose partner promises every answer, and takes one claim a set. */
export function openAnsweringBench(): Promise<FlowBench> {
  return openFlowBench({
    profile: { limits: { claimsPerSet: 1 }, answersDue: { TA1: { hours: 1 }, '277CA': { days: 3 } } },
  });
}

const CLAIMS = 3;
/** Answers of the partner that are applied, whatever was applied before. */
export const ANSWERS = {
  ta1: (out) => ta1({ control: 1 }, out.isa13),
  '999': (out) => sets(out, { control: 2 }, 'AAA'),
  '999 rejects two': (out) => sets(out, { control: 3 }, 'ARA'),
  '277CA of one': (out) => claimAcknowledgment({ control: 4 }, 'AY', [status(out, 0, 'A1:19', 'WQ')]),
  '277CA rejects one': (out) => claimAcknowledgment({ control: 5 }, 'AY', [status(out, 0, 'A3:33:IL', 'U')]),
  '277CA of one and two from the payer': (out) =>
    claimAcknowledgment(
      { control: 6 },
      'PR',
      [0, 1].map((index) => status(out, index, 'A2:20', 'WQ')),
    ),
  '835 of one': (out) => remittance(out, { control: 7, trace: 'T1' }, [0]),
  '835 of two and three': (out) => remittance(out, { control: 9, trace: 'T3' }, [1, 2]),
  '835 of all': (out) => remittance(out, { control: 8, trace: 'T2' }, [0, 1, 2]),
} as const satisfies Readonly<Record<string, (out: Sent) => Uint8Array>>;

export type Answer = keyof typeof ANSWERS;

export interface Sent {
  readonly bench: FlowBench;
  readonly tenant: TenantBench;
  readonly interchangeId: string;
  readonly isa13: string;
  readonly group: string;
  /** Ids and patient control numbers of the claims, in the order of their account numbers. */
  readonly claimIds: readonly string[];
  readonly numbers: readonly string[];
}

/** A 999 with one verdict for each set. */
function sets(out: Sent, file: { control: number }, verdicts: string): Uint8Array {
  const answers = Array.from(verdicts, (verdict, index) => ({
    control: `000${index + 1}`,
    verdict: verdict as 'A' | 'R',
  }));
  return implementationAcknowledgment(file, out.group, answers);
}

function status(out: Sent, index: number, code: string, action: 'WQ' | 'U') {
  return { patientControlNumber: out.numbers[index] ?? '', status: code, action };
}

function remittance(
  out: Sent,
  file: { control: number; trace: string },
  indexes: readonly number[],
): Uint8Array {
  const payment = { amount: String(80 * indexes.length), trace: file.trace };
  const claims = indexes.map((index) => ({
    patientControlNumber: out.numbers[index] ?? '',
    charge: '120',
    paid: '80',
    adjustments: ['CAS*CO*45*40'],
  }));
  return remittanceAdvice(file, payment, claims);
}

/** Three claims in three transaction sets of one interchange, on their way. */
export async function batched(bench: FlowBench): Promise<Sent> {
  const tenant = bench.tenant();
  await tenant.submit(Array.from({ length: CLAIMS }, (_, index) => claimInput(`A-${index + 1}`)));
  await tenant.batch();
  const [interchange] = await tenant.interchanges();
  if (interchange === undefined) throw new Error('an interchange was to be made');
  const attempts = await tenant.attempts(interchange.id);
  const claims = (await tenant.claims()).toSorted((a, b) => (a.accountNumber < b.accountNumber ? -1 : 1));
  return {
    bench,
    tenant,
    interchangeId: interchange.id,
    isa13: interchange.interchangeControlNumber,
    group: interchange.groupControlNumber,
    claimIds: claims.map(({ id }) => id),
    numbers: claims.map(
      ({ id }) => attempts.find(({ claimId }) => claimId === id)?.patientControlNumber ?? '',
    ),
  };
}

/** Every tenant's first file has the same name, which must be free at the partner. */
export async function deliver({ bench, tenant, interchangeId }: Sent): Promise<void> {
  for (const name of Object.keys(filesOf(bench.mailbox, 'in')))
    rmSync(path.join(bench.mailbox.root, 'in', name));
  expect(await tenant.deliver(interchangeId)).toBe('delivered');
}

export async function delivered(bench: FlowBench, ...answers: readonly Answer[]): Promise<Sent> {
  const out = await batched(bench);
  await deliver(out);
  for (const answer of answers) await take(out, answer);
  return out;
}

export async function take(out: Sent, answer: Answer): Promise<void> {
  expect(await out.tenant.take(ANSWERS[answer](out))).toMatchObject({ outcome: 'applied' });
}

/** The clock so many days from now: deliveries are on the database's own. */
export function inDays(days: number): Clock {
  return { now: () => instantOf(new Date(Date.now() + days * 86_400_000)) };
}

/** Looks for late answers on a clock that is so many days ahead. */
export async function look({ bench, tenant }: Sent, days: number): Promise<number> {
  return await findLateAnswers({ store: bench.store, clock: inDays(days) }, tenant.tenantId);
}

/** Who is silent about what: `all` or the ordinal of the claim, with the answers that are missed. */
export async function silences(out: Sent, isClosed = false): Promise<string[]> {
  const items = await out.bench.store.inTransaction(out.tenant.tenantId, ({ workItems }) =>
    workItems.list({ isClosed, limit: 100 }),
  );
  return items
    .filter(({ kind }) => kind === 'answer-late')
    .map((item) => `${subjectOf(out, item)}: ${item.codes.join(' ')}`)
    .toSorted();
}

function subjectOf(out: Sent, { claimId }: StoredWorkItem): string {
  return claimId === undefined ? 'all' : String(out.claimIds.indexOf(claimId) + 1);
}
