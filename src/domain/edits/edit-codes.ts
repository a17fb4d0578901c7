import { PLACES_OF_SERVICE } from '../../base/places.ts';
import type { BusinessDate } from '../../base/time.ts';

/** What the edits ask of code lists; handed in, because lists change more often than this program. */
export interface EditCodes {
  /** Whether CMS lists the place of service on a day. */
  isPlaceOfService(code: string, day: BusinessDate): boolean;
}

/** The lists as they were when this release was made. */
export const SHIPPED_CODES: EditCodes = { isPlaceOfService: (code) => PLACES_OF_SERVICE.has(code) };
