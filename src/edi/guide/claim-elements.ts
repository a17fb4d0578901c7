import type { Guide } from './guide.ts';

/**
 * The element that names a claim in the first segment of the loop that is one, by ST01: CLM01, CLP01, and the trace
 * number TRN02 of claim status.
 */
const CLAIM_ELEMENTS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  '837': { '2300': 1 },
  '835': { '2100': 1 },
  '276': { '2200D': 2, '2200E': 2 },
  '277': { '2200D': 2, '2200E': 2 },
};

/** The position of that element, 0 for a loop that is no claim. */
export function claimElementOf({ setIdentifier }: Guide, loop: string): number {
  return CLAIM_ELEMENTS[setIdentifier]?.[loop] ?? 0;
}
