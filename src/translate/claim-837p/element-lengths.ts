import type { ElementLength } from './claim-text.ts';

// Lengths of elements as 005010X222A1 has them, for texts that its loops share.

/** NM103, PER02. */
export const NAME: ElementLength = { min: 1, max: 60 };
export const FIRST_NAME: ElementLength = { min: 1, max: 35 };
export const MIDDLE_NAME: ElementLength = { min: 1, max: 25 };
export const NAME_SUFFIX: ElementLength = { min: 1, max: 10 };
/** NM109. */
export const PARTY_IDENTIFIER: ElementLength = { min: 2, max: 80 };
/** N301, N302. */
export const STREET: ElementLength = { min: 1, max: 55 };
export const CITY: ElementLength = { min: 2, max: 30 };
export const POSTAL_CODE: ElementLength = { min: 3, max: 15 };
/** PER04. */
export const CONTACT_NUMBER: ElementLength = { min: 1, max: 256 };
/** REF02, SBR03, PRV03. */
export const REFERENCE: ElementLength = { min: 1, max: 50 };
/** NTE02. */
export const NOTE: ElementLength = { min: 1, max: 80 };
/** Codes of two characters: states, relationships, modifiers, places of service. */
export const TWO: ElementLength = { min: 2, max: 2 };
/** SBR09. */
export const FILING_INDICATOR: ElementLength = { min: 1, max: 2 };
/** SV101-2. */
export const PROCEDURE: ElementLength = { min: 1, max: 48 };
/** HI01-2. */
export const DIAGNOSIS: ElementLength = { min: 1, max: 30 };
/** CAS02. */
export const REASON: ElementLength = { min: 1, max: 5 };
