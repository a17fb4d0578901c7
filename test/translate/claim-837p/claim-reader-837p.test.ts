import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EnvelopeReader } from '../../../src/edi/envelope/envelope-reader.ts';
import {
  ClaimReader837p,
  type PlacedClaim,
  type UnreadableClaim,
} from '../../../src/translate/claim-837p/claim-reader-837p.ts';
import { NOT_SENT } from '../../../src/translate/claim-837p/transmitted-claim.ts';
import { bytesOf, decodeLatin1 } from '../../edi/support/latin-1.ts';
import { readSample } from '../../edi/support/samples.ts';
import { GOLDEN_CLAIMS } from '../support/golden-claims.ts';

interface Read {
  readonly claims: PlacedClaim[];
  readonly unreadable: UnreadableClaim[];
}

function read(bytes: Uint8Array): Read {
  const claims: PlacedClaim[] = [];
  const unreadable: UnreadableClaim[] = [];
  let reader: ClaimReader837p | undefined;
  const envelopes = new EnvelopeReader(decodeLatin1, {
    setOpened() {
      reader = new ClaimReader837p(
        (claim) => claims.push(claim),
        (claim) => unreadable.push(claim),
      );
    },
    countedSegment: (segment, ordinal, numbers) => reader?.segment(segment, ordinal, numbers),
    setClosed: () => reader?.finish(),
  });
  envelopes.feed(bytes);
  envelopes.finish();
  return { claims, unreadable };
}

/** The golden file of this name with texts replaced, each of which must stand there. */
function changed(name: string, ...changes: readonly (readonly [from: string, to: string])[]): string {
  let text = GOLDEN_CLAIMS.find((golden) => golden.name === name)?.text ?? '';
  for (const [from, to] of changes) {
    expect(text).toContain(from);
    text = text.replace(from, to);
  }
  return text;
}

const EVERYTHING = '837p-subscriber-with-everything';
const SECONDARY = '837p-secondary-claim';

describe('a file that somebody else wrote', () => {
  const { claims, unreadable } = read(readSample('valid', '837p-dependent-and-second-claim'));

  test('gives every claim of a patient, with what the levels above say', () => {
    expect(unreadable).toEqual([]);
    expect(claims.map((claim) => claim.patientControlNumber)).toEqual(['RFP000000105A', 'RFP000000105B']);
    for (const { claim, submissionId } of claims) {
      expect(submissionId).toBe('RFP20250316B');
      expect(claim).toMatchObject({
        payerRank: 'P',
        payer: { name: 'EXAMPLE HEALTH PLAN', identifier: 'EXHP1', filingIndicator: 'CI' },
        subscriber: { memberId: 'MEM0000002', groupNumber: 'GRP0002', ...NOT_SENT },
        patient: { relationship: '19', name: { last: 'TESTER', first: 'CASEY' }, birthDate: '2015-07-04' },
        payToAddress: { line1: 'PO BOX 1' },
        submitter: { identifier: 'RIVERSIDEFP', contact: { name: 'DANA EXAMPLE', telephone: '5550100100' } },
      });
    }
  });

  test('gives what the claims say of their own', () => {
    const [first, second] = claims.map((each) => each.claim);
    expect(first).toMatchObject({
      accountNumber: 'RFP000000105A',
      frequency: '1',
      chargeCents: 9550,
      diagnoses: ['H6691', 'R509'],
      renderingProvider: { npi: '1234567893', taxonomy: '208000000X' },
      lines: [
        { number: 1, chargeCents: 9550, units: '1', diagnosisPointers: [1, 2], serviceDate: '2025-03-11' },
      ],
    });
    expect(first).not.toHaveProperty('serviceFacility');
    expect(second).toMatchObject({
      frequency: '7',
      payerClaimControlNumber: 'PCCN00000001',
      serviceFacility: { name: 'RIVERSIDE ANNEX', address: { line1: '200 SAMPLE STREET' } },
      otherCoverages: [
        {
          rank: 'S',
          relationship: '18',
          paidCents: 5000,
          adjudicationDate: '2025-03-01',
          adjustments: [{ groupCode: 'PR', reasonCode: '1', amountCents: 1000 }],
          subscriber: { memberId: 'MEM0000003', ...NOT_SENT },
        },
      ],
    });
    // RD8 with one day is one day.
    expect(second?.lines[0]).not.toHaveProperty('serviceDateEnd');
    expect(second).not.toHaveProperty('renderingProvider');
  });

  test('gives where each claim stands', () => {
    expect(claims.map(({ place }) => place.segmentOrdinal)).toEqual([24, 32]);
    expect(claims[0]?.place).toMatchObject({
      interchangeControlNumber: '000000105',
      setControlNumber: '0001',
    });
  });
});

