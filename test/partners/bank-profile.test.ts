import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { eftTermsOf } from '../../src/partners/eft-terms-of.ts';
import { type MailboxProfile, mailboxProfileSchema, takesClaims } from '../../src/partners/profile.ts';

function example(name: string): Record<string, unknown> {
  const text = readFileSync(new URL(`../../samples/partners/${name}.yaml`, import.meta.url), 'utf8');
  return parse(text) as Record<string, unknown>;
}

function bank(eft: Readonly<Record<string, unknown>>): MailboxProfile {
  return mailboxProfileSchema.parse({ ...example('example-bank'), eft });
}

describe('the profile of a bank', () => {
  test('is the example, and its defaults are those that the example shows', () => {
    const written = example('example-bank');
    const profile = mailboxProfileSchema.parse(written);
    expect(profile).toEqual(written);
    const { eft: _, sftp, ...least } = written as { eft: object; sftp: Record<string, unknown> };
    const { host, username, auth, hostKeySha256 } = sftp;
    const needed = { host, username, auth, hostKeySha256, download: [{ directory: 'outbound' }] };
    expect(mailboxProfileSchema.parse({ ...least, sftp: needed, eft: { since: '2026-10-01' } })).toEqual({
      ...written,
      sftp: { ...sftp, port: 22 },
    });
  });

  test('takes no claims', () => {
    expect(takesClaims(bank({ since: '2026-10-01' }))).toBe(false);
    expect(takesClaims(mailboxProfileSchema.parse(example('example-clearinghouse')))).toBe(true);
  });

  test.each([
    [
      'an upload directory',
      { sftp: { ...(example('example-bank')['sftp'] as object), upload: { directory: 'in' } } },
    ],
    ['payers', { payers: ['*'] }],
    ['nothing to report', { eft: undefined }],
    ['no day', { eft: {} }],
    ['a day that there is not', { eft: { since: '2026-02-30' } }],
    ['half a day', { eft: { since: '2026-10-01', businessDays: 0.5 } }],
    ['a quarter of a year', { eft: { since: '2026-10-01', businessDays: 90 } }],
  ])('may not have %s', (_, changes) => {
    expect(mailboxProfileSchema.safeParse({ ...example('example-bank'), ...changes }).success).toBe(false);
  });
});

describe('what may be expected of banks', () => {
  test('is nothing where none reports', () => {
    expect(eftTermsOf([mailboxProfileSchema.parse(example('example-clearinghouse'))])).toBeUndefined();
  });

  test('may stand in the profile of a clearinghouse whose mailbox has the files', () => {
    const eft = { since: '2026-10-01', businessDays: 1 };
    expect(eftTermsOf([mailboxProfileSchema.parse({ ...example('example-clearinghouse'), eft })])).toEqual(
      eft,
    );
  });

  test('is of several the earliest day and the longest wait', () => {
    const banks = [
      bank({ since: '2026-10-01', businessDays: 5 }),
      bank({ since: '2026-09-01' }),
      bank({ since: '2027-01-01', businessDays: 4 }),
    ];
    expect(eftTermsOf(banks)).toEqual({ since: '2026-09-01', businessDays: 5 });
  });
});
