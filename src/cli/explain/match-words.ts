import { keptProposals } from '../../domain/matching/kept-proposals.ts';
import type { MatchProposal, MatchTier } from '../../domain/matching/match-decision.ts';
import type { MatchEvidence } from '../../domain/matching/match-evidence.ts';
import type { StoredPaymentMatch } from '../../ports/claim-payment-store.ts';

const TIER_WORDS: Readonly<Record<MatchTier, string>> = {
  1: 'by our number',
  2: 'by the payer’s number',
  3: 'by what our number begins with, the person and the day',
  4: 'by member, day, charge and procedures',
};

const PERSON_WORDS = {
  match: 'matched',
  none: 'taken off its claim',
  held: 'taken out of its claim’s books',
} as const satisfies Readonly<Record<StoredPaymentMatch['disposition'], string>>;

/** How a claim payment found its claim, or why it did not, and below it what was compared. */
export function matchLines(match: StoredPaymentMatch): string[] {
  return [matchWords(match), ...evidenceLines(match).map((line) => `  ${line}`)];
}

/** A claim that a person may choose, with what speaks for it and against it. */
export function proposalWords({ claimId, tier, evidence }: MatchProposal): string {
  return `claim ${claimId}, found ${TIER_WORDS[tier]} (tier ${tier}): ${evidenceWords(evidence)}`;
}

function matchWords({ disposition, tier, decidedBy, reason, evidence }: StoredPaymentMatch): string {
  const why = reason === undefined ? '' : `: ${reason}`;
  if (decidedBy === 'person') {
    const { actor } = evidence as { readonly actor?: string };
    return `${PERSON_WORDS[disposition]} by ${actor ?? 'a person'}${why}`;
  }
  if (disposition !== 'match') return `not matched${why}`;
  return `matched ${tier === undefined ? 'by rule' : `${TIER_WORDS[tier]} (tier ${tier})`}`;
}

function evidenceLines({ evidence, decidedBy }: StoredPaymentMatch): string[] {
  if (decidedBy === 'person') return [];
  const proposals = keptProposals(evidence);
  if (proposals.length > 0) return proposals.map((one) => `proposed: ${proposalWords(one)}`);
  const words = evidenceWords(evidence);
  return words === '' ? [] : [words];
}

/** In the order in which a person looks, whatever order they are kept in. */
const COMPARED: Readonly<Record<keyof MatchEvidence, string>> = {
  patientControlNumber: 'our number',
  payerClaimControlNumber: 'the payer’s number',
  charge: 'charge',
  serviceDates: 'day of service',
  procedures: 'procedures',
  member: 'member',
  name: 'name',
  payer: 'payer',
  payee: 'payee',
};

/** `our number exact, charge whole, …`: what was compared and how that went. */
function evidenceWords(evidence: Partial<MatchEvidence>): string {
  return (Object.keys(COMPARED) as (keyof MatchEvidence)[])
    .flatMap((part) => {
      const outcome = evidence[part];
      return outcome === undefined || outcome === 'not-given'
        ? []
        : [`${COMPARED[part]} ${outcome.replaceAll('-', ' ')}`];
    })
    .join(', ');
}
