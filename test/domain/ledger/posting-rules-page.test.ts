import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ACCOUNTS } from '../../../src/domain/ledger/account.ts';
import { POSTING_RULES } from '../../../src/domain/ledger/posting-rule.ts';

const PAGE = readFileSync(new URL('../../../docs/reference/posting-rules.md', import.meta.url), 'utf8');

test('the page of posting rules says of each what its table says', () => {
  const rows = [...PAGE.matchAll(/^\| `(posting\.[a-z-]+)` *\| (.+?) *\| (.+?) *\|$/gm)];
  const said = rows.map(([, name, words, accounts]) => [name, words, accounts]);
  expect(said).toEqual(
    Object.entries(POSTING_RULES).map(([name, { words, accounts }]) => [name, words, accountsOf(accounts)]),
  );
});

function accountsOf(accounts: readonly string[]): string {
  if (accounts.length === ACCOUNTS.length - 1) return 'every one but `payer-payments-in-transit`';
  return accounts.map((account) => `\`${account}\``).join(', ') || 'none';
}

test('every account is that of a rule of its own, but for write-offs, which nothing but a person makes', () => {
  const { 'posting.difference': difference, 'posting.by-hand': byHand, ...others } = POSTING_RULES;
  const accounts = new Set(Object.values(others).flatMap((rule) => rule.accounts));
  expect(ACCOUNTS.filter((account) => !accounts.has(account))).toEqual(['write-offs']);
  for (const { accounts: any } of [difference, byHand])
    expect(any).not.toContain('payer-payments-in-transit');
});
