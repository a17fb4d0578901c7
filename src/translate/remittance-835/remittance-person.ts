import type { PersonName } from '../../domain/party/party.ts';
import type { RemittancePerson } from '../../domain/remittance/remittance.ts';
import type { SegmentCursor } from '../../edi/syntax/segment-cursor.ts';
import { tagOf } from '../../edi/syntax/tag.ts';

/** NM108: a social security number identifies no member. */
const SOCIAL_SECURITY_NUMBER = tagOf('34');

/** NM1*QC or NM1*IL of loop 2100: name and member number, each where it is there. */
export function readPerson(segment: SegmentCursor): RemittancePerson {
  const person: { name?: PersonName; memberId?: string } = {};
  if (segment.has(3)) person.name = readName(segment);
  if (segment.has(9) && segment.code(8) !== SOCIAL_SECURITY_NUMBER) person.memberId = segment.text(9);
  return person;
}

function readName(segment: SegmentCursor): PersonName {
  const name: { -readonly [Key in keyof PersonName]: PersonName[Key] } = {
    kind: 'person',
    last: segment.text(3),
  };
  if (segment.has(4)) name.first = segment.text(4);
  if (segment.has(5)) name.middle = segment.text(5);
  if (segment.has(7)) name.suffix = segment.text(7);
  return name;
}
