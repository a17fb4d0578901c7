import { z } from 'zod';
import { type Cents, parseCents } from '../../base/money.ts';
import { parseBusinessDate } from '../../base/time.ts';

/**
 * A scenario is read with every scalar as the text that was written, so that `0450` keeps its zero and `20.10` its
 * cents; editors that follow the published schema may take the same scalars for numbers.
 */
const scalar = z.union([z.string(), z.number()]);

/** Text of an element, or a code. */
export function text(lengthMax: number): z.ZodType<string, string | number> {
  return scalar
    .transform(String)
    .refine((value) => value.length > 0 && value.length <= lengthMax, `one to ${lengthMax} characters`)
    .refine((value) => /^[^*^:~\p{Cc}]+$/u.test(value), 'none of the delimiters * ^ : ~');
}

const AMOUNT = /^-?\d{1,11}(\.\d{1,2})?$/;

/** Dollars, as cents. */
export const dollars = scalar.transform((value, context): Cents => {
  const amount = AMOUNT.test(String(value)) ? parseCents(String(value)) : undefined;
  if (amount !== undefined) return amount;
  context.addIssue({ code: 'custom', message: 'an amount in dollars, such as 80.00' });
  return z.NEVER;
});

const DAY_MAX = 3650;

/** A day of the exchange: 0 is the day on which the first file of claims is taken. */
export const day = scalar.transform((value, context): number => {
  const number = Number(value);
  if (Number.isInteger(number) && number >= 0 && number <= DAY_MAX && value !== '') return number;
  context.addIssue({ code: 'custom', message: 'a day: 0, 1, 2 …' });
  return z.NEVER;
});

/** 1, 2, 3 …, such as the number of a line. */
export const ordinal = scalar.transform((value, context): number => {
  const number = Number(value);
  if (Number.isInteger(number) && number >= 1 && number <= 999_999) return number;
  context.addIssue({ code: 'custom', message: 'a number that counts from 1' });
  return z.NEVER;
});

export const isTrue = z
  .union([z.boolean(), z.enum(['true', 'false'])])
  .transform((value) => value === true || value === 'true');

export const businessDate = z.string().transform((value, context) => {
  const date = parseBusinessDate(value);
  if (date !== undefined) return date;
  context.addIssue({ code: 'custom', message: 'a day of the calendar, YYYY-MM-DD' });
  return z.NEVER;
});

/** Part of an amount (`80%`, at most two decimals), in ten-thousandths, or an amount. */
export const share = scalar.transform((value, context): Share => {
  const written = String(value);
  const percent = /^(\d{1,3})(?:\.(\d{1,2}))?%$/.exec(written);
  if (percent !== null) {
    const tenThousandths = Number(percent[1]) * 100 + Number((percent[2] ?? '').padEnd(2, '0'));
    if (tenThousandths <= 10_000) return { tenThousandths };
  }
  const amountCents = AMOUNT.test(written) ? parseCents(written) : undefined;
  if (amountCents !== undefined && amountCents >= 0) return { amountCents };
  context.addIssue({ code: 'custom', message: 'a part such as 80%, or an amount in dollars' });
  return z.NEVER;
});

export type Share = { readonly tenThousandths: number } | { readonly amountCents: Cents };

/** `CO 45 20.00`: group, reason and amount of one adjustment. */
export const adjustment = z.string().transform((value, context) => {
  const [, groupCode, reasonCode, amount] = /^(CO|PR|OA|PI|CR) ([A-Z0-9]{1,5}) (\S+)$/.exec(value) ?? [];
  const amountCents = amount !== undefined && AMOUNT.test(amount) ? parseCents(amount) : undefined;
  if (groupCode !== undefined && reasonCode !== undefined && amountCents !== undefined) {
    return { groupCode, reasonCode, amountCents };
  }
  context.addIssue({ code: 'custom', message: 'group, reason and amount, such as CO 45 20.00' });
  return z.NEVER;
});

/** `WO P123 50.00` or `L6 -1.00`: reason, reference and amount at provider level; `@NAME` is that claim's number. */
export const providerAdjustment = z.string().transform((value, context) => {
  const [, reasonCode, reference, amount] = /^([A-Z0-9]{2})(?: ([^\s*^:~]{1,50}))? (\S+)$/.exec(value) ?? [];
  const amountCents = amount !== undefined && AMOUNT.test(amount) ? parseCents(amount) : undefined;
  if (reasonCode !== undefined && amountCents !== undefined) {
    return { reasonCode, amountCents, ...(reference === undefined ? {} : { reference }) };
  }
  context.addIssue({ code: 'custom', message: 'reason, reference and amount, such as WO P123 50.00' });
  return z.NEVER;
});

/** `A2:20:PR`: category, status and, where the status speaks of somebody, the entity. */
export const claimStatus = z.string().transform((value, context) => {
  const [, category, status, entity] = /^([A-Z]\d{1,2}):(\d{1,3})(?::([A-Z0-9]{2,3}))?$/.exec(value) ?? [];
  if (category !== undefined && status !== undefined) {
    return { category, status, ...(entity === undefined ? {} : { entity }) };
  }
  context.addIssue({ code: 'custom', message: 'category and status, such as A2:20:PR' });
  return z.NEVER;
});
