import * as fc from 'fast-check';
import { X12Parser } from 'node-x12';
import { describe, expect, test } from 'vitest';
import { printCentsSuppressed } from '../../src/base/money.ts';
import { proveBalance } from '../../src/domain/remittance/balance.ts';
import type { Remittance } from '../../src/domain/remittance/remittance.ts';
import { remittanceIdentity } from '../../src/domain/remittance/remittance-identity.ts';
import type { Delimiters } from '../../src/edi/syntax/delimiters.ts';
import { normalizedSegment } from '../../src/edi/syntax/normalized-segment.ts';
import { SegmentReader } from '../../src/edi/syntax/segment-reader.ts';
import { writeRemittance } from '../../src/translate/remittance-835.ts';
import { arbitraryRemittance } from '../domain/support/remittances.ts';
import { allProblems, checkTextByGuide } from '../edi/support/check-text.ts';
import { bytesOf, decodeLatin1 } from '../edi/support/latin-1.ts';
import {
  arbitraryFullRemittance,
  withForwardedBalance,
  withGroupedAdjustments,
} from './support/arbitrary-remittances.ts';
import { readRemittance, withoutPlaces } from './support/read-answers.ts';
import { remittanceDetails } from './support/remittance-details.ts';
import { arbitraryDelimiters, writeInterchange } from './support/write-interchange.ts';

function written(remittance: Remittance, delimiters?: Delimiters): string {
  return writeInterchange(
    '835',
    { date: '20260718', time: '0600', control: 601, ...(delimiters === undefined ? {} : { delimiters }) },
    (writer) => writeRemittance(writer, remittance, remittanceDetails()),
  );
}

/** The segments of the set in normalised form. */
function contentOf(text: string): string[] {
  const reader = new SegmentReader(decodeLatin1);
  reader.feed(bytesOf(text));
  const content: string[] = [];
  while (reader.next()) content.push(normalizedSegment(reader));
  return content.slice(3, -3);
}

/** CLP01 to CLP04 and SVC02 and SVC03, as node-x12 reads them: a reader that shares no code with ours. */
function figuresOfPeer(text: string): unknown[] {
  const peer = new X12Parser(true).parse(text);
  if (!('functionalGroups' in peer)) throw new Error('node-x12 read more than one interchange');
  const segments = peer.functionalGroups.flatMap((group) =>
    group.transactions.flatMap((set) => set.segments),
  );
  return segments
    .filter(({ tag }) => tag === 'CLP' || tag === 'SVC')
    .map(({ tag, elements }) => [
      tag,
      ...elements.slice(...(tag === 'CLP' ? [0, 4] : [1, 3])).map((element) => element.value),
    ]);
}

describe('a remittance that is written as an 835', () => {
  test('is read as it was, under any delimiters', () => {
    fc.assert(
      fc.property(arbitraryFullRemittance, arbitraryDelimiters, (remittance, delimiters) => {
        const read = readRemittance(written(remittance, delimiters));
        expect(withoutPlaces(read)).toEqual(withoutPlaces(withGroupedAdjustments(remittance)));
        expect(remittanceIdentity(read)).toBe(remittanceIdentity(remittance));
        expect(proveBalance(read)).toEqual(proveBalance(remittance));
      }),
    );
  });

  test('is read as it was when it lacks what the guide requires and the domain does not', () => {
    fc.assert(
      fc.property(arbitraryRemittance, (any) => {
        const remittance = withForwardedBalance(any);
        const read = readRemittance(written(remittance));
        expect(withoutPlaces(read)).toEqual(withoutPlaces(withGroupedAdjustments(remittance)));
      }),
    );
  });

  test('has no problem', () => {
    fc.assert(
      fc.property(arbitraryFullRemittance, arbitraryDelimiters, (remittance, delimiters) => {
        const codes = allProblems(checkTextByGuide(written(remittance, delimiters))).map(({ code }) => code);
        expect(codes).toEqual([]);
      }),
    );
  });

  test('has the same content under any delimiters', () => {
    fc.assert(
      fc.property(arbitraryFullRemittance, arbitraryDelimiters, (remittance, delimiters) => {
        expect(contentOf(written(remittance, delimiters))).toEqual(contentOf(written(remittance)));
      }),
    );
  });

  test('has the figures that node-x12 reads', () => {
    fc.assert(
      fc.property(arbitraryFullRemittance, (remittance) => {
        expect(figuresOfPeer(written(remittance))).toEqual(
          remittance.claims.flatMap((claim) => [
            [
              'CLP',
              claim.patientControlNumber,
              claim.statusCode,
              printCentsSuppressed(claim.chargeCents),
              printCentsSuppressed(claim.paidCents),
            ],
            ...claim.services.map((service) => [
              'SVC',
              printCentsSuppressed(service.chargeCents),
              printCentsSuppressed(service.paidCents),
            ]),
          ]),
        );
      }),
      { numRuns: 50 },
    );
  });
});
