import { describe, expect, test } from 'vitest';
import { briefProblems, type Change, changedSample } from '../support/changed-sample.ts';

const SELF = '837p-subscriber-is-patient';
const DEPENDENT = '837p-dependent-and-second-claim';

const rows: readonly (readonly [what: string, sample: string, change: Change, problems: string[]])[] = [
  [
    'its NPI fails the check digit',
    DEPENDENT,
    ['XX*1999999984', 'XX*1999999985'],
    ['situation.provider-identifier-invalid NM109 2010AA'],
  ],
  [
    'its NPI is a digit short',
    DEPENDENT,
    ['XX*1234567893', 'XX*123456789'],
    ['situation.provider-identifier-invalid NM109 2310B'],
  ],
  ['an acknowledgment repeats what is no NPI', '277ca-two-providers', ['XX*1999999984', 'XX*1999999985'], []],
  ['its identifier is none of that kind', '277ca-two-providers', ['XX*1999999984', 'FI*900000001'], []],
  [
    'its address is a box',
    SELF,
    ['N3*100 SAMPLE STREET', 'N3*P.O. BOX 1'],
    ['situation.address-is-post-office-box N301 2010AA'],
  ],
  [
    'its address is a locked box',
    SELF,
    ['N3*100 SAMPLE STREET', 'N3*Lock Box 12'],
    ['situation.address-is-post-office-box N301 2010AA'],
  ],
  ['its street is called after a box', SELF, ['N3*100 SAMPLE STREET', 'N3*100 BOX ELDER STREET'], []],
  ['its street begins like a box', SELF, ['N3*100 SAMPLE STREET', 'N3*POBOXTER LANE 1'], []],
  ['its mail goes to a box', DEPENDENT, ['N3*PO BOX 1', 'N3*PO BOX 2'], []],
  ['its ZIP code has five digits', SELF, ['627010001', '62701'], ['situation.zip-code-short N403 2010AA']],
  [
    'the facility has a ZIP code of five digits',
    DEPENDENT,
    ['627010005', '62701'],
    ['situation.zip-code-short N403 2310C'],
  ],
  ['it is abroad', SELF, ['N4*SPRINGFIELD*IL*627010001', 'N4*EXAMPLEBURG**12345*DE'], []],
  ['the patient has a ZIP code of five digits', SELF, ['627010002', '62701'], []],
  [
    'its tax identifier has a dash',
    SELF,
    ['REF*EI*123456789', 'REF*EI*12-345678'],
    ['situation.tax-identifier-invalid REF02 2010AA'],
  ],
  [
    'its tax identifier is all zeros',
    SELF,
    ['REF*EI*123456789', 'REF*SY*000000000'],
    ['situation.tax-identifier-invalid REF02 2010AA'],
  ],
  [
    'a person has no first name',
    DEPENDENT,
    ['NM1*QC*1*TESTER*CASEY~', 'NM1*QC*1*TESTER~'],
    ['situation.first-name-missing NM104 2010CA'],
  ],
];

describe('a provider or person', () => {
  test.each(rows)('is judged where %s', (_, sample, change, problems) => {
    expect(briefProblems(changedSample(sample, change))).toEqual(problems);
  });
});
