import type { Delimiters } from '../edi/syntax/delimiters.ts';
import type { PartnerProfile } from './profile.ts';

/** The delimiters of the files that go to a partner, as byte values. */
export function delimitersOf({ envelope }: PartnerProfile): Delimiters {
  const { element, repetition, component, terminator } = envelope.delimiters;
  return {
    element: element.charCodeAt(0),
    repetition: repetition.charCodeAt(0),
    component: component.charCodeAt(0),
    terminator: terminator.charCodeAt(0),
  };
}
