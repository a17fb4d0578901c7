import { z } from 'zod';
import type { Cents } from '../base/money.ts';

/**
 * The proof of a remittance's balance, as it is kept beside the file it was read from: NDJSON, one line for what is paid
 * and where it was read, one for each claim payment, one for each PLB segment, in the file's order, and a trailer. Every
 * amount names the bytes that say it, so that whoever has the two files can check each equation alone. It names no claim
 * and no person.
 */
export const PROOF_FORM = 'claimgate.remittance-balance/1';

const cents = z.int().transform((value) => value as Cents);
/** What ten digits hold, the most that the guide lets an amount have: sums of them stay exact. */
const AMOUNT_MAX = 9_999_999_999;
const amount = z
  .int()
  .min(-AMOUNT_MAX)
  .max(AMOUNT_MAX)
  .transform((value) => value as Cents);
const count = z.int().nonnegative();
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** Which segment of the set (ST = 1), its first byte in the file, and the byte behind its terminator. */
const segment = z.tuple([z.int().positive(), count, z.int().positive()]);

/** A CAS segment: its group code and each reason with its amount and the position of that amount. */
const adjustment = z.strictObject({
  at: segment,
  group: z.string(),
  amounts: z.array(z.strictObject({ element: z.int().positive(), reason: z.string(), cents: amount })).min(1),
});

/** SVC02 and SVC03, and the CAS segments of the line: charge less adjustments is paid. */
const service = z.strictObject({
  at: segment,
  charge: amount,
  paid: amount,
  adjustments: z.array(adjustment),
});

const header = z.strictObject({
  proof: z.literal(PROOF_FORM),
  file: sha256,
  interchange: z.string(),
  group: z.string(),
  set: z.string(),
  /** The ST segment. */
  at: segment,
  /** BPR02. */
  payment: z.strictObject({ at: segment, element: z.literal(2), cents: amount }),
});

/** CLP03 and CLP04, and the CAS segments of claim and lines: charge less all of them is paid. */
const claim = z.strictObject({
  claim: z.int().positive(),
  at: segment,
  charge: amount,
  paid: amount,
  adjustments: z.array(adjustment),
  services: z.array(service),
});

/** A PLB segment: a positive amount lowers the payment. */
const provider = z.strictObject({
  plb: z.int().positive(),
  at: segment,
  amounts: z.array(z.strictObject({ element: z.int().positive(), reason: z.string(), cents: amount })).min(1),
});

/** What is paid for claims, less what is adjusted with the provider, is the payment. */
const trailer = z.strictObject({
  segments: z.strictObject({ CLP: count, SVC: count, CAS: count, PLB: count }),
  claimsPaid: cents,
  providerAdjusted: cents,
  payment: cents,
  isBalanced: z.boolean(),
  /** Of the set without ST and SE, in the form that is the same under any delimiters. */
  content: sha256,
  /** Of every line before this one, line ends included. */
  lines: sha256,
});

export type SegmentAt = readonly [segmentOrdinal: number, byteStart: number, byteStop: number];
export type ProofAdjustment = Immutable<z.infer<typeof adjustment>>;
export type ProofHeader = Immutable<z.infer<typeof header>>;
export type ProofClaim = Immutable<z.infer<typeof claim>>;
export type ProofProvider = Immutable<z.infer<typeof provider>>;
export type ProofTrailer = Immutable<z.infer<typeof trailer>>;
export type ProofLine = ProofHeader | ProofClaim | ProofProvider | ProofTrailer;

type Immutable<T> = T extends number | string | boolean
  ? T
  : T extends object
    ? { readonly [Key in keyof T]: Immutable<T[Key]> }
    : T;

const line = z.union([claim, provider, header, trailer]);

/** A line as it is written, without its end. */
export function printProofLine(proofLine: ProofLine): string {
  return JSON.stringify(proofLine);
}

/**
 * A line as it was written; undefined for anything else. There is one way to write a line: no part may be added, left
 * out, or stand elsewhere.
 */
export function readProofLine(text: string): ProofLine | undefined {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return undefined;
  }
  const parsed = line.safeParse(json);
  return parsed.success && printProofLine(parsed.data) === text ? parsed.data : undefined;
}
