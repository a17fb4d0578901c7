import { compiledGuideOf } from '../../../src/edi/guide/compile-guide.ts';
import type { Guide } from '../../../src/edi/guide/guide.ts';
import { GuideChecker } from '../../../src/edi/guide/guide-checker.ts';
import type { PlacedSegmentChecker } from '../../../src/edi/guide/placed-segment.ts';
import { readGuideText } from '../../../src/edi/guide/read-guide-text.ts';
import type { Problem } from '../../../src/edi/problems.ts';
import { SegmentReader } from '../../../src/edi/syntax/segment-reader.ts';
import { tagOf } from '../../../src/edi/syntax/tag.ts';
import { TWO_SETS } from './interchange-text.ts';
import { bytesOf, decodeLatin1 } from './latin-1.ts';

/** An invented guide that has one of everything: loops in loops, siblings that begin alike, types, notes, composites. */
export const SMALL_GUIDE: Guide = readGuideText({
  ids: ['005010X000', '005010X000A1'],
  name: 'small guide for tests',
  functionalIdentifier: 'HC',
  setIdentifier: '837',
  text: `
ST R 1 Header
  01 R ID 3/3 143 Set = 837
  02 R AN 4/9 329 Number
  03 R AN 1/35 1705 Guide = 005010X000
BHT R 1 Beginning
  01 R DT 8/8 373 Day
  02 S TM 4/8 337 Time
loop 1000A R 1 Sender
  NM1 R 1 Sender Name
    01! R ID 2/3 98 Entity = 41
    02 R AN 1/10 1035 Name
  PER R 2 Contact
    01 R ID 2/2 366 Function = IC
    02 S AN 1/20 93 Name
loop 1000B R 1 Receiver
  NM1 R 1 Receiver Name
    01! R ID 2/3 98 Entity = 40
    02 R AN 1/10 1035 Name
loop 2000 R >1 Level
  HL R 1 Level
    01 R AN 1/12 628 Number
    02 S AN 1/12 734 Parent
    03! R ID 1/2 735 Code = 20
  PRV S 1 Specialty
    01 R ID 1/3 1221 Code = BI
  loop 2100 R >1 Member Level
    HL R 1 Member Level
      01 R AN 1/12 628 Number
      02 R AN 1/12 734 Parent
      03! R ID 1/2 735 Code = 22
    SBR R 1 Member
      01 R ID 1/1 1138 Rank = P S
    loop 2300 S 2 Claim
      CLM R 1 Claim
        01 R AN 1/20 1028 Number
        02 R R 1/10 782 Charge
        03 S C023 Location ; P0203
          03-1 R AN 2/2 1331 Place
          03-2 S ID 1/1 1332 Qualifier = B
          03-3 S ID 1/1 1325 Frequency = 1 7 8
        04 N 1073
      DTP S 1 Onset
        01! R ID 3/3 374 What = 431
        02 R ID 2/3 1250 Form = D8 RD8 DT TM D6
        03 R AN 1/35 1251 Day
      DTP S 1 Accident
        01! R ID 3/3 374 What = 439
        02 R ID 2/3 1250 Form = D8
        03 R AN 1/35 1251 Day
      REF S 2 Reference ; R0203
        01 R ID 2/3 128 What = F8 G1
        02 S AN 1/20 127 Number
        03 S AN 1/20 352 Words
      K3 N 1 File Information
        01 R AN 1/80 449 Words
      QTY S 1 Quantity ; C0304 E0203 L020405
        01 R ID 2/2 673 What = PT FL
        02 S R 1/5 380 Quantity
        03 S N0 1/3 380 Count
        04 S AN 2/4 380 Words
        05 S ID 2/2 x3 380 Unit = UN MJ
      loop 2310A S 1 First Provider
        NM1 R 1 First Provider
          01! R ID 2/3 98 Entity = 82
          02 R AN 1/10 1035 Name
        REF S 1 Identifier
          01 R ID 2/3 128 What = LU
          02 R AN 1/20 127 Number
      loop 2310B S 1 Second Provider
        NM1 R 1 Second Provider
          01! R ID 2/3 98 Entity = 77
          02 R AN 1/10 1035 Name
        N3 R 1 Street
          01 R AN 1/20 166 Street
        N4 R 1 City
          01 R AN 1/20 19 City
      loop 2400 R >1 Line
        LX R 1 Line
          01 R N0 1/6 554 Number
        SV1 R 1 Service
          01 R C003 Procedure
            01-1 R ID 2/2 235 Kind = HC
            01-2 R AN 1/10 234 Code
          02 R R 1/10 782 Charge
          03 S ID 2/2 x3 355 Unit = UN MJ
        DTP R 1 Service
          01 R ID 3/3 374 What = 472
          02 R ID 2/3 1250 Form = D8 RD8
          03 R AN 1/35 1251 Day
SE R 1 Trailer
  01 R N0 1/10 96 Count
  02 R AN 4/9 329 Number
`,
});

/** A set without a fault, a line a segment. */
export const SOUND_SET = `
ST*837*0001*005010X000
BHT*20250316*0900
NM1*41*SENDER
PER*IC*DANA
NM1*40*RECEIVER
HL*1**20
PRV*BI
HL*2*1*22
SBR*P
CLM*C1*100*11:B:1
DTP*431*D8*20250301
REF*F8*R1
NM1*82*FIRST
REF*LU*L1
NM1*77*SECOND
N3*STREET
N4*CITY
LX*1
SV1*HC:99213*60*UN
DTP*472*D8*20250310
LX*2
SV1*HC:99214*40
DTP*472*RD8*20250310-20250311
HL*3*1*22
SBR*S
CLM*C2*50
LX*1
SV1*HC:99213*50
DTP*472*D8*20250310
SE*30*0001`.trim();

export interface CheckSetOptions {
  readonly checker?: PlacedSegmentChecker;
  readonly isComplete?: boolean;
  /** A set that the same checker has served before. */
  readonly before?: string;
}

/** Checks lines as one set. Of X12's segments that the guide does not have, SVD alone is known. */
export function checkSet(
  lines: string,
  { checker: told, isComplete = true, before }: CheckSetOptions = {},
): Problem[] {
  const problems: Problem[] = [];
  const numbers = {
    interchangeControlNumber: '000000007',
    groupControlNumber: '7',
    setControlNumber: '0001',
  };
  const checker = new GuideChecker(compiledGuideOf(SMALL_GUIDE), {
    tell: (problem) => problems.push(problem),
    numbers,
    isKnownTag: (tag) => tag === tagOf('SVD'),
    ...(told === undefined ? {} : { checker: told }),
  });
  if (before !== undefined) {
    feedSet(checker, before, true);
    problems.length = 0;
    checker.restart(numbers);
  }
  feedSet(checker, lines, isComplete);
  return problems;
}

function feedSet(checker: GuideChecker, lines: string, isComplete: boolean): void {
  const reader = new SegmentReader(decodeLatin1);
  reader.feed(bytesOf(`${TWO_SETS.slice(0, 106)}${lines.split('\n').join('~')}~`));
  reader.next();
  for (let ordinal = 1; reader.next(); ordinal++) checker.segment(reader, ordinal);
  checker.finish(isComplete);
}

/** A problem in short: code, ordinal, segment, loop, and element-component/repetition. */
export function briefly({ code, location }: Problem): string {
  const { segmentOrdinal, segment, loop = '', element, component, repetition } = location;
  const where = element === undefined ? '' : ` ${element}${component === undefined ? '' : `-${component}`}`;
  return `${code} ${segmentOrdinal} ${segment} ${loop}${where}${repetition === undefined ? '' : `/${repetition}`}`;
}
