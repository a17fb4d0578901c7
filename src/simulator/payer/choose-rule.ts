import { createHash } from 'node:crypto';
import { invariant } from '../../base/invariant.ts';
import type { ProfessionalClaim, ServiceLine } from '../../domain/claim/claim.ts';
import type { Predicate, Rule } from './rule.ts';

/**
 * What makes a claim the same claim in any run: who, where, when, what and how much. Never a number that changes
 * with the attempt or the order of arrival. Case and punctuation do not count, because 837 writers change them.
 */
export function claimFeatures(claim: ProfessionalClaim): string {
  const patient = claim.patient ?? claim.subscriber;
  return [
    claim.payer.identifier,
    claim.subscriber.memberId,
    patient.name.last,
    patient.name.first ?? '',
    patient.birthDate,
    String(claim.chargeCents),
    ...claim.lines.map((line) => lineFeatures(line)),
  ]
    .map((part) => part.toUpperCase().replaceAll(/[^A-Z0-9]/g, ''))
    .join('|');
}

export function lineFeatures(line: ServiceLine): string {
  const { code, modifiers } = line.procedure;
  return [line.number, code, ...modifiers, line.chargeCents, line.serviceDate].join(' ');
}

/** What a rule may look at. */
export interface Subject {
  readonly claim: ProfessionalClaim;
  readonly lines: readonly ServiceLine[];
}

/** The first rule that always decides, of those that hold. */
export function forcedRule<Outcome>(
  rules: readonly Rule<Outcome>[],
  subject: Subject,
): Rule<Outcome> | undefined {
  return rules.find((rule) => rule.weight === 'always' && holds(rule.when, subject));
}

/** Draws one of the weighted rules that hold. The same seed, purpose and features draw the same rule for ever. */
export function drawnRule<Outcome>(
  rules: readonly Rule<Outcome>[],
  subject: Subject,
  lot: { readonly seed: string; readonly purpose: string; readonly features: string },
): Rule<Outcome> {
  const candidates = rules.flatMap((rule) =>
    rule.weight !== 'always' && holds(rule.when, subject) ? [{ rule, weight: rule.weight }] : [],
  );
  const total = candidates.reduce((sum, candidate) => sum + candidate.weight, 0);
  invariant(total > 0, 'some drawn rule holds for every claim and line');
  const digest = createHash('sha256').update(`${lot.seed}\n${lot.purpose}\n${lot.features}`).digest();
  let remaining = digest.readUIntBE(0, 6) % total;
  const chosen = candidates.find((candidate) => {
    remaining -= candidate.weight;
    return remaining < 0;
  });
  invariant(chosen, 'a number below the sum of all weights falls on one of them');
  return chosen.rule;
}

function holds(when: Predicate, { claim, lines }: Subject): boolean {
  const { payers, procedures, modifier, memberIdPrefix, frequencies } = when;
  if (payers !== undefined && !payers.includes(claim.payer.identifier)) return false;
  if (frequencies !== undefined && !frequencies.includes(claim.frequency)) return false;
  if (memberIdPrefix !== undefined && !claim.subscriber.memberId.toUpperCase().startsWith(memberIdPrefix)) {
    return false;
  }
  if (modifier !== undefined && !lines.some((line) => line.procedure.modifiers.includes(modifier)))
    return false;
  return (
    procedures === undefined ||
    lines.some((line) => procedures.some((prefix) => line.procedure.code.startsWith(prefix)))
  );
}
