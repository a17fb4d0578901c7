import { describe, expect, test } from 'vitest';
import { allProblems, checkTextByGuide } from '../edi/support/check-text.ts';
import { changedGolden, type GoldenName, goldenText } from './support/golden.ts';
import { PAYER_REPORT, saidBy } from './support/golden-claim-report.ts';
import { readAnswers, withoutPlaces } from './support/read-answers.ts';

describe('a 277CA that is read', () => {
  test('says what a payer thinks of each claim', () => {
    const { claims, rejections } = readAnswers(goldenText('277ca-payer'));
    expect(withoutPlaces(claims)).toEqual(saidBy(PAYER_REPORT));
    expect(rejections).toEqual([]);
  });

  test('says what a clearinghouse thinks of each claim, and of a provider whose claims it does not name', () => {
    const { claims, rejections } = readAnswers(goldenText('277ca-clearinghouse'));
    const said = { from: 'clearinghouse', effectiveDate: '2026-06-15' };
    expect(withoutPlaces(claims)).toEqual([
      {
        ...said,
        patientControlNumber: 'CGA0000000000001',
        outcome: 'accepted',
        statuses: [{ category: 'A0', status: '16', entity: 'PR' }],
      },
      {
        // STC03 accepts and a category rejects.
        ...said,
        patientControlNumber: 'CGA0000000000004',
        outcome: 'rejected',
        statuses: [
          { category: 'A2', status: '20' },
          { category: 'A3', status: '187' },
        ],
      },
      {
        ...said,
        patientControlNumber: 'CGA0000000000002',
        outcome: 'rejected',
        statuses: [{ category: 'A6', status: '21' }],
        payerClaimControlNumber: 'CGP0000000002',
      },
    ]);
    expect(withoutPlaces(rejections)).toEqual([
      {
        submissionId: '0000005010001',
        level: 'provider',
        from: 'clearinghouse',
        statuses: [{ category: 'A3', status: '24', entity: '85' }],
      },
    ]);
  });

  test('says that a whole submission is rejected, which names no claim', () => {
    const { claims, rejections } = readAnswers(goldenText('277ca-submission-rejected'));
    expect(claims).toEqual([]);
    expect(withoutPlaces(rejections)).toEqual([
      {
        submissionId: '0000005020001',
        level: 'submission',
        from: 'clearinghouse',
        statuses: [{ category: 'A3', status: '24', entity: '41' }],
        effectiveDate: '2026-06-15',
      },
    ]);
  });

  test('says nothing of a submission that is received and has no claims below', () => {
    const text = changedGolden('277ca-submission-rejected', [
      'STC*A3:24:41*20260615*U',
      'STC*A1:19*20260615*WQ',
    ]);
    expect(readAnswers(text)).toMatchObject({ claims: [], rejections: [] });
  });

  test('lets the claims speak where a level above them is rejected', () => {
    const text = changedGolden('277ca-payer', [
      'STC*A1:19:PR*20260616*WQ*405.5',
      'STC*A3:24*20260616*U*405.5',
    ]);
    const { claims, rejections } = readAnswers(text);
    expect(claims.map((claim) => claim.outcome)).toEqual(['accepted', 'rejected', 'accepted']);
    expect(rejections).toEqual([]);
  });

  test('lets rejected providers speak for the submission above them', () => {
    const providers = [
      'HL*3*2*19*0~\nNM1*85*2*RIVERBEND FAMILY CLINIC*****XX*1999999984~\nTRN*1*0~\nSTC*A3:24:85**U*100~\n',
      'HL*4*2*19*0~\nNM1*85*1*SAMPLEDOC*KIM*****XX*1999990017~\nTRN*1*0~\nSTC*A3:26:85**U*50~\n',
    ].join('');
    const text = changedGolden('277ca-submission-rejected', ['SE*14', `${providers}SE*22`]);
    const { rejections } = readAnswers(text);
    expect(rejections.map(({ level, statuses }) => [level, statuses[0]?.status])).toEqual([
      ['provider', '24'],
      ['provider', '26'],
    ]);
  });

  test('names the bytes of the TRN of a claim and of the STC of a rejection', () => {
    const names: readonly (readonly [GoldenName, string])[] = [
      ['277ca-payer', 'TRN*2*CGA0000000000001~'],
      ['277ca-submission-rejected', 'STC*A3:24:41*20260615*U*150~'],
    ];
    for (const [name, segment] of names) {
      const text = goldenText(name);
      const { claims, rejections } = readAnswers(text);
      const { place } = claims[0] ?? rejections[0] ?? {};
      expect(text.slice(place?.byteStart, place?.byteStop)).toBe(segment);
    }
  });

  test.each([
    ['WQ', 'A2', 'accepted'],
    ['WQ', 'A1', 'accepted'],
    ['WQ', 'A5', 'accepted'],
    ['WQ', 'A3', 'rejected'],
    ['WQ', 'A4', 'rejected'],
    ['WQ', 'A6', 'rejected'],
    ['WQ', 'A7', 'rejected'],
    ['WQ', 'A8', 'rejected'],
    ['U', 'A2', 'rejected'],
    ['', 'A2', 'rejected'],
    ['15', 'A2', 'rejected'],
    ['', '', 'rejected'],
  ])('under action "%s" and category "%s" the claim is %s', (action, category, outcome) => {
    const text = changedGolden('277ca-payer', [
      'STC*A2:20:PR*20260616*WQ',
      `STC*${category}:20*20260616*${action}`,
    ]);
    expect(readAnswers(text).claims[0]?.outcome).toBe(outcome);
  });

  test('rejects a claim when one of its statuses has an action that is none', () => {
    const status = 'STC*A2:20:PR*20260616*WQ*250~\n';
    const text = changedGolden('277ca-payer', [status, `${status}STC*A2:20*20260616*15*250~\n`]);
    expect(readAnswers(text).claims[0]).toMatchObject({ outcome: 'rejected' });
  });

  test('takes nothing of a line for the claim', () => {
    const text = changedGolden(
      '277ca-clearinghouse',
      ["REF|1K|CGP0000000002'\n", ''],
      // No line has such a number under the guide.
      ['REF|XZ|NOTTHECLAIMS', 'REF|1K|NOTTHECLAIMS'],
    );
    expect(readAnswers(text).claims[2]).not.toHaveProperty('payerClaimControlNumber');
  });

  test('rejects a claim of which it says nothing, and keeps a status that names no claim', () => {
    const text = changedGolden(
      '277ca-payer',
      ['STC*A2:20:PR*20260616*WQ*250~\n', ''],
      ['TRN*2*CGA0000000000003~\n', ''],
    );
    const { claims } = readAnswers(text);
    expect(claims.map(({ patientControlNumber, outcome }) => [patientControlNumber, outcome])).toEqual([
      ['CGA0000000000001', 'rejected'],
      ['CGA0000000000002', 'rejected'],
      ['', 'accepted'],
    ]);
  });

  test('keeps no text where a code should be', () => {
    const text = changedGolden('277ca-payer', ['STC*A2:20:PR', 'STC*FAY SAMPLE:1 SAMPLE ST:FAY SAMPLE']);
    expect(readAnswers(text).claims[0]?.statuses).toEqual([{ category: '', status: '' }]);
  });
});

describe('a golden 277CA', () => {
  test.each(['277ca-payer', '277ca-clearinghouse', '277ca-submission-rejected'] as const)(
    '%s has no problem',
    (name) => {
      expect(allProblems(checkTextByGuide(goldenText(name)))).toEqual([]);
    },
  );
});
