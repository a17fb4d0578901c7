/** The patient is the subscriber. */
export const SELF = '18';

/** How a patient can be related to a subscriber who is somebody else (element 1069 as guide 005010X222A1 allows it). */
const DEPENDENT: ReadonlySet<string> = new Set(['01', '19', '20', '21', '39', '40', '53', 'G8']);

/** Whether a text is a relationship code of a patient who is not the subscriber. */
export function isDependentRelationship(text: string): boolean {
  return DEPENDENT.has(text);
}
