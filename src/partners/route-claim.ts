import { accepted, type Result, refused } from '../base/result.ts';
import type { ProfessionalClaim } from '../domain/claim/claim.ts';
import type { PartnerProfile } from './profile.ts';

export const ROUTING_CODES = ['routing.no-partner', 'routing.ambiguous'] as const;

export type RoutingCode = (typeof ROUTING_CODES)[number];

/** Why a claim has no way to its payer. No part of it holds a value of the claim. */
export interface RoutingRefusal {
  readonly code: RoutingCode;
  /** JSON pointer (RFC 6901) into the claim. */
  readonly pointer: '/payer/identifier';
  readonly message: string;
  readonly remedy: string;
}

/** Stands in a profile for every payer that no other profile names. */
const EVERY_OTHER = '*';

/**
 * The trading partner that takes the claim: the one whose profile names the claim's payer identifier, else the one
 * with `*`. Capitals and small letters are one, as they are when the identifier is sent. Refused when nobody takes the
 * payer, and when two profiles do: a claim that goes to either may be paid twice.
 */
export function routeClaim(
  { payer }: ProfessionalClaim,
  profiles: readonly PartnerProfile[],
): Result<PartnerProfile, RoutingRefusal> {
  const identifier = payer.identifier.toUpperCase();
  const naming = profiles.filter(({ payers }) => payers.some((named) => named.toUpperCase() === identifier));
  const takers = naming.length > 0 ? naming : profiles.filter(({ payers }) => payers.includes(EVERY_OTHER));
  const [taker, another] = takers;
  if (taker === undefined) return refused(routingRefusal('routing.no-partner'));
  return another === undefined ? accepted(taker) : refused(routingRefusal('routing.ambiguous'));
}

/** What each refusal says. Fixed sentences, so that none can hold a value of a claim. */
export const ROUTING_WORDS: Readonly<Record<RoutingCode, Pick<RoutingRefusal, 'message' | 'remedy'>>> = {
  'routing.no-partner': {
    message: 'No trading partner takes claims to this payer.',
    remedy:
      'Correct the payer identifier, or add it to the profile of the trading partner that serves the payer.',
  },
  'routing.ambiguous': {
    message: 'More than one trading partner takes claims to this payer.',
    remedy: 'Name each payer in one profile only, and * in one.',
  },
};

function routingRefusal(code: RoutingCode): RoutingRefusal {
  return { code, pointer: '/payer/identifier', ...ROUTING_WORDS[code] };
}
