import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Gateway } from '../../src/cli/gateway.ts';
import { remittanceAdvice } from '../flows/support/answers.ts';
import { claimInput } from '../flows/support/claims.ts';
import { type FlowBench, openFlowBench, type TenantBench } from '../flows/support/flow-bench.ts';
import { runCommand } from './support/run-command.ts';

let bench: FlowBench;
let tenant: TenantBench;
let numbers: readonly string[];

beforeAll(async () => {
  bench = await openFlowBench();
  tenant = bench.tenant();
  await tenant.submit([claimInput('A-1'), claimInput('A-2')]);
  await tenant.batch();
  const [interchange] = await tenant.interchanges();
  const attempts = await tenant.attempts(interchange?.id ?? '');
  numbers = attempts.map(({ patientControlNumber }) => patientControlNumber);
  await tenant.take(
    remittanceAdvice(
      { control: 1 },
      { amount: '75', trace: 'EFT1', plb: 'PLB*1999999984*20261231*WO:P9*5.01' },
      [
        {
          patientControlNumber: numbers[0] ?? '',
          charge: '120',
          paid: '80',
          adjustments: ['CAS*CO*45*20*1*50*4', 'CAS*OA*23*16'],
        },
        { patientControlNumber: 'NONE', charge: '30', paid: '.01', adjustments: ['CAS*CO*45*29.99'] },
      ],
    ),
  );
});
afterAll(() => bench.stop());

async function explain(...args: readonly string[]): Promise<string> {
  const { tenantId } = tenant;
  const gateway = {
    tenantId,
    store: bench.store,
    archive: bench.archive,
    clock: { now: () => '2026-03-11T00:00:00.000Z' },
    close: async () => undefined,
  };
  const { stdout, stderr } = await runCommand(
    ['explain', ...args],
    undefined,
    async () => gateway as unknown as Gateway,
  );
  return stdout + stderr;
}

/** Without what differs from run to run: hashes, ids, and the time of posting. */
function plain(text: string): string[] {
  return text
    .replaceAll(/[0-9a-f]{64}/g, 'ID')
    .replaceAll(/[0-9a-f]{16}…/g, 'HASH')
    .replaceAll(/\b[0-9A-Z]{13}\b/g, 'CLAIM')
    .replaceAll(/\d{4}-\d\d-\d\d \d\d:\d\d:\d\d/g, 'NOW')
    .trimEnd()
    .split('\n');
}

async function idIn(text: Promise<string>, kind: string): Promise<string> {
  const id = new RegExp(`journal entry (${kind}:\\S+)`).exec(await text)?.[1];
  if (id === undefined) throw new Error(`an entry of kind ${kind} was to be told`);
  return id;
}

const MATCHED = [
  'matched by our number (tier 1)',
  '  our number exact, the payer’s number not on file, charge whole, day of service agrees, procedures same, member agrees, name agrees, payer agrees, payee agrees',
];
const CONTRACTUAL =
  '$20.00 written off: CO 45, above the contracted or allowed fee; CAS03 of service line 1, segment 15, bytes 567–587 [posting.contractual]';
const DENIAL =
  '$4.00 denied and still open: CO 50, not held to be medically necessary; CAS06 of service line 1, segment 15, bytes 567–587 [posting.denial]';
const PRIOR =
  '$16.00 not moved: OA 23, what prior payers paid or adjusted; CAS03 of service line 1, segment 16, bytes 588–601 [posting.prior-payers]';
const PAID =
  '$80.00 paid, in transit to the bank: what the payer paid; CLP04, segment 11, bytes 452–488 [posting.payment]';

