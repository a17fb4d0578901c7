import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cents } from '../../src/base/money.ts';
import { addDays } from '../../src/base/time.ts';
import {
  type ClaimAcknowledgmentReport,
  writeClaimAcknowledgment,
} from '../../src/translate/claim-acknowledgment-277ca.ts';
import { day } from '../domain/support/claims.ts';
import { checkTextByGuide } from '../edi/support/check-text.ts';
import { errorsIn } from './support/errors-in.ts';
import { goldenText } from './support/golden.ts';
import { PAYER_REPORT, saidBy } from './support/golden-claim-report.ts';
import { readAnswers, withoutPlaces } from './support/read-answers.ts';
import { arbitraryDelimiters, writeInterchange } from './support/write-interchange.ts';

type ReportedClaim = ClaimAcknowledgmentReport['providers'][number]['claims'][number];

/** Statuses that say one thing: STC03 of all of them is the same. */
function statusesOf(...categories: readonly string[]): fc.Arbitrary<ReportedClaim['statuses']> {
  return fc.array(
    fc.record(
      {
        category: fc.constantFrom(...categories),
        status: fc.nat(999).map(String),
        entity: fc.constantFrom('PR', 'IL', '85'),
      },
      { requiredKeys: ['category', 'status'] },
    ),
    { minLength: 1, maxLength: 7 },
  );
}
const verdict = fc.oneof(
  fc.record({ outcome: fc.constant('accepted' as const), statuses: statusesOf('A0', 'A1', 'A2', 'A5') }),
  fc.record({ outcome: fc.constant('rejected' as const), statuses: statusesOf('A3', 'A6', 'A7', 'A8') }),
);
const name = fc.stringMatching(/^[A-Z]{1,20}$/);
const personName = fc
  .record({ last: name, first: name, middle: name }, { requiredKeys: ['last'] })
  .map((parts) => ({ kind: 'person' as const, ...parts }));
const identifier = fc.stringMatching(/^[A-Z0-9]{2,17}$/);
const claim = fc
  .record({
    patientName: personName,
    memberId: identifier,
    patientControlNumber: identifier,
    chargeCents: fc.nat(9_999_999).map(cents),
    verdict,
    serviceDays: fc.nat(3),
  })
  .map(({ serviceDays, verdict: said, ...rest }) => ({
    ...rest,
    ...said,
    serviceDate: day('2026-06-03'),
    serviceDateEnd: addDays(day('2026-06-03'), serviceDays),
  }));
const report: fc.Arbitrary<ClaimAcknowledgmentReport> = fc
  .record({
    kind: fc.constantFrom('clearinghouse' as const, 'payer' as const),
    providers: fc.array(
      fc.record({
        name: fc.oneof(
          personName,
          name.map((one) => ({ kind: 'organization' as const, name: one })),
        ),
        npi: fc.constantFrom('1999999984', '1999990017'),
        claims: fc.array(claim, { minLength: 1, maxLength: 4 }),
      }),
      { maxLength: 4 },
    ),
  })
  .map(({ kind, providers }) => ({
    ...PAYER_REPORT,
    source: { ...PAYER_REPORT.source, kind },
    providers,
  }));

describe('a 277CA that is written', () => {
  test('is the file that was written by hand', () => {
    const options = { date: '20260616', time: '1000', control: 611, lineEnd: '\n' };
    const text = writeInterchange('277', options, (writer) => writeClaimAcknowledgment(writer, PAYER_REPORT));
    expect(text).toBe(goldenText('277ca-payer'));
  });

  test('says what it was given, has no error, and is the same under any delimiters', () => {
    const options = { date: '20260616', time: '1000', control: 611 };
    fc.assert(
      fc.property(report, arbitraryDelimiters, (given, delimiters) => {
        const text = writeInterchange('277', { ...options, delimiters }, (writer) =>
          writeClaimAcknowledgment(writer, given),
        );
        // A warning it may have: some persons have no first name.
        expect(errorsIn(checkTextByGuide(text))).toEqual([]);
        const { claims, rejections } = readAnswers(text);
        expect(withoutPlaces(claims)).toEqual(saidBy(given));
        expect(rejections).toEqual([]);
      }),
    );
  });

  test('counts claims and charges by outcome', () => {
    fc.assert(
      fc.property(report, (given) => {
        const text = writeInterchange('277', { date: '20260616', time: '1000', control: 611 }, (writer) =>
          writeClaimAcknowledgment(writer, given),
        );
        const ofAll = given.providers.flatMap((provider) => provider.claims);
        const accepted = ofAll.filter((one) => one.outcome === 'accepted').length;
        const count = (qualifier: string): number =>
          [...text.matchAll(new RegExp(`QTY\\*${qualifier}\\*(\\d+)~`, 'g'))].reduce(
            (sum, match) => sum + Number(match[1]),
            0,
          );
        expect([count('90'), count('AA')]).toEqual([accepted, ofAll.length - accepted]);
        expect([count('QA'), count('QC')]).toEqual([accepted, ofAll.length - accepted]);
        const total = ofAll.reduce((sum, one) => sum + one.chargeCents, 0);
        const amounts = [...text.matchAll(/AMT\*Y[UY]\*([\d.]+)~/g)].map((match) => Number(match[1]));
        // Said once of the submission and once of its providers.
        expect(Math.round(amounts.reduce((sum, one) => sum + one * 100, 0))).toBe(total * 2);
      }),
    );
  });
});
