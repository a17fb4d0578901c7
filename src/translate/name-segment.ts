import type { PartyName } from '../domain/party/party.ts';
import type { SegmentWriter } from '../edi/syntax/segment-writer.ts';

export interface NameIdentifier {
  /** NM108: 46, MI, PI, XX … */
  readonly qualifier: string;
  /** NM109. */
  readonly value: string;
}

/** Writes NM1 for the party that `entity` (NM101) says: kind, name, and its identifier where it has one. */
export function writeNameSegment(
  writer: SegmentWriter,
  entity: string,
  name: PartyName,
  identifier?: NameIdentifier,
): void {
  writer.begin('NM1').element(entity);
  if (name.kind === 'organization') writer.elements('2', name.name, '', '', '', '');
  else writer.elements('1', name.last, name.first, name.middle, '', name.suffix);
  writer.elements(identifier?.qualifier, identifier?.value).end();
}