describe('claimgate explain', () => {
  test('tells of a remittance where each cent went and what said so, down to BPR02', async () => {
    expect(plain(await explain('EFT1'))).toEqual([
      'remittance ID, trace EFT1',
      '$75.00 from INVENTED HEALTH PLAN on 2026-03-10, for 2 claim payments',
      'read in file HASH, set 0001',
      'proof HASH (check it: claimgate proof verify ID)',
      'published NOW',
      'its payment stands in BPR02, segment 2, bytes 175–251',
      '',
      'What it says of claims',
      '  claim payment 1: claim CLAIM, journal entry claim-payment:ID:1',
      ...MATCHED.map((line) => `      ${line}`),
      '      $120.00 charged; CLP03, segment 11, bytes 452–488',
      `      ${PAID}`,
      `      ${CONTRACTUAL}`,
      `      ${DENIAL}`,
      `      ${PRIOR}`,
      '  claim payment 2: no claim of ours, journal entry unapplied:ID:2',
      '      not matched: charge-mismatch',
      '        proposed: claim CLAIM, found by the payer’s number (tier 2): our number differs, the payer’s number on file, charge differs, day of service agrees, procedures same, member agrees, name agrees, payer agrees, payee agrees',
      '      $30.00 charged; CLP03, segment 17, bytes 602–627',
      '      $0.01 paid, in transit to the bank: what the payer paid; CLP04, segment 17, bytes 602–627 [posting.payment]',
      '      $29.99 said, not posted: CO 45, above the contracted or allowed fee; CAS03 of service line 1, segment 21, bytes 706–722',
      '',
      'What it settles with the provider',
      '  provider-level adjustment 1: journal entry provider-adjustment:ID:1',
      '      $5.01 kept from the payment: WO, overpayment recovery; PLB04, segment 22, bytes 723–758 [posting.recoupment]',
      '      open item recovery P9: $5.01 more was kept than given',
      '',
      'What it comes to',
      '  paid for claims (CLP04)                       80.01',
      '  less provider-level adjustments (PLB)         -5.01',
      '  the payment (BPR02)                           75.00',
      '',
      'By these rules',
      expect.stringMatching(/^ {2}posting\.payment: /),
      expect.stringMatching(/^ {2}posting\.receivable: /),
      expect.stringMatching(/^ {2}posting\.contractual: /),
      expect.stringMatching(/^ {2}posting\.denial: /),
      expect.stringMatching(/^ {2}posting\.prior-payers: /),
      expect.stringMatching(/^ {2}posting\.unapplied: /),
      expect.stringMatching(/^ {2}posting\.recoupment: /),
    ]);
  });

  test('tells of a journal entry the bytes and the rule of every posting', async () => {
    const text = await explain(await idIn(explain('EFT1'), 'claim-payment'));
    expect(plain(text).slice(0, 19)).toEqual([
      'journal entry claim-payment:ID:1',
      'claim-payment of 2026-03-10, posted NOW, claim CLAIM',
      'by remittance HASH, trace EFT1, from INVENTED HEALTH PLAN',
      'read in file HASH, set 0001; proof HASH',
      ...MATCHED,
      '',
      'What it posts',
      '  debit   payer-payments-in-transit          80.00',
      `      ${PAID}`,
      '  debit   contractual-adjustments            20.00',
      `      ${CONTRACTUAL}`,
      '  debit   denied-open                         4.00',
      `      ${DENIAL}`,
      '  credit  insurance-receivable:primary      104.00',
      '      $120.00 decided, and no longer owed by the payer: the charge; CLP03, segment 11, bytes 452–488 [posting.receivable]',
      `      ${PRIOR.replace('prior-payers]', 'receivable]')}`,
      `  ${PRIOR}`,
      '',
    ]);
  });

  test.each([
    ['unapplied', 'posting.unapplied'],
    ['provider-adjustment', 'posting.recoupment'],
  ])('tells of an entry of kind %s', async (kind, rule) => {
    const text = await explain(await idIn(explain('EFT1'), kind));
    expect(text).toContain(`[${rule}]`);
    expect(text).not.toContain('does not say');
  });

  test('tells of a charge the file in which the claim came', async () => {
    const [claim] = await tenant.claims();
    expect(plain(await explain(`charge:${claim?.id}`))).toEqual([
      'journal entry charge:CLAIM',
      'charge of 2026-03-02, posted NOW, claim CLAIM',
      'by the claim as submitted in file HASH',
      '',
      'What it posts',
      '  debit   insurance-receivable:primary      120.00 [posting.charge]',
      '  credit  charges                           120.00 [posting.charge]',
      '',
      'By these rules',
      expect.stringMatching(/^ {2}posting\.charge: /),
    ]);
  });

  test('tells of a claim the same of each of its entries', async () => {
    const text = plain(await explain(numbers[0] ?? ''));
    for (const line of [PAID, CONTRACTUAL, DENIAL]) expect(text).toContain(`          ${line}`);
  });

  test('tells of a remittance that is held by how much and where it does not balance, and that nothing is posted', async () => {
    const file = remittanceAdvice({ control: 2 }, { amount: '80', trace: 'EFT2' }, [
      { patientControlNumber: numbers[1] ?? '', charge: '120', paid: '80', adjustments: ['CAS*CO*45*39.99'] },
    ]);
    await tenant.take(file);
    const text = plain(await explain('EFT2'));
    expect(text).toContain('held NOW, nothing posted: out-of-balance-claim');
    expect(text).toContain(
      '  service line 1 of claim payment 1 is out of balance by $0.01: it reports 80.00, its parts make 80.01',
    );
    expect(text).toContain('  claim payment 1: nothing posted');
    expect(text.filter((line) => line.includes('[posting.'))).toEqual([]);
  });

  test('tells no more claim payments than it was asked for', async () => {
    expect(await explain('EFT1', '--limit', '1')).toContain('  and 1 claim payments more (--limit)\n');
  });

  test('prints data with --json, and says when nothing has the number', async () => {
    expect(JSON.parse(await explain('EFT1', '--json'))).toMatchObject({
      remittance: { traceNumber: 'EFT1', state: 'published' },
      trailer: { payment: 7500, claimsPaid: 8001, providerAdjusted: 501 },
    });
    expect(await explain('none')).toBe(
      'claimgate: no claim, remittance or journal entry has that id or number\n',
    );
  });
});
