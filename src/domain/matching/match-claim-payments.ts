import { sumCents } from '../../base/money.ts';
import type { ClaimPayment, Remittance } from '../remittance/remittance.ts';
import { CandidateIndex } from './candidate-index.ts';
import { compareClaim, isReversal } from './compare-claim.ts';
import { comparePayer } from './compare-parties.ts';
import type { MatchCandidate } from './match-candidate.ts';
import type { MatchDecision, MatchProposal, MatchRefusal, MatchTier } from './match-decision.ts';
import type { MatchEvidence } from './match-evidence.ts';

/** What is matched together: one payment of one payer to one payee, whole, since parts of a claim are summed. */
export type PaymentsToMatch = Pick<Remittance, 'payer' | 'payee' | 'claims'>;

/** The claims that the numbers of a payment name. */
interface Named {
  readonly tier: 1 | 2;
  readonly candidates: readonly MatchCandidate[];
  /** Claims of other accounts that the payer's number belongs to, where our number names a claim. */
  readonly contradicting: readonly MatchCandidate[];
}

/**
 * Decides which claim each claim payment belongs to, by CLP ordinal. Tiers 1 and 2 need a number that names one claim
 * only: ours, which payers must return unchanged (interpretations 504, 535), or the payer's own; and nothing that
 * speaks against it. Tiers 3 and 4 are proposals for a person. Nothing is guessed: claims that fit alike are ambiguous,
 * and neither the order of payments nor that of candidates changes anything.
 */
export function matchClaimPayments(
  remittance: PaymentsToMatch,
  candidates: readonly MatchCandidate[],
): ReadonlyMap<number, MatchDecision> {
  const index = new CandidateIndex(candidates);
  const named = remittance.claims.map((payment) => namedClaims(payment, remittance.payer, index));
  const charges = chargesOfParts(remittance.claims, named);
  const decisions = new Map<number, MatchDecision>();
  for (const [position, payment] of remittance.claims.entries()) {
    const byNumbers = named[position];
    const propose = (candidate: MatchCandidate, tier: MatchTier): MatchProposal => {
      const isNamed = byNumbers?.candidates.includes(candidate) ?? false;
      const parts = isNamed ? charges.get(candidate.claimId) : undefined;
      const chargeOfParts = parts ?? payment.chargeCents;
      const evidence = compareClaim(payment, candidate, { ...remittance, chargeOfParts });
      return { claimId: candidate.claimId, tier, evidence };
    };
    const decision =
      byNumbers === undefined ? withoutNumber(payment, index, propose) : byNumber(byNumbers, propose);
    decisions.set(payment.ordinal, decision);
  }
  return decisions;
}

type Propose = (candidate: MatchCandidate, tier: MatchTier) => MatchProposal;

function namedClaims(
  payment: ClaimPayment,
  payer: Remittance['payer'],
  index: CandidateIndex,
): Named | undefined {
  // A payer's number says nothing of the claims of other payers.
  const ofPayer = (one: MatchCandidate): boolean => comparePayer(payer, one) === 'agrees';
  const ours = index.byNumber(payment);
  const told = index.byPayerNumber(payment).filter(ofPayer);
  if (ours.length > 0) {
    // Payers may keep their number for a claim that replaces another.
    const accounts = new Set(ours.map((one) => one.accountNumber));
    return {
      tier: 1,
      candidates: ours,
      contradicting: told.filter((one) => !accounts.has(one.accountNumber)),
    };
  }
  const candidates = told.length > 0 ? told : index.byOriginalNumber(payment).filter(ofPayer);
  return candidates.length === 0 ? undefined : { tier: 2, candidates, contradicting: [] };
}

