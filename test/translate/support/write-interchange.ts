import * as fc from 'fast-check';
import {
  openSet,
  writeGroupHeader,
  writeGroupTrailer,
  writeInterchangeHeader,
  writeInterchangeTrailer,
} from '../../../src/edi/envelope/envelope-writer.ts';
import { type Delimiters, USUAL_DELIMITERS } from '../../../src/edi/syntax/delimiters.ts';
import { SegmentWriter } from '../../../src/edi/syntax/segment-writer.ts';

const SETS = {
  '277': { functionalIdentifier: 'HN', version: '005010X214', guide: '005010X214' },
  // ST03 is not used in an 835.
  '835': { functionalIdentifier: 'HP', version: '005010X221A1', guide: '' },
} as const;

export interface InterchangeOptions {
  /** CCYYMMDD. */
  readonly date: string;
  readonly time: string;
  /** ISA13 and GS06 as a number. */
  readonly control: number;
  readonly delimiters?: Delimiters;
  readonly lineEnd?: string;
}

/** An interchange of one set, whose body `write` writes. */
export function writeInterchange(
  identifier: keyof typeof SETS,
  options: InterchangeOptions,
  write: (writer: SegmentWriter) => void,
): string {
  const { date, time, control, delimiters = USUAL_DELIMITERS, lineEnd = '' } = options;
  const { functionalIdentifier, version, guide } = SETS[identifier];
  const writer = new SegmentWriter(delimiters, lineEnd);
  const controlNumber = String(control).padStart(9, '0');
  writeInterchangeHeader(writer, {
    senderQualifier: 'ZZ',
    senderId: 'EXAMPLECH',
    receiverQualifier: 'ZZ',
    receiverId: 'RIVERBENDFC',
    date: date.slice(2),
    time,
    controlNumber,
    isAcknowledgmentRequested: false,
    usage: 'T',
  });
  writeGroupHeader(writer, {
    functionalIdentifier,
    applicationSender: 'EXAMPLECH',
    applicationReceiver: 'RIVERBENDFC',
    date,
    time,
    controlNumber: String(control),
    version,
  });
  const set = openSet(writer, { identifier, controlNumber: '0001', guide });
  write(writer);
  set.close();
  writeGroupTrailer(writer, { controlNumber: String(control), setCount: 1 });
  writeInterchangeTrailer(writer, { controlNumber, groupCount: 1 });
  return writer.flushText();
}

/** Any four delimiters that partners use, none of which stands in the data of the tests. */
export const arbitraryDelimiters: fc.Arbitrary<Delimiters> = fc
  .uniqueArray(fc.constantFrom(...'*^:~|!>\n+\u001c\u001d\u001f§'.split('')), { minLength: 4, maxLength: 4 })
  .map(([element = '', repetition = '', component = '', terminator = '']) => ({
    element: element.charCodeAt(0),
    repetition: repetition.charCodeAt(0),
    component: component.charCodeAt(0),
    terminator: terminator.charCodeAt(0),
  }));
