import type { PersonName } from '../../domain/party/party.ts';
import type { RemittancePerson } from '../../domain/remittance/remittance.ts';
import type { SegmentCursor } from '../../edi/syntax/segment-cursor.ts';
import { tagOf } from '../../edi/syntax/tag.ts';
import type { Building } from '../building.ts';

/** NM108: a social security number identifies no member. */
const SOCIAL_SECURITY_NUMBER = tagOf('34');

/** NM1*QC or NM1*IL of loop 2100: name and member number, each where it is there. */
export function readPerson(segment: SegmentCursor): RemittancePerson {
  const person: Building<RemittancePerson> = segment.has(3) ? { name: readName(segment) } : {};
  if (segment.has(9) && segment.code(8) !== SOCIAL_SECURITY_NUMBER) person.memberId = segment.text(9);
  return person;
}

function readName(segment: SegmentCursor): PersonName {
  const last = segment.text(3);
  // Nearly every person has a first name: a member that is added later needs room of its own.
  const name: Building<PersonName> = segment.has(4)
    ? { kind: 'person', last, first: segment.text(4) }
    : { kind: 'person', last };
  if (segment.has(5)) name.middle = segment.text(5);
  if (segment.has(7)) name.suffix = segment.text(7);
  return name;
}
