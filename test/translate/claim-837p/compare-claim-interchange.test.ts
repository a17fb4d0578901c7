import { describe, expect, test } from 'vitest';
import type { Result } from '../../../src/base/result.ts';
import { compareClaimInterchange } from '../../../src/translate/claim-837p/compare-claim-interchange.ts';
import {
  PLACES_MAX,
  READ_BACK_CODES,
  type ReadBackRefusal,
} from '../../../src/translate/claim-837p/read-back-refusal.ts';
import { soundClaim } from '../../domain/support/claims.ts';
import { allProblems, checkTextByGuide } from '../../edi/support/check-text.ts';
import { bytesOf, decodeLatin1 } from '../../edi/support/latin-1.ts';
import { interchangeOf, writeAsText } from '../support/claim-interchange.ts';
import { GOLDEN_CLAIMS, type GoldenClaims } from '../support/golden-claims.ts';
import { partner } from '../support/partner.ts';

function compare({ interchange }: GoldenClaims, text: string): Result<void, ReadBackRefusal> {
  return compareClaimInterchange(interchange, bytesOf(text), decodeLatin1);
}

function golden(name: string): GoldenClaims {
  const found = GOLDEN_CLAIMS.find((each) => each.name === name);
  if (found === undefined) throw new Error(`there is no golden file ${name}`);
  return found;
}

/** Every way to change one element: another text, none at all, something where nothing was. */
function* changedElements({ text, interchange }: GoldenClaims): Generator<string> {
  const { element, terminator } = interchange.profile.envelope.delimiters;
  const segments = text.split(terminator);
  for (const [index, segment] of segments.entries()) {
    const elements = segment.split(element);
    for (let position = 1; position < elements.length; position++) {
      const was = elements[position] ?? '';
      for (const becomes of new Set([
        `${was}X`,
        was.slice(1),
        was.replace(/\d/, (digit) => String((Number(digit) + 1) % 10)),
      ])) {
        if (becomes === was) continue;
        const changed = elements.with(position, becomes).join(element);
        yield segments.with(index, changed).join(terminator);
      }
    }
  }
}

describe.each(GOLDEN_CLAIMS)('a change to $name', (file) => {
  test('of any one element is found', () => {
    const codes = new Set<string>();
    let count = 0;
    for (const text of changedElements(file)) {
      const result = compare(file, text);
      expect(result.ok, text).toBe(false);
      if (!result.ok) codes.add(result.refusal.code);
      count++;
    }
    expect(count).toBeGreaterThan(400);
    // Each comparison has something that only it finds.
    expect(codes).toEqual(new Set(READ_BACK_CODES));
  });

  test('of one segment that is lost or doubled is found', () => {
    const segments = file.text.split(/(?<=~\r?\n)/);
    for (const [index, segment] of segments.entries()) {
      expect(compare(file, segments.toSpliced(index, 1).join('')).ok, segment).toBe(false);
      expect(compare(file, segments.toSpliced(index, 0, segment).join('')).ok, segment).toBe(false);
    }
  });
});

