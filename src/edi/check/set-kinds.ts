import type { SetHeader } from '../envelope/envelope-handler.ts';
import { guideById } from '../guides/carried.ts';

/** GS01 that goes with each ST01 (X12 code list 479), for the sets of health care. */
const FUNCTIONAL_IDENTIFIERS: Readonly<Record<string, string>> = {
  '270': 'HS',
  '271': 'HB',
  '276': 'HR',
  '277': 'HN',
  '278': 'HI',
  '820': 'RA',
  '834': 'BE',
  '835': 'HP',
  '837': 'HC',
  '997': 'FA',
  '999': 'FA',
};

/** The set that stands in groups of a kind; of acknowledgments the 999. */
export function setOfGroup(functionalIdentifier: string): string | undefined {
  return Object.keys(FUNCTIONAL_IDENTIFIERS).findLast(
    (set) => FUNCTIONAL_IDENTIFIERS[set] === functionalIdentifier,
  );
}

/** Whether ST01, the guide and GS01 belong together; what is not known is believed. */
export function isSetInItsGroup(set: SetHeader, functionalIdentifier: string): boolean {
  const isCarried = guideById(set.guide) !== undefined;
  if (isCarried && guideById(set.guide, set.identifier) === undefined) return false;
  const expected = FUNCTIONAL_IDENTIFIERS[set.identifier];
  return expected === undefined || expected === functionalIdentifier;
}

/**
 * Whether ST03 names the guide of its group, GS08, as the guides say of ST03 (§2.4, ST03: it is the value of GS08). A
 * guide and its errata are one guide here: both names are in use. An ST03 that is empty says nothing.
 */
export function isGuideOfGroup(convention: string, version: string): boolean {
  if (convention === '' || convention === version) return true;
  return guideById(convention)?.ids.includes(version) === true;
}
