import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ProvenRemittance, surveyRemittances } from '../../src/flows/survey-remittances.ts';
import { decodeLatin1 } from '../../src/main/latin-1.ts';
import { verifyProof } from '../../src/proof/verify-proof.ts';
import { ta1 } from './support/answers.ts';
import { type FlowBench, openFlowBench } from './support/flow-bench.ts';
import { remittanceOf } from './support/money-bench.ts';

let bench: FlowBench;

beforeAll(async () => {
  bench = await openFlowBench();
});
afterAll(() => bench.stop());

function remittance(control: number, payments: number, changes: object = {}): Uint8Array {
  const paid = Array.from({ length: payments }, (_, index) => ({
    patientControlNumber: `A${index}`,
    charge: '120',
    paid: '80',
    adjustments: ['CAS*CO*45*40'],
    ...changes,
  }));
  return remittanceOf({ control, trace: `T${control}`, date: '20260310' }, paid);
}

async function survey(
  bytes: Uint8Array,
  pieceLength: number,
): Promise<{ readonly sha256: string; readonly found: readonly ProvenRemittance[] }> {
  async function* pieces(): AsyncGenerator<Uint8Array> {
    for (let start = 0; start < bytes.length; start += pieceLength) {
      yield bytes.slice(start, start + pieceLength);
    }
  }
  const { sha256 } = await bench.archive.put([bytes]);
  const found: ProvenRemittance[] = [];
  const file = { sha256, decode: decodeLatin1, bytes: pieces() };
  for await (const proven of surveyRemittances(file, bench.archive)) found.push(proven);
  return { sha256, found };
}

test('every 835 of a file is surveyed in order, however it is cut into pieces, with a proof that holds', async () => {
  const file = Buffer.concat([
    remittance(1, 3),
    ta1({ control: 2 }, '000000001'),
    remittance(3, 1, { charge: '121' }),
    remittance(4, 0),
    remittance(5, 2),
  ]);
  const whole = await survey(file, file.length);
  for (const pieceLength of [1, 61, 700]) expect(await survey(file, pieceLength)).toEqual(whole);
  const { sha256, found } = whole;
  expect(
    found.map(({ particulars, claimCount, balance }) => [
      particulars.payment.traceNumber,
      claimCount,
      balance.isBalanced,
    ]),
  ).toEqual([
    ['T1', 3, true],
    ['T3', 1, false],
    ['T4', 0, true],
    ['T5', 2, true],
  ]);
  for (const { proofSha256 = '', contentSha256, claimCount, balance } of found) {
    const verdict = await verifyProof(bench.archive.open(proofSha256), bench.archive.open(sha256));
    expect(verdict).toMatchObject({
      ok: true,
      value: {
        trailer: { content: contentSha256, segments: { CLP: claimCount }, isBalanced: balance.isBalanced },
      },
    });
  }
});

test('what cannot be read has no proof, wherever it stands, and what follows it has one', async () => {
  const file = Buffer.concat([remittance(1, 40, { paid: 'MUCH' }), remittance(2, 1)]);
  for (const pieceLength of [100, file.length]) {
    const { found } = await survey(file, pieceLength);
    expect(found.map(({ proofSha256 }) => proofSha256 === undefined)).toEqual([true, false]);
    expect(found[0]?.particulars.unreadable.length).toBeGreaterThan(0);
  }
});
