import { invariant } from '../base/invariant.ts';
import { type Cents, ZERO_CENTS } from '../base/money.ts';
import type { Latin1Decoder } from '../edi/syntax/segment-reader.ts';
import type { PartnerProfile } from '../partners/profile.ts';
import type { StoredClaim } from '../ports/claim-store.ts';
import { compareClaimInterchange } from '../translate/claim-837p/compare-claim-interchange.ts';
import { refuseUnwritable } from '../translate/claim-837p/refuse-unwritable.ts';
import { writeClaimInterchange } from '../translate/claim-837p/write-claim-interchange.ts';
import type { LocalMoment } from './local-moment.ts';
import { type BatchNumbers, type BatchPlan, planBatch } from './plan-batch.ts';

/** A claim that stays behind, and why. */
export interface HeldBackClaim {
  readonly claimId: string;
  readonly chargeCents: Cents;
  readonly code: string;
  /** JSON pointer into the claim. */
  readonly pointer: string;
}

export interface BatchWriting {
  readonly profile: PartnerProfile;
  readonly numbers: BatchNumbers;
  readonly moment: LocalMoment;
  readonly attemptsMade: ReadonlyMap<string, number>;
  readonly decode: Latin1Decoder;
}

export interface WrittenBatch {
  /** Absent when no claim was left to send. */
  readonly plan?: BatchPlan;
  readonly bytes: Uint8Array;
  readonly chargeCents: Cents;
  readonly heldBack: readonly HeldBackClaim[];
}

/** Parts the claims that can be written as X12 for this partner from those that cannot. */
export function holdBackUnwritable(
  claims: readonly StoredClaim[],
  profile: PartnerProfile,
): { readonly writable: readonly StoredClaim[]; readonly heldBack: readonly HeldBackClaim[] } {
  const writable: StoredClaim[] = [];
  const heldBack: HeldBackClaim[] = [];
  for (const stored of claims) {
    const refusal = refuseUnwritable(stored.claim, profile);
    if (refusal === undefined) writable.push(stored);
    else heldBack.push(heldBackFor(stored, refusal));
  }
  return { writable, heldBack };
}

/**
 * Writes an interchange and proves it by reading it back. Should a claim not come back as it went in, each claim is
 * tried alone and those that fail stay behind: one claim that we write wrongly must not stop the others, and must
 * not leave.
 */
export function writeBatch(claims: readonly StoredClaim[], writing: BatchWriting): WrittenBatch {
  const whole = proven(claims, writing);
  if (whole !== undefined) return { ...whole, heldBack: [] };
  const good: StoredClaim[] = [];
  const heldBack: HeldBackClaim[] = [];
  for (const stored of claims) {
    if (proven([stored], writing) !== undefined) good.push(stored);
    else heldBack.push(heldBackFor(stored, { code: 'writing.read-back-differs', pointer: '' }));
  }
  if (good.length === 0) return { bytes: new Uint8Array(), chargeCents: ZERO_CENTS, heldBack };
  const rest = proven(good, writing);
  invariant(rest !== undefined, 'claims that are read back alone are read back together');
  return { ...rest, heldBack };
}

/** The interchange of these claims; undefined when it is not read back as it was meant. */
function proven(
  claims: readonly StoredClaim[],
  writing: BatchWriting,
): { readonly plan: BatchPlan; readonly bytes: Uint8Array; readonly chargeCents: Cents } | undefined {
  const plan = planBatch(claims, writing);
  const { bytes, chargeCents } = writeClaimInterchange(plan.interchange);
  if (!compareClaimInterchange(plan.interchange, bytes, writing.decode).ok) return undefined;
  return { plan, bytes, chargeCents };
}

function heldBackFor(
  stored: StoredClaim,
  { code, pointer }: { readonly code: string; readonly pointer: string },
): HeldBackClaim {
  return { claimId: stored.id, chargeCents: stored.claim.chargeCents, code, pointer };
}
