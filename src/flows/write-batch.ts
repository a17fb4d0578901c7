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
    const refusal = refusalOf(stored, profile);
    if (refusal === undefined) writable.push(stored);
    else heldBack.push(heldBackFor(stored, refusal));
  }
  return { writable, heldBack };
}

function refusalOf(
  stored: StoredClaim,
  profile: PartnerProfile,
): { readonly code: string; readonly pointer: string } | undefined {
  try {
    return refuseUnwritable(stored.claim, profile);
  } catch {
    return { code: 'writing.failed', pointer: '' };
  }
}

/**
 * Writes an interchange and proves it by reading it back. Should a claim not come back as it went in, or should its
 * writing break down, halves of the claims are tried, and halves of those, until what is wrong stands alone and stays
 * behind: one claim that we write wrongly must not stop the others, and must not leave.
 */
export function writeBatch(claims: readonly StoredClaim[], writing: BatchWriting): WrittenBatch {
  const whole = proven(claims, writing);
  if (typeof whole !== 'string') return { ...whole, heldBack: [] };
  const { good, heldBack } = part(claims, whole, writing);
  // What breaks down for every one of several claims is wrong with none of them: the job is given up, and they stay.
  const isTotal = claims.length > 1 && heldBack.length === claims.length;
  invariant(!isTotal || heldBack.some(({ code }) => code !== 'writing.failed'), 'some claim can be written');
  if (good.length === 0) return { bytes: new Uint8Array(), chargeCents: ZERO_CENTS, heldBack };
  const rest = proven(good, writing);
  invariant(typeof rest !== 'string', 'claims that are proven in parts are proven together');
  return { ...rest, heldBack };
}

/** Parts claims that cannot go together into those that can and those that cannot even go alone. */
function part(
  claims: readonly StoredClaim[],
  code: UnprovenCode,
  writing: BatchWriting,
): { readonly good: readonly StoredClaim[]; readonly heldBack: readonly HeldBackClaim[] } {
  const [first] = claims;
  if (claims.length === 1 && first !== undefined) {
    return { good: [], heldBack: [heldBackFor(first, { code, pointer: '' })] };
  }
  const middle = Math.ceil(claims.length / 2);
  const parts = [claims.slice(0, middle), claims.slice(middle)].map((half) => {
    const outcome = proven(half, writing);
    return typeof outcome === 'string' ? part(half, outcome, writing) : { good: half, heldBack: [] };
  });
  return { good: parts.flatMap(({ good }) => good), heldBack: parts.flatMap(({ heldBack }) => heldBack) };
}

/** `differs`: read back, it is not what was meant. `failed`: writing or reading it broke down, by a mistake of ours. */
type UnprovenCode = 'writing.read-back-differs' | 'writing.failed';

/** The interchange of these claims, or why it may not leave. */
function proven(
  claims: readonly StoredClaim[],
  writing: BatchWriting,
): { readonly plan: BatchPlan; readonly bytes: Uint8Array; readonly chargeCents: Cents } | UnprovenCode {
  try {
    const plan = planBatch(claims, writing);
    const { bytes, chargeCents } = writeClaimInterchange(plan.interchange);
    if (!compareClaimInterchange(plan.interchange, bytes, writing.decode).ok)
      return 'writing.read-back-differs';
    return { plan, bytes, chargeCents };
  } catch {
    // Nothing here asks the world for anything: what was thrown is about one of the claims.
    return 'writing.failed';
  }
}

function heldBackFor(
  stored: StoredClaim,
  { code, pointer }: { readonly code: string; readonly pointer: string },
): HeldBackClaim {
  return { claimId: stored.id, chargeCents: stored.claim.chargeCents, code, pointer };
}