/** A payer may split a claim into several claim payments (interpretations 137, 1076): their charges, by claim. */
function chargesOfParts(
  payments: readonly ClaimPayment[],
  named: readonly (Named | undefined)[],
): ReadonlyMap<string, number> {
  const charges = new Map<string, number>();
  for (const [position, { statusCode, chargeCents }] of payments.entries()) {
    const [claim, another] = named[position]?.candidates ?? [];
    if (claim === undefined || another !== undefined || isReversal(statusCode)) continue;
    charges.set(claim.claimId, sumCents([charges.get(claim.claimId) ?? 0, chargeCents]));
  }
  return charges;
}

function byNumber({ tier, candidates, contradicting }: Named, propose: Propose): MatchDecision {
  const others = contradicting.map((one) => propose(one, 2));
  const [only, ...more] = candidates.map((one) => withContradiction(propose(one, tier), others.length > 0));
  if (only === undefined || more.length > 0) {
    return refused('ambiguous-claim', [...(only === undefined ? [] : [only]), ...more, ...others]);
  }
  const code = refusalOf(only.evidence, tier);
  if (code !== undefined) return refused(code, [only, ...others]);
  return { isSafe: true, tier, claimId: only.claimId, evidence: only.evidence };
}

function withContradiction(proposal: MatchProposal, isContradicted: boolean): MatchProposal {
  if (!isContradicted) return proposal;
  return { ...proposal, evidence: { ...proposal.evidence, payerClaimControlNumber: 'of-another-claim' } };
}

/**
 * What speaks against posting to the one claim that a number names. The number alone is not enough: the payer must be
 * the claim's, or have its number on file. Otherwise, and where the payer's number speaks of another claim, charge and
 * days must both agree: a claim goes on to payers that it does not name (crossover), and some payers give many claims
 * one number.
 */
function refusalOf(evidence: MatchEvidence, tier: 1 | 2): MatchRefusal | undefined {
  const { payer, payee, payerClaimControlNumber, charge, serviceDates } = evidence;
  if (payee === 'differs') return 'wrong-payee';
  const isKnownPayer = payer === 'agrees' || payerClaimControlNumber === 'on-file';
  const isDoubtful = !isKnownPayer || payerClaimControlNumber === 'of-another-claim';
  if (isDoubtful && !(charge === 'whole' && serviceDates === 'agrees')) return 'payer-id-conflict';
  if (tier === 2 && isSomebodyElse(evidence)) return 'payer-id-conflict';
  if (charge === 'differs') return 'charge-mismatch';
  return charge === 'marked-part' && serviceDates !== 'agrees' ? 'charge-mismatch' : undefined;
}

/** Payers use their numbers again after some years; ours are never used again. */
function isSomebodyElse({ serviceDates, member, name }: MatchEvidence): boolean {
  return serviceDates === 'differs' || (member === 'differs' && name !== 'agrees');
}

function withoutNumber(payment: ClaimPayment, index: CandidateIndex, propose: Propose): MatchDecision {
  const begun = index
    .byBeginning(payment)
    .map((one) => propose(one, 3))
    .filter(({ evidence }) => isSamePerson(evidence) && evidence.serviceDates === 'agrees');
  const alike =
    begun.length > 0
      ? begun
      : index
          .byMember(payment)
          .map((one) => propose(one, 4))
          .filter(({ evidence }) => isSameService(evidence));
  if (alike.length > 0 && alike.every(({ evidence }) => evidence.payee === 'differs')) {
    return refused('wrong-payee', alike);
  }
  return refused(alike.length > 1 ? 'ambiguous-claim' : 'no-claim', alike);
}

function isSamePerson({ member, name }: MatchEvidence): boolean {
  return member === 'agrees' || name === 'agrees';
}

function isSameService({ member, serviceDates, charge, procedures }: MatchEvidence): boolean {
  return member === 'agrees' && serviceDates === 'agrees' && charge === 'whole' && procedures === 'same';
}

function refused(code: MatchRefusal, proposals: readonly MatchProposal[]): MatchDecision {
  return { isSafe: false, tier: proposals[0]?.tier ?? 'none', code, proposals };
}
