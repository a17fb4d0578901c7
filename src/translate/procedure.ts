import type { Procedure } from '../domain/claim/procedure.ts';
import { KnownComposites } from '../edi/syntax/known-composites.ts';
import type { SegmentCursor } from '../edi/syntax/segment-cursor.ts';

/** Components 3 to 6 of SV101, SVC01 and SVC06; component 7 describes in words and is not kept. */
const MODIFIERS_START = 2;
const MODIFIERS_STOP = 6;

const PROCEDURES = new KnownComposites(makeProcedure);

/** The procedure in the composite at `position`; '' for a qualifier or code that is missing. */
export function readProcedure(segment: SegmentCursor, position: number): Procedure {
  return PROCEDURES.read(segment, position);
}

function makeProcedure(segment: SegmentCursor, position: number): Procedure {
  const count = segment.componentCount(position);
  const first = count > MODIFIERS_START ? segment.component(position, MODIFIERS_START) : '';
  // Most have one at most, and a list that is made with it has no room for more.
  const modifiers = first === '' ? [] : [first];
  for (let index = MODIFIERS_START + 1; index < count && index < MODIFIERS_STOP; index++) {
    const modifier = segment.component(position, index);
    if (modifier !== '') modifiers.push(modifier);
  }
  return {
    qualifier: segment.component(position, 0),
    code: segment.component(position, 1),
    modifiers,
  };
}

export function procedureComponents({ qualifier, code, modifiers }: Procedure): readonly string[] {
  return [qualifier, code, ...modifiers];
}
