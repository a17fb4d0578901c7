import { STATES } from '../../base/places.ts';

/** Whether a text is the two-letter code of a state or territory of the United States. */
export function isState(text: string): boolean {
  return STATES.has(text);
}