describe('what a claim has no place for', () => {
  test('is left out and changes nothing else', () => {
    const [plain] = read(bytesOf(changed(EVERYTHING))).claims;
    const crowded = changed(
      EVERYTHING,
      ['PRV*BI*PXC*207Q00000X~', 'PRV*BI*PXC*207Q00000X~CUR*85*USD~'],
      ['REF*EI*900000011~', 'REF*EI*900000011~REF*0B*LICENSE~'],
      ['AMT*F5*20~', 'DTP*304*D8*20260101~PWK*OZ*EL***AC*1~AMT*F5*20~REF*4N*1~'],
      ['REF*G1*AUTH 900~', 'REF*G1*AUTH 900~REF*EA*RECORD~K3*STATE DATA~'],
      ['ABF:M25561~', 'ABF:M25561~HI*BP:00400~HI*BG:17~'],
      [
        'NM1*DN*1*ABARA*JON****XX*1999990215~',
        'NM1*DN*1*ABARA*JON****XX*1999990215~REF*G1*OTHER~NM1*P3*1*X~',
      ],
      ['NM1*77*2*', 'NM1*DQ*1*SUPER*VISOR~REF*F8*NOT OURS~NM1*77*2*'],
      [
        'REF*6R*CG0000000000101L01~',
        'DTP*304*D8*20260101~REF*G1*LINE~REF*6R*CG0000000000101L01~LIN**N4*00000000000~CTP****1*UN~REF*6R*VY~',
      ],
      ['NTE*ADD*GUIDED', 'NTE*TPO*SOMETHING~NTE*ADD*GUIDED'],
      [
        'PRV*PE*PXC*363L00000X~',
        'PRV*PE*PXC*363L00000X~SVD*CGPAY9*1*HC:99214**1~CAS*CO*45*1~DTP*573*D8*20260101~LQ*UT*1~FRM*1*Y~',
      ],
    );
    const { claims, unreadable } = read(bytesOf(crowded));
    expect(unreadable).toEqual([]);
    expect(claims[0]?.claim).toEqual(plain?.claim);
    expect(claims[0]?.lineControlNumbers).toEqual(plain?.lineControlNumbers);
  });

  test('a line without a control number has an empty one', () => {
    const text = changed(EVERYTHING, ['REF*6R*CG0000000000101L02~\n', '']);
    expect(read(bytesOf(text)).claims[0]?.lineControlNumbers).toEqual([
      'CG0000000000101L01',
      '',
      'CG0000000000101L03',
    ]);
  });
});

