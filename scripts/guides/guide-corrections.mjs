// What the source tables have wrong, put right: each correction with its reason.
// A second open source of the same facts (pyx12) was the other vote; where the two differ, the guide's own examples,
// X12 interpretations and the errata decide.

import { element, unused } from './guide-parts.mjs';

const OTHER_PAYER = {
  usage: 'S',
  name: 'Reference Identifier',
  repeat: 1,
  notes: ['P0304', 'P0506'],
  components: [
    element('R', 'ID', 2, 3, '128', 'Reference Identification Qualifier', ['2U']),
    element('R', 'AN', 1, 50, '127', 'Other Payer Primary Identifier'),
    ...unused('128', '127', '128', '127'),
  ],
};

/** CTX06 of both contexts in the 999: the trigger named by its data elements. */
const REFERENCE_IN_SEGMENT = {
  usage: 'S',
  name: 'Reference in Segment',
  repeat: 1,
  notes: [],
  components: [
    element('R', 'N0', 1, 4, '725', 'Data Element Reference Number'),
    element('S', 'N0', 1, 4, '725', 'Data Element Reference Number'),
  ],
};

/** Whom a status of a provider (2200C) or of a claim (2200D) is about, as STC01-3 lists them. */
const PROVIDER_STATUS_ENTITIES = '36 40 41 77 82 85 87 AY PR'.split(' ');
const CLAIM_STATUS_ENTITIES =
  '03 1P 1Z 40 41 71 72 73 77 82 85 87 DK DN DQ FA GB HK IL LI MSC PR PRP QB QC QD SEP TL TTP TU'.split(' ');
const SAME_ENTITIES = 'STC10 and STC11 are about whom STC01 may be about; the list was that of 2200B';

const IN_LOOP = 'within its loop the segment is required';
const MISREAD_NAME = 'the name was that of another segment';

