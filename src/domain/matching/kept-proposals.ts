import type { MatchProposal } from './match-decision.ts';

/** The claims that a decision about a claim payment proposes, out of what is kept with it; the best first. */
export function keptProposals(evidence: object): readonly MatchProposal[] {
  const { proposals } = evidence as { readonly proposals?: readonly MatchProposal[] };
  return proposals ?? [];
}
