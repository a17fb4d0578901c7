import { describe, expect, test } from 'vitest';
import { parseBusinessDate } from '../../src/base/time.ts';
import type { ProfessionalClaim } from '../../src/domain/claim/claim.ts';
import { claimKey } from '../../src/domain/claim/claim-key.ts';
import { editClaim } from '../../src/domain/edits/edit-claim.ts';
import { EDIT_CODES } from '../../src/domain/edits/edit-finding.ts';
import { INPUT_CODES } from '../../src/intake/claim-input-error.ts';
import { type ReadClaim, readClaims } from '../../src/intake/read-claims.ts';
import { collect, expectedFaults, sampleBytes } from './support/claim-samples.ts';

const TODAY = parseBusinessDate('2026-10-01') as NonNullable<ReturnType<typeof parseBusinessDate>>;

async function read(name: string): Promise<ReadClaim[]> {
  return collect(readClaims([sampleBytes(name)]));
}

function claimsOf(items: readonly ReadClaim[]): ProfessionalClaim[] {
  return items.flatMap(({ claim }) => (claim.ok ? [claim.value] : []));
}

/** Code and pointer of everything that is wrong with one claim of an input. */
function faultsOf({ claim }: ReadClaim): { code: string; pointer: string }[] {
  const found = claim.ok ? editClaim(claim.value, TODAY) : claim.refusal;
  return found.map(({ code, pointer }) => ({ code, pointer }));
}

describe('the good samples', () => {
  test.each(['practice.ndjson', 'one-claim.json'])('%s passes the schema and the edits', async (name) => {
    const items = await read(name);
    expect(items.length).toBeGreaterThan(0);
    for (const item of items) expect({ ...item, faults: faultsOf(item) }).toMatchObject({ faults: [] });
  });

  test('are many and of all kinds', async () => {
    const claims = claimsOf(await read('practice.ndjson'));
    expect(claims.length).toBeGreaterThanOrEqual(30);
    expect(new Set(claims.map(claimKey)).size).toBe(claims.length);
    expect(new Set(claims.map((claim) => claim.payer.identifier)).size).toBe(3);
    expect(new Set(claims.map((claim) => claim.billingProvider.name.kind)).size).toBe(2);
    expect(new Set(claims.map((claim) => claim.frequency))).toEqual(new Set(['1', '7', '8']));
    expect(claims.some((claim) => claim.patient !== undefined)).toBe(true);
    expect(claims.some((claim) => claim.payerRank === 'S')).toBe(true);
    for (const line of claims.flatMap((claim) => claim.lines))
      expect(line.serviceDate < '2026-10-01').toBe(true);
  });
});

describe('the faulty samples', () => {
  const expected = expectedFaults();

  test.each(expected)('$fault: $code', async ({ line, code, pointer }) => {
    const items = await read('faulty.ndjson');
    expect(items).toHaveLength(expected.length);
    const item = items.find((one) => one.line === line) as ReadClaim;
    expect(faultsOf(item)).toEqual([{ code, pointer }]);
  });

  test('have one for each code that a line can show', () => {
    const ofWholeInput = ['input.not-utf-8', 'input.too-long', 'input.empty'];
    const shown = [...expected.map((one) => one.code), ...ofWholeInput];
    expect(shown.toSorted()).toEqual([...EDIT_CODES, ...INPUT_CODES].toSorted());
  });
});
