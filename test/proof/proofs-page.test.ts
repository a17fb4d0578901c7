import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { PROOF_FAULT_CODES } from '../../src/proof/proof-fault.ts';

const PAGE = readFileSync(new URL('../../docs/reference/balance-proofs.md', import.meta.url), 'utf8');

test('the page of balance proofs has a row for each fault and no other', () => {
  const rows = [...PAGE.matchAll(/^\| `(proof\.[a-z-]+)`/gm)].map((match) => match[1]);
  expect(rows).toEqual([...PROOF_FAULT_CODES]);
});
