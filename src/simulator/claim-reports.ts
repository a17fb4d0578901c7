import { groupBy } from '../base/groups.ts';
import type { ClaimAcknowledgmentReport } from '../translate/claim-acknowledgment-277ca.ts';
import { outlineOf } from './claim-outline.ts';
import type { RejectedClaim, SubmissionDecision } from './decide-submission.ts';
import type { AcceptedClaim } from './payer/build-remittance.ts';
import type { TakenSet } from './read-claim-sets.ts';

/** What one source says of the claims of a set; number and moment are those of the answer that says it. */
export type ClaimReport = Pick<
  ClaimAcknowledgmentReport,
  'source' | 'receiver' | 'submissionId' | 'providers'
>;

type ReportedProvider = ClaimReport['providers'][number];
type ReportedClaim = ReportedProvider['claims'][number];
type ClaimStatus = Pick<ReportedClaim, 'outcome' | 'statuses'>;
type ClaimStatusCode = ReportedClaim['statuses'][number];

type ClaimOfSet = AcceptedClaim | RejectedClaim;
/** A claim that was passed on to a payer was read. */
type PassedOnClaim = ClaimOfSet & Pick<AcceptedClaim, 'claim'>;

/** The claim goes on to its payer (16: forwarded to the entity). */
const FORWARDED: ClaimStatus = {
  outcome: 'accepted',
  statuses: [{ category: 'A0', status: '16', entity: 'PR' }],
};
/** The payer takes the claim into adjudication (20: accepted for processing). */
const ACCEPTED: ClaimStatus = {
  outcome: 'accepted',
  statuses: [{ category: 'A2', status: '20', entity: 'PR' }],
};

/**
 * What the clearinghouse says: of every claim of the set, that it was passed on or why not. Those passed on are told
 * `status`, where one is given.
 */
export function clearinghouseReport(
  set: TakenSet,
  { claims }: SubmissionDecision,
  status?: ClaimStatusCode,
): ClaimReport {
  const passedOn = status === undefined ? FORWARDED : told(status);
  return {
    source: { kind: 'clearinghouse', ...set.receiver },
    receiver: set.submitter,
    submissionId: set.submissionId,
    providers: providersOf(claims, (claim) => (isPassedOn(claim) ? passedOn : statusOf(claim))),
  };
}

/** What each payer says of the claims that the clearinghouse passed on to it: accepted, or `status`, or why not. */
export function payerReports(
  set: TakenSet,
  { claims }: SubmissionDecision,
  status?: ClaimStatusCode,
): ClaimReport[] {
  const accepted = status === undefined ? ACCEPTED : told(status);
  return [...groupBy(claims.filter(isPassedOn), ({ claim }) => claim.payer.identifier).values()].map(
    (ofPayer) => {
      const { name, identifier } = ofPayer[0].claim.payer;
      return {
        source: { kind: 'payer', name, identifier },
        receiver: set.submitter,
        submissionId: set.submissionId,
        providers: providersOf(ofPayer, (claim) => ({
          ...statusOf(claim, accepted),
          ...payerNumberOf(claim),
        })),
      };
    },
  );
}

function providersOf(
  claims: readonly ClaimOfSet[],
  say: (claim: ClaimOfSet) => ClaimStatus & Pick<ReportedClaim, 'payerClaimControlNumber'>,
): ReportedProvider[] {
  const outlined = claims.map((claim) => {
    const { provider, ...rest } = 'claim' in claim ? outlineOf(claim.claim) : claim.outline;
    const { patientControlNumber } = claim;
    return { provider, reported: { ...rest, patientControlNumber, ...say(claim) } };
  });
  return [...groupBy(outlined, ({ provider }) => provider.npi).values()].map((ofProvider) => ({
    ...ofProvider[0].provider,
    claims: ofProvider.map(({ reported }) => reported),
  }));
}

function isPassedOn(claim: ClaimOfSet): claim is PassedOnClaim {
  return 'payerClaimControlNumber' in claim || ('claim' in claim && claim.rejection.by === 'payer');
}

/** Categories by which a claim is turned away. */
const REFUSING = new Set(['A3', 'A4', 'A6', 'A7', 'A8']);

function told(status: ClaimStatusCode): ClaimStatus {
  return { outcome: REFUSING.has(status.category) ? 'rejected' : 'accepted', statuses: [status] };
}

function statusOf(claim: ClaimOfSet, accepted = ACCEPTED): ClaimStatus {
  if ('payerClaimControlNumber' in claim) return accepted;
  const { category, status, entity } = claim.rejection;
  const code = { category, status, ...(entity === undefined ? {} : { entity }) };
  return { outcome: 'rejected', statuses: [code] };
}

/** A claim that the payer rejects gets no number from it. */
function payerNumberOf(claim: ClaimOfSet): Pick<ReportedClaim, 'payerClaimControlNumber'> {
  return 'payerClaimControlNumber' in claim ? { payerClaimControlNumber: claim.payerClaimControlNumber } : {};
}