/** Applied in this order. `place` is a loop, a segment of it (`2300 HI*BG`), or one of its elements (`2300 CLM 05-3`). */
export const CORRECTIONS = [
  // 837 professional, institutional (and dental, which is composed from the professional guide)
  fix('837P 837I', '2010BB', { repeat: 1 }, 'the destination payer stands once'),
  fix('837P', '2000A HL 04', { codes: ['1'] }, 'a billing provider without subscribers is no claim'),
  fix('837P', '2000B SBR', { usage: 'R' }, IN_LOOP),
  fix('837P', '2010BA NM1 03', { usage: 'R' }, 'second source and institutional guide agree'),
  fix('837P', '2010BA PER 05', { codes: ['EX'] }, 'as in 2010CA: only an extension may follow the telephone'),
  fix('837P', '2010BB N3', { repeat: 1 }, 'an address stands once'),
  fix('837P', '2000C PAT 05', { codes: ['D8'] }, 'the list was that of the dictionary; 2000B has D8'),
  fix(
    '837P',
    '2300 CRC*IH 01',
    { codes: ['75'] },
    'category 75 is the homebound indicator; E1-E3 are vision',
  ),
  fix('837P', '2300 CRC*IH 05', { usage: 'N' }, 'the list was that of the dictionary'),
  fix('837P', '2300 CRC*IH 06', { usage: 'N' }, 'the list was that of the dictionary'),
  fix('837P', '2300 CRC*IH 07', { usage: 'N' }, 'the list was that of the dictionary'),
  fix('837P', '2300 HI*BP 01-2', { name: 'Anesthesia Related Surgical Procedure' }, MISREAD_NAME),
  fix('837P', '2300 HI*BP 02-2', { name: 'Anesthesia Related Surgical Procedure' }, MISREAD_NAME),
  fix('837P', '2300 HI*BG', { repeat: 2 }, 'twenty-four condition codes, twelve a segment'),
  ...Array.from({ length: 12 }, (_, index) =>
    fix('837P', `2300 HI*BG ${index + 1}-2`, { name: 'Condition Code' }, MISREAD_NAME),
  ),
  fix('837P', '2310A REF', { name: 'Referring Provider Secondary Identification' }, MISREAD_NAME),
  fix('837P', '2310C NM1 03', { name: 'Laboratory or Facility Name' }, MISREAD_NAME),
  fix('837P', '2310C NM1 04', { usage: 'N' }, 'NM102 is 2: an organization has no first name'),
  fix('837P', '2310C NM1 05', { usage: 'N' }, 'NM102 is 2: an organization has no middle name'),
  fix('837P', '2310C NM1 07', { usage: 'N' }, 'NM102 is 2: an organization has no suffix'),
  fix('837P', '2310C N3', { repeat: 1 }, 'an address stands once'),
  fix('837P', '2310E N3', { usage: 'R', repeat: 1 }, IN_LOOP),
  fix('837P', '2310E N4', { usage: 'R' }, IN_LOOP),
  fix('837P', '2310F N3', { usage: 'R' }, IN_LOOP),
  fix('837P', '2310F N4', { usage: 'R' }, IN_LOOP),
  fix('837P', '2400 SV5 02', { codes: ['DA'] }, 'the list was that of the dictionary: the length is in days'),
  fix('837P', '2400 PWK*B4 01', { addCodes: ['B3'] }, 'as at claim level'),
  fix('837P', '2400 CN1 02', { usage: 'S' }, 'as at claim level'),
  fix('837P', '2410 REF', { name: 'Prescription or Compound Drug Association Number' }, MISREAD_NAME),
  fix('837P', '2420A REF 04', OTHER_PAYER, 'as in the loops of the other providers'),
  fix('837P', '2420D REF 04', OTHER_PAYER, 'only the identifier of the other payer'),
  fix('837P', '2430 AMT 01', { codes: ['EAF'] }, 'the list was that of the dictionary'),
  fix('837P 837I', '2000C same 2300', { usage: 'R' }, 'a patient level without a claim says nothing'),

  fix('837I', '2300 HI*BK 01-9', { name: 'Present on Admission Indicator' }, 'as for the other diagnoses'),
  fix('837I', '2310A REF', { repeat: 4 }, 'four kinds of identifier, once each'),
  fix('837I', '2310A REF', { name: 'Attending Provider Secondary Identification' }, MISREAD_NAME),
  fix(
    '837I',
    '2310A REF 01',
    { codes: ['0B', '1G', 'G2', 'LU'] },
    'location numbers, as for the other physicians',
  ),
  fix('837I', '2310A REF 02', { name: 'Attending Provider Secondary Identifier' }, MISREAD_NAME),
  ...[
    ['03', 'Operating Physician Last Name'],
    ['04', 'Operating Physician First Name'],
    ['05', 'Operating Physician Middle Name or Initial'],
    ['07', 'Operating Physician Name Suffix'],
    ['09', 'Operating Physician Primary Identifier'],
  ].map(([position, name]) => fix('837I', `2310B NM1 ${position}`, { name }, MISREAD_NAME)),
  fix('837I', '2310B REF 02', { name: 'Operating Physician Secondary Identifier' }, MISREAD_NAME),
  fix(
    '837I',
    '2330F REF',
    { name: 'Other Payer Service Facility Location Secondary Identification' },
    MISREAD_NAME,
  ),
  fix('837I', '2400 SV2', { notes: ['R0102', 'P0405'] }, 'syntax notes of SV2 in the standard'),
  ...[
    ['02', 'Repriced Allowed Amount'],
    ['03', 'Repriced Saving Amount'],
    ['04', 'Repricing Organization Identifier'],
    ['05', 'Repricing Per Diem or Flat Rate Amount'],
    ['06', 'Repriced Approved DRG Code'],
    ['07', 'Repriced Approved Amount'],
    ['08', 'Repriced Approved Revenue Code'],
  ].map(([position, name]) => fix('837I', `2400 HCP ${position}`, { name }, 'as at claim level')),
  fix('837I', '2010CA REF*1W 02', { name: 'Property Casualty Patient Identifier' }, MISREAD_NAME),

  // 835
  fix('835', '- BPR 05', { min: 1, max: 10 }, 'element 812 is 1/10'),
  fix(
    '835',
    '2100 CAS 01',
    { codes: ['CO', 'OA', 'PI', 'PR'] },
    'CR is not in 5010 (X12 interpretation 1147)',
  ),
  fix(
    '835',
    '2110 CAS 01',
    { codes: ['CO', 'OA', 'PI', 'PR'] },
    'CR is not in 5010 (X12 interpretation 1147)',
  ),
  fix('835', '2100 NM1*74 02', { codes: ['1', '2'] }, 'an insured may be an organization'),
  fix('835', '2100 NM1*TT 07', { usage: 'N' }, 'NM102 is 2: an organization has no suffix'),
  fix('835', '2100 NM1*TT 09', { name: 'Coordination of Benefits Carrier Identifier' }, 'spelling'),
  fix('835', '2100 NM1*PR 07', { usage: 'N' }, 'NM102 is 2: an organization has no suffix'),
  fix('835', '2100 MOA 02', { name: 'Claim HCPCS Payable Amount' }, 'its full name'),
  fix('835', '2100 MOA 08', { name: 'Claim ESRD Payment Amount' }, 'its full name'),
  fix('835', '2100 MOA 09', { name: 'Nonpayable Professional Component Amount' }, 'its full name'),
  fix('835', '2110 SVC 02', { name: 'Line Item Charge Amount' }, 'its full name'),
  fix('835', '2110 SVC 03', { name: 'Line Item Provider Payment Amount' }, 'its full name'),
  fix(
    '835',
    '2110 SVC 06-7',
    element('S', 'AN', 1, 80, '352', 'Procedure Code Description'),
    'the submitted description is returned for codes not otherwise classified',
  ),
  ...['03', '06', '09', '12', '15', '18'].map((position) =>
    fix('835', `2110 CAS ${position}`, { name: 'Adjustment Amount' }, 'its full name'),
  ),
  fix('835', '2110 REF*1S 02', { name: 'Service Identifier' }, MISREAD_NAME),
  fix('835', '2110 AMT 02', { name: 'Service Supplemental Amount' }, 'its full name'),
  ...['- DTM', '2100 DTM*232', '2100 DTM*036', '2100 DTM*050', '2110 DTM'].map((place) =>
    fix('835', place, { notes: ['R020305', 'C0403', 'P0506'] }, 'syntax notes of DTM in the standard'),
  ),
  fix('835', '- PLB', { notes: ['P0506', 'P0708', 'P0910', 'P1112', 'P1314'] }, 'P0508 is a slip for P0506'),
  fix('835', '- PLB 04', { name: 'Provider Adjustment Amount' }, 'its full name'),
  ...['06', '08', '10', '12', '14'].map((position) =>
    fix('835', `- PLB ${position}`, { name: 'Provider Adjustment Amount' }, 'its full name'),
  ),
  fix('835', '- BPR 02', { name: 'Total Actual Provider Payment Amount' }, 'its full name'),

  // 999
  fix('999', '2100 CTX*SITUATIONAL_TRIGGER 06', REFERENCE_IN_SEGMENT, 'the trigger may be a data element'),
  fix('999', '2110 CTX 06', REFERENCE_IN_SEGMENT, 'the trigger may be a data element'),

  // 277 claim acknowledgment
  fix('277CA', '2100A NM1 08', { codes: ['46', 'FI', 'PI', 'XV'] }, 'health plan identifiers'),
  fix('277CA', '2100C', { repeat: 1 }, 'a billing provider level names one provider'),
  fix('277CA', '2100C NM1 08', { codes: ['FI', 'SV', 'XX'] }, 'service provider numbers of payers'),
  fix('277CA', '2200B AMT*YU 02', { name: 'Total Accepted Amount' }, 'YU is what was accepted'),
  fix('277CA', '2200B AMT*YY', { name: 'Total Rejected Amount' }, 'YY is what was rejected'),
  fix('277CA', '2200B AMT*YY 02', { name: 'Total Rejected Amount' }, 'YY is what was rejected'),
  fix('277CA', '2200C AMT*YU 02', { name: 'Total Accepted Amount' }, 'YU is what was accepted'),
  fix('277CA', '2200C AMT*YY', { name: 'Total Rejected Amount' }, 'YY is what was rejected'),
  fix('277CA', '2200C AMT*YY 02', { name: 'Total Rejected Amount' }, 'YY is what was rejected'),
  fix(
    '277CA',
    '2200D REF*D9',
    { name: 'Claim Identifier for Transmission Intermediaries' },
    'its short name',
  ),
  ...['10-3', '11-3'].flatMap((place) => [
    fix('277CA', `2200C STC ${place}`, { codes: PROVIDER_STATUS_ENTITIES }, SAME_ENTITIES),
    fix('277CA', `2200D STC ${place}`, { codes: CLAIM_STATUS_ENTITIES }, SAME_ENTITIES),
  ]),
  fix('277CA', '2220D REF*FJ', { usage: 'S' }, 'returned where the claim had one'),

  // 276 and 277 claim status
  fix('276', '2200D AMT', { name: 'Claim Submitted Charges' }, MISREAD_NAME),
  fix(
    '276 277',
    '2200D REF*D9',
    { name: 'Claim Identifier for Transmission Intermediaries' },
    'its short name',
  ),
  fix(
    '276 277',
    '2200E REF*D9',
    { name: 'Claim Identifier for Transmission Intermediaries' },
    'its short name',
  ),
  fix('276', '2000C HL', { name: 'Service Provider Level' }, MISREAD_NAME),
  fix('276', '2100C NM1', { name: 'Provider Name' }, MISREAD_NAME),
  fix('277', '- BHT 03', { max: 50 }, 'it returns BHT03 of the 276 (X12 interpretation 960)'),
  ...['05', '07'].map((position) =>
    fix(
      '277',
      `2100A PER ${position}`,
      element('S', 'ID', 2, 2, '365', 'Communication Number Qualifier', ['ED', 'EM', 'EX', 'FX', 'TE']),
      'only the first number is required',
    ),
  ),
  ...['06', '08'].map((position) =>
    fix(
      '277',
      `2100A PER ${position}`,
      element('S', 'AN', 1, 256, '364', 'Payer Contact Communication Number'),
      'only the first number is required',
    ),
  ),
  fix('277', '2100A PER', { name: 'Payer Contact Information' }, 'its full name'),
  fix('277', '2100B', { repeat: 1 }, 'a receiver level names one receiver'),
  fix('277', '2100E NM1 05', { name: 'Patient Middle Name or Initial' }, MISREAD_NAME),
  fix('277', '2200E REF*D9', { repeat: 1 }, 'as in 2200D'),
  fix('277', '2200E REF*VV 02', { name: 'Voucher Identifier' }, MISREAD_NAME),

  // 270 and 271 eligibility
  fix(
    '270 271',
    '2100C DMG 01',
    { codes: ['D8'] },
    'the list was that of the dictionary; a birth date is D8',
  ),
  fix('270', '2110C EQ 01', { addCodes: ['CC'] }, 'one list of service types for subscriber and dependent'),
  fix(
    '270',
    '2110D EQ 01',
    { addCodes: ['ON', 'TC'] },
    'one list of service types for subscriber and dependent',
  ),
  fix('271', '2110C EB 03', { addCodes: ['GY'] }, 'what may be asked for may be answered'),
  fix(
    '271',
    '2110D EB 03',
    { addCodes: ['13', 'BP', 'GY', 'TC'] },
    'one list of service types for subscriber and dependent',
  ),
  fix(
    '271',
    '2110C EB 09',
    { addCodes: ['VS', 'YY'] },
    'one list of quantities for subscriber and dependent',
  ),
  fix(
    '271',
    '2110D EB 02',
    { addCodes: ['EMP'] },
    'one list of coverage levels for subscriber and dependent',
  ),
  fix('271', '2110C EB 07', { name: 'Benefit Amount' }, 'its full name'),
  fix('271', '2100B', { repeat: 1 }, 'a receiver level names one receiver'),
  fix('271', '2100D', { repeat: 1 }, 'a dependent level names one dependent'),
  fix('271', '2100C MPI', { repeat: 1 }, 'as for the dependent'),
  fix('271', '2100C MPI 04', element('S', 'AN', 1, 80, '352', 'Description'), 'element 352, not 353'),
  fix('271', '2100D MPI 04', element('S', 'AN', 1, 80, '352', 'Description'), 'element 352, not 353'),
  fix('271', '2100C MPI 05', { min: 2, max: 2 }, 'element 1596 is 2/2, as its codes are'),
  fix('271', '2100D MPI 05', { min: 2, max: 2 }, 'element 1596 is 2/2, as its codes are'),
  fix('271', '2110D REF 01', { addCodes: ['M7'] }, 'one list of references for subscriber and dependent'),
  fix('271', '2115D', { repeat: 10 }, 'as for the subscriber'),
  fix('271', '2110C', { openWrapper: '2120C' }, 'LS and LE stand in 2110C, around the loop'),
  fix('271', '2110D', { openWrapper: '2120D' }, 'LS and LE stand in 2110D, around the loop'),
  fix('271', '2110C LS', { usage: 'S' }, 'situational, and not the beginning of the loop'),
  fix('271', '2110D LS', { usage: 'S' }, 'situational, and not the beginning of the loop'),
  fix('271', '2120D', { repeat: 23 }, 'as for the subscriber'),
  fix('271', '2120D NM1 06', { usage: 'N' }, 'NM106 is the prefix, which is not used'),
  fix(
    '271',
    '2120D NM1 07',
    element('S', 'AN', 1, 10, '1039', 'Benefit Related Entity Name Suffix'),
    'NM107 is the suffix',
  ),
];

function fix(guides, place, change, why) {
  return { guides: guides.split(' '), place, change, why };
}