describe('a claim that cannot be read', () => {
  test.each<[string, string, string, string, number]>([
    [EVERYTHING, 'CLM*CG0000000000101*', 'CLM**', 'CLM', 1],
    [EVERYTHING, '*437.18*', '*437.185*', 'CLM', 2],
    [EVERYTHING, '*11:B:1*', '*11:B:9*', 'CLM', 5],
    [EVERYTHING, '*11:B:1*', '*:B:1*', 'CLM', 5],
    [EVERYTHING, ':1*Y*A*Y*Y*', ':1*X*A*Y*Y*', 'CLM', 6],
    [EVERYTHING, ':1*Y*A*Y*Y*', ':1*Y*P*Y*Y*', 'CLM', 7],
    [EVERYTHING, ':1*Y*A*Y*Y*', ':1*Y*A**Y*', 'CLM', 8],
    [EVERYTHING, ':1*Y*A*Y*Y*', ':1*Y*A*Y*N*', 'CLM', 9],
    [EVERYTHING, '*AA:::OH~', '*AP:::OH~', 'CLM', 11],
    [EVERYTHING, 'DTP*439*D8*20260530~\n', '', 'DTP', 0],
    [EVERYTHING, 'DTP*439*D8*20260530', 'DTP*439*D8*20260532', 'DTP', 3],
    [EVERYTHING, 'DTP*431*D8*20260601', 'DTP*431*D8*JUNE', 'DTP', 3],
    [EVERYTHING, 'AMT*F5*20', 'AMT*F5*TWENTY', 'AMT', 2],
    [EVERYTHING, 'NTE*ADD*KNEE', 'NTE*XYZ*KNEE', 'NTE', 1],
    [EVERYTHING, 'HI*ABK:M1711*', 'HI*BK:4779*', 'HI', 1],
    [EVERYTHING, '*ABF:M25561', '*ABF', 'HI', 2],
    [EVERYTHING, 'HI*ABK:M1711*ABF:M25561~\n', '', 'HI', 0],
    [EVERYTHING, 'NM1*41*', 'NM1*XX*', 'NM1', 0],
    [EVERYTHING, '*46*RVB001', '*46', 'NM1', 9],
    [EVERYTHING, '*XX*1999990017', '', 'NM1', 9],
    [EVERYTHING, 'N3*100 SAMPLE PARKWAY*SUITE 4~\n', '', 'N3', 0],
    [EVERYTHING, 'N4*COLUMBUS*OH*432150001', 'N4*COLUMBUS*OH', 'N4', 3],
    [EVERYTHING, 'REF*EI*900000011~\n', '', 'REF', 0],
    [EVERYTHING, 'SBR*P*18*GRP100******CI~\n', '', 'SBR', 0],
    [EVERYTHING, 'SBR*P*18', 'SBR*U*18', 'SBR', 1],
    [EVERYTHING, '******CI~', '~', 'SBR', 9],
    [EVERYTHING, '******CI~', '**48****CI~', 'SBR', 5],
    [EVERYTHING, '*MI*CGM100001', '', 'NM1', 9],
    [EVERYTHING, 'NM1*IL*1*SAMPLE', 'NM1*IL*1*', 'NM1', 3],
    [EVERYTHING, 'DMG*D8*19800229*F~\n', '', 'DMG', 0],
    [EVERYTHING, 'DMG*D8*19800229', 'DMG*D8*19810229', 'DMG', 2],
    [EVERYTHING, 'DMG*D8*19800229*F', 'DMG*D8*19800229*X', 'DMG', 3],
    [EVERYTHING, 'NM1*DN*1*', 'NM1*DN*3*', 'NM1', 2],
    [EVERYTHING, 'LX*1~', 'LX*ONE~', 'LX', 1],
    [EVERYTHING, 'LX*1~', 'LX*~', 'LX', 1],
    [EVERYTHING, 'LX*1~', 'LX*1:2~', 'LX', 1],
    [EVERYTHING, 'LX*1~', 'LX*1234567~', 'LX', 1],
    [EVERYTHING, 'SV1*HC:99214:25*', 'SV1*HC*', 'SV1', 1],
    [EVERYTHING, '*186.5*', '*186,5*', 'SV1', 2],
    [EVERYTHING, '*186.5*UN*', '*186.5*F2*', 'SV1', 3],
    [EVERYTHING, '*186.5*UN*1*', '*186.5*UN*X*', 'SV1', 4],
    [EVERYTHING, '*186.5*UN*1*', '*186.5*UN*-1*', 'SV1', 4],
    [EVERYTHING, '***1:2~', '***1:B~', 'SV1', 7],
    [EVERYTHING, 'SV1*HC:99214:25*186.5*UN*1***1:2~\n', '', 'SV1', 0],
    [EVERYTHING, 'DTP*472*D8*20260605~\n', '', 'DTP', 0],
    [EVERYTHING, '*RD8*20260605-20260606', '*RD8*20260605-2026', 'DTP', 3],
    [EVERYTHING, '*RD8*20260605-20260606', '*RD8*20260605-20260606-20260607', 'DTP', 3],
    [SECONDARY, 'SBR*P*01*GRP7', 'SBR*P**GRP7', 'SBR', 2],
    [SECONDARY, 'CAS*CO*45*40.85*', 'CAS*CO*45**', 'CAS', 3],
    [SECONDARY, 'CAS*CO*45*', 'CAS*CO**', 'CAS', 2],
    [SECONDARY, '*97*5*1~', '*97*5*X~', 'CAS', 7],
    [SECONDARY, 'CAS*CO*', 'CAS**', 'CAS', 1],
    [SECONDARY, 'AMT*D*146.72', 'AMT*D', 'AMT', 2],
    [SECONDARY, 'DTP*573*D8*20260610', 'DTP*573*D8*20261310', 'DTP', 3],
  ])('%s with %j made %j has a fault at %s%i', (name, from, to, segment, element) => {
    const { claims, unreadable } = read(bytesOf(changed(name, [from, to])));
    expect(claims).toEqual([]);
    expect(unreadable).toHaveLength(1);
    expect(unreadable[0]?.faults).toEqual([
      { segment, element, place: expect.objectContaining({ setControlNumber: '0001' }) },
    ]);
  });

  test('is one without a line', () => {
    const text = changed(EVERYTHING);
    const without = text.slice(0, text.indexOf('LX*1')) + text.slice(text.indexOf('SE*'));
    expect(read(bytesOf(without)).unreadable[0]?.faults).toMatchObject([{ segment: 'LX', element: 0 }]);
  });

  test('tells all its faults, and where its CLM stands', () => {
    const text = changed(
      EVERYTHING,
      ['*437.18*', '*X*'],
      ['DMG*D8*19800229*F', 'DMG*D8*X*Y'],
      ['*214.2*', '*X*'],
    );
    const [claim] = read(bytesOf(text)).unreadable;
    expect(claim).toMatchObject({
      patientControlNumber: 'CG0000000000101',
      submissionId: '0000000420001',
      place: { segmentOrdinal: 25 },
    });
    expect(claim?.faults.map(({ segment, element }) => `${segment}${element}`)).toEqual([
      'CLM2',
      'DMG2',
      'DMG3',
      'SV12',
    ]);
  });

  test('does not keep the next one from being read', () => {
    const text = changed('837p-two-providers-and-a-dependent', ['SV1|HC>99213|125|', 'SV1|HC>99213||']);
    const { claims, unreadable } = read(bytesOf(text));
    expect(unreadable.map((claim) => claim.patientControlNumber)).toEqual(['CG0000000000201']);
    expect(claims.map((claim) => claim.patientControlNumber)).toEqual(['CG0000000000203', 'CG0000000000202']);
  });

  test('is one that was cut off before SE', () => {
    const text = changed(EVERYTHING);
    const cut = text.slice(0, text.indexOf('LX*3'));
    const { claims, unreadable } = read(bytesOf(cut));
    expect(claims).toEqual([]);
    expect(unreadable[0]?.faults).toMatchObject([{ segment: 'SE', element: 0 }]);
  });

  test('is one with more segments than any claim has, and every one behind it', () => {
    const name = '837p-two-providers-and-a-dependent';
    const flood = `NM1|DQ|1|X~`.repeat(20_001);
    const { claims, unreadable } = read(bytesOf(changed(name, ['LX|1~', `${flood}LX|1~`])));
    expect(claims).toEqual([]);
    expect(unreadable.map((claim) => claim.patientControlNumber)).toEqual([
      'CG0000000000201',
      'CG0000000000203',
      'CG0000000000202',
    ]);
    expect(unreadable.at(-1)?.faults).toMatchObject([{ segment: 'NM1', element: 0 }]);
  });
});

describe('any set', () => {
  const lines = GOLDEN_CLAIMS.flatMap(({ text }) => text.split('\n').filter((line) => line.includes('*')));
  const [envelope = ''] = lines;

  test('of any segments in any order is read without a crash', () => {
    const anySegments = fc.array(fc.constantFrom(...lines), { maxLength: 60 });
    fc.assert(
      fc.property(anySegments, (segments) => {
        const text = [envelope, 'GS*HC*A*B*20260101*0000*1*X*005010X222A1~', 'ST*837*0001~', ...segments];
        const { claims, unreadable } = read(bytesOf(text.join('')));
        const claimCount = claims.length + unreadable.length;
        // Each CLM inside a set is one claim, told once; IEA, GE and SE end the set.
        expect(claimCount).toBeLessThanOrEqual(segments.filter((line) => line.startsWith('CLM')).length);
      }),
    );
  });
});