describe('a refusal', () => {
  const everything = golden('837p-subscriber-with-everything');
  const two = golden('837p-two-providers-and-a-dependent');

  test.each<[string, string, string, string, string[]]>([
    [
      'a charge',
      '*437.18*',
      '*437.19*',
      'read-back.rejected',
      ['balance.claim set 0001 segment 25 CLM element 2'],
    ],
    [
      'a lost segment',
      'AMT*F5*20~\n',
      '',
      'read-back.rejected',
      ['set.segment-count-mismatch set 0001 segment 53 SE element 1'],
    ],
    [
      'the receiver',
      '*ZZ*CGCLEARING     *',
      '*ZZ*CGCLEARINH     *',
      'read-back.envelope',
      ['/interchanges/0/receiverId'],
    ],
    ['the usage', '*1*T*', '*1*P*', 'read-back.envelope', ['/interchanges/0/usage']],
    [
      'the group receiver',
      '*RIVERBENDGS*CG',
      '*RIVERBENDGS*CH',
      'read-back.envelope',
      ['/groups/0/applicationReceiver'],
    ],
    [
      'the submission',
      '*0000000420001*',
      '*0000000420002*',
      'read-back.claims',
      ['CG0000000000101 /submissionId'],
    ],
    ['a member id', 'CGM100001', 'CGM100010', 'read-back.claims', ['CG0000000000101 /subscriber/memberId']],
    [
      'a modifier',
      ':RT:59',
      ':59:RT',
      'read-back.claims',
      ['CG0000000000101 /lines/1/procedure/modifiers/0', 'CG0000000000101 /lines/1/procedure/modifiers/1'],
    ],
    ['a payment', 'AMT*F5*20', 'AMT*F5*2', 'read-back.claims', ['CG0000000000101 /patientPaid']],
    [
      'a line control number',
      '0101L02',
      '0101L22',
      'read-back.claims',
      ['CG0000000000101 /lineControlNumbers/1'],
    ],
    [
      'the claim number',
      'CLM*CG0000000000101',
      'CLM*CG0000000000109',
      'read-back.claims',
      ['CG0000000000101 is missing', 'not sent: set 0001 segment 25'],
    ],
    [
      'a code that none is',
      'SBR*P*18',
      'SBR*U*18',
      'read-back.claims',
      ['unreadable: set 0001 segment 17 SBR element 1', 'CG0000000000101 is missing'],
    ],
  ])('for %s says where', (_, from, to, code, places) => {
    expect(everything.text).toContain(from);
    const result = compare(everything, everything.text.replace(from, to));
    expect(result).toMatchObject({ ok: false, refusal: { code, places } });
  });

  test('for what reading does not look at gives the byte', () => {
    const changed = everything.text.replace('HL*2*1*22*0', 'HL*2*1*22*1');
    const offset = everything.text.indexOf('HL*2*1*22*0') + 'HL*2*1*22*'.length;
    expect(compare(everything, changed)).toMatchObject({
      refusal: { code: 'read-back.bytes', places: [`byte ${offset}`] },
    });
  });

  test('for a claim that stands there twice says so', () => {
    const claims = two.text.slice(two.text.indexOf('HL|5|'), two.text.indexOf('SE|66'));
    const again = claims.replace('HL|5||', 'HL|7||').replace('HL|6|5|', 'HL|8|7|');
    const doubled = two.text.replace('SE|66', `${again}SE|88`);
    expect(compare(two, doubled)).toMatchObject({
      refusal: { code: 'read-back.claims', places: ['repeated: set 0001'] },
    });
  });

  test('is not given for a warning of the checker', () => {
    const sound = soundClaim();
    const claim = {
      ...sound,
      subscriber: { ...sound.subscriber, name: { kind: 'person' as const, last: 'SAMPLE' } },
    };
    const interchange = interchangeOf([claim], partner());
    const { text } = writeAsText(interchange);
    expect(allProblems(checkTextByGuide(text)).map(({ code, severity }) => [code, severity])).toEqual([
      ['situation.first-name-missing', 'warning'],
    ]);
    expect(compareClaimInterchange(interchange, bytesOf(text), decodeLatin1)).toEqual({ ok: true });
  });

  test('for another file says so', () => {
    expect(compare(everything, '')).toMatchObject({
      refusal: { code: 'read-back.rejected', places: ['file.empty'] },
    });
    expect(compare(everything, two.text)).toMatchObject({ refusal: { code: 'read-back.envelope' } });
  });

  test('holds no value of a claim and not too many places', () => {
    const claims = Array.from({ length: 60 }, () => soundClaim());
    const interchange = interchangeOf(claims, partner());
    const text = writeAsText(interchange).text.replaceAll('*SAMPLE*FAY*', '*SPECIMEN*FAY*');
    const result = compareClaimInterchange(interchange, bytesOf(text), decodeLatin1);
    if (result.ok) throw new Error('the change was not found');
    expect(result.refusal.places).toHaveLength(PLACES_MAX);
    expect(JSON.stringify(result.refusal)).not.toMatch(/SAMPLE|SPECIMEN|FAY/);
  });
});
