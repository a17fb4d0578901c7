import type { ProblemCode } from '../problems.ts';
import type { SegmentCursor } from '../syntax/segment-cursor.ts';
import { tagOf } from '../syntax/tag.ts';
import type { InterchangeHeader } from './envelope-handler.ts';

const YES = tagOf('1');

/** ISA as text without its padding. */
export function readInterchangeHeader(isa: SegmentCursor): InterchangeHeader {
  return {
    senderQualifier: isa.text(5).trim(),
    senderId: isa.text(6).trim(),
    receiverQualifier: isa.text(7).trim(),
    receiverId: isa.text(8).trim(),
    date: isa.text(9),
    time: isa.text(10),
    version: isa.text(12),
    controlNumber: isa.text(13),
    isAcknowledgmentRequested: isa.code(14) === YES,
    usage: isa.text(15),
    delimiters: isa.delimiters,
  };
}

const ISA_WIDTHS = [2, 10, 2, 10, 2, 15, 2, 15, 6, 4, 1, 5, 9, 1, 1, 1];

/** ISA05 and ISA07 (element I05) that are in use in health care. */
const PARTY_QUALIFIERS = /^(01|14|20|27|28|29|30|33|ZZ)$/;

const ELEMENT_FORMS: readonly (readonly [element: number, form: RegExp])[] = [
  [1, /^0[0-6]$/],
  [3, /^0[01]$/],
  [5, PARTY_QUALIFIERS],
  [6, /\S/],
  [7, PARTY_QUALIFIERS],
  [8, /\S/],
  [9, /^\d\d(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$/],
  [10, /^([01]\d|2[0-3])[0-5]\d$/],
  [14, /^[01]$/],
];

/** A fault of the ISA and the element it stands in (X12.5 §4, HIPAA guides appendix C). */
export interface HeaderFault {
  readonly code: ProblemCode;
  readonly element: number;
}

export function findHeaderFaults(isa: SegmentCursor): HeaderFault[] {
  const faults: HeaderFault[] = [];
  if (isa.elementCount !== ISA_WIDTHS.length)
    faults.push({ code: 'interchange.header-invalid', element: 16 });
  const badForms = new Set<number>();
  for (const [index, width] of ISA_WIDTHS.entries()) {
    // ISA12 to ISA15 have codes of their own.
    if ((index < 11 || index === 13) && isa.text(index + 1).length !== width) badForms.add(index + 1);
  }
  for (const [element, form] of ELEMENT_FORMS) if (!form.test(isa.text(element))) badForms.add(element);
  if (isa.text(12) === '00501' && isa.delimiters.repetition === 0) badForms.add(11);
  for (const element of badForms) faults.push({ code: 'interchange.header-invalid', element });
  if (isa.text(12) !== '00501') faults.push({ code: 'interchange.version-unsupported', element: 12 });
  if (!/^\d{9}$/.test(isa.text(13))) faults.push({ code: 'interchange.control-number-invalid', element: 13 });
  if (!/^[PT]$/.test(isa.text(15))) faults.push({ code: 'interchange.usage-invalid', element: 15 });
  return faults;
}

/** GS02 to GS05 and GS07; kind, control number and guide have codes of their own. */
const GROUP_FORMS: readonly (readonly [element: number, form: RegExp])[] = [
  [2, /^(?=.*[^ ]).{2,15}$/],
  [3, /^(?=.*[^ ]).{2,15}$/],
  [4, /^\d{4}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$/],
  [5, /^([01]\d|2[0-3])[0-5]\d([0-5]\d(\d\d?)?)?$/],
  [7, /^X$/],
];

/** The elements of a GS that are not what the guides require of each group (appendix C, GS). */
export function findGroupHeaderFaults(gs: SegmentCursor): number[] {
  return GROUP_FORMS.flatMap(([element, form]) => (form.test(gs.text(element)) ? [] : [element]));
}
