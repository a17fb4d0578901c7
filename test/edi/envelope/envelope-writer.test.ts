import { describe, expect, test } from 'vitest';
import {
  type InterchangeDescription,
  openSet,
  writeGroupHeader,
  writeGroupTrailer,
  writeInterchangeHeader,
  writeInterchangeTrailer,
} from '../../../src/edi/envelope/envelope-writer.ts';
import { USUAL_DELIMITERS } from '../../../src/edi/syntax/delimiters.ts';
import { SegmentWriter } from '../../../src/edi/syntax/segment-writer.ts';
import { TWO_SETS } from '../support/interchange-text.ts';

const INTERCHANGE: InterchangeDescription = {
  senderQualifier: 'ZZ',
  senderId: 'CLINIC',
  receiverQualifier: 'ZZ',
  receiverId: 'PAYER',
  date: '250102',
  time: '0304',
  controlNumber: '000000007',
  isAcknowledgmentRequested: false,
  usage: 'T',
};

describe('the envelope writer', () => {
  test('writes the hand-written interchange', () => {
    const writer = new SegmentWriter(USUAL_DELIMITERS, '\n');
    writeInterchangeHeader(writer, INTERCHANGE);
    writeGroupHeader(writer, {
      functionalIdentifier: 'HC',
      applicationSender: 'CLINIC',
      applicationReceiver: 'PAYER',
      date: '20250102',
      time: '0304',
      controlNumber: '7',
      version: '005010X222A1',
    });
    const first = openSet(writer, { identifier: '837', controlNumber: '0001', guide: '005010X222A1' });
    writer.begin('BHT').elements('0019', '00', 'A1', '20250102', '0304', 'CH').end();
    writer
      .begin('CLM')
      .elements('A1', '100', '', '')
      .composite(['11', 'B', '1'])
      .elements('Y', 'A', 'Y', 'Y')
      .end();
    expect(first.close()).toBe(4);
    const second = openSet(writer, { identifier: '837', controlNumber: '0002', guide: '005010X222A1' });
    writer.begin('NM1').elements('41', '2', 'EXAMPLE CLINIC', '', '', '', '', '46', '12345').end();
    expect(second.close()).toBe(3);
    writeGroupTrailer(writer, { controlNumber: '7', setCount: 2 });
    writeInterchangeTrailer(writer, { controlNumber: '000000007', groupCount: 1 });
    expect(writer.flushText()).toBe(`${TWO_SETS}\n`);
  });

  test('declares the delimiters that it uses', () => {
    const writer = new SegmentWriter({ element: 0x7c, repetition: 0x21, component: 0x3e, terminator: 0x0a });
    writeInterchangeHeader(writer, INTERCHANGE);
    const isa = writer.flushText();
    expect([isa.length, isa[3], isa[82], isa[104], isa[105]]).toEqual([106, '|', '!', '>', '\n']);
  });

  test('refuses a control number that is not nine digits', () => {
    const writer = new SegmentWriter(USUAL_DELIMITERS);
    expect(() => writeInterchangeHeader(writer, { ...INTERCHANGE, controlNumber: '7' })).toThrow(
      /nine digits/,
    );
  });
});
