import { createHash } from 'node:crypto';
import { accepted, type Result, refused } from '../base/result.ts';
import type { BusinessDate } from '../base/time.ts';
import type { ProfessionalClaim } from '../domain/claim/claim.ts';
import { claimKey } from '../domain/claim/claim-key.ts';
import { editClaim } from '../domain/edits/edit-claim.ts';
import type { EditCodes } from '../domain/edits/edit-codes.ts';
import type { EditFinding } from '../domain/edits/edit-finding.ts';
import type { ClaimInputError } from '../intake/claim-input-error.ts';
import { canonicalClaimJson } from '../intake/claim-json.ts';
import type { PartnerProfile } from '../partners/profile.ts';
import { routeClaim } from '../partners/route-claim.ts';
import { claimId } from './claim-id.ts';

/** A claim that may be sent: it has the right shape, passes the edits, and a trading partner takes it. */
export interface AdmittedClaim {
  readonly id: string;
  readonly key: string;
  readonly contentSha256: string;
  readonly partnerId: string;
  readonly claim: ProfessionalClaim;
  readonly warnings: readonly SubmissionError[];
}

/** Why a claim is refused, or what its biller should know. No part of it holds a value of the claim. */
export interface SubmissionError {
  /** JSON pointer (RFC 6901) into the claim. */
  readonly pointer: string;
  readonly code: string;
  readonly message: string;
  /** What the biller should do. */
  readonly remedy: string;
}

export interface ClaimRefusal {
  /** Absent where no claim could be read. */
  readonly accountNumber?: string;
  readonly errors: readonly SubmissionError[];
}

/**
 * Decides whether a claim may be sent, whatever is on record: its shape, where it goes, and the business edits on the
 * day that it is at the trading partner. A refusal holds every error that was found.
 */
export function admitClaim(
  read: Result<ProfessionalClaim, readonly ClaimInputError[]>,
  options: {
    readonly tenantId: string;
    readonly profiles: readonly PartnerProfile[];
    /** The day that it is in a time zone. */
    readonly dayIn: (timeZone: string) => BusinessDate;
    readonly editCodes: EditCodes;
  },
): Result<AdmittedClaim, ClaimRefusal> {
  if (!read.ok) return refused({ errors: read.refusal.map(submissionError) });
  const claim = read.value;
  const routed = routeClaim(claim, options.profiles);
  const timeZone = routed.ok ? routed.value.timeZone : 'UTC';
  const findings = editClaim(claim, options.dayIn(timeZone), options.editCodes);
  const errors = findings.filter((finding) => finding.severity === 'error').map(submissionError);
  if (!routed.ok) errors.push(submissionError(routed.refusal));
  if (!routed.ok || errors.length > 0) return refused({ accountNumber: claim.accountNumber, errors });
  const key = claimKey(claim);
  return accepted({
    id: claimId(options.tenantId, key),
    key,
    contentSha256: createHash('sha256').update(canonicalClaimJson(claim)).digest('hex'),
    partnerId: routed.value.id,
    claim,
    warnings: findings.filter((finding) => finding.severity === 'warning').map(submissionError),
  });
}

function submissionError({
  pointer,
  code,
  message,
  remedy,
}: SubmissionError | EditFinding | ClaimInputError): SubmissionError {
  return { pointer, code, message, remedy };
}
