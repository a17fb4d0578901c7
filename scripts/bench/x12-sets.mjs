// The transaction sets of generated files, as segments without terminators, from ST to the last before SE.

/** A batch of claims has up to 5000 (005010X222A1 §1.4); a payment to one payee covers some hundred. */
const CLAIMS_MAX = 2000;
const PAYMENTS_MAX = 250;
const NAMES = ['TESTER', 'SAMPLE', 'EXAMPLE', 'SPECIMEN', 'MODEL'];
const PROCEDURES = ['99212', '99213', '99214', '87880', '36415', '85025', '93000', '71046'];
const DIAGNOSES = ['J069', 'Z00129', 'E119', 'I10', 'M545', 'R509', 'H6691'];

/** A set of professional claims of at most about `byteCountMax` bytes, with how many and their charges. */
export function claimSet(controlNumber, random, byteCountMax) {
  const set = [
    `ST*837*${controlNumber}*005010X222A1`,
    `BHT*0019*00*RFP${controlNumber}*20250316*0905*CH`,
    'NM1*41*2*RIVERSIDE FAMILY PRACTICE*****46*RIVERSIDEFP',
    'PER*IC*DANA EXAMPLE*TE*5550100100',
    'NM1*40*2*EXAMPLE CLEARINGHOUSE*****46*EXAMPLECH',
    'HL*1**20*1',
    'PRV*BI*PXC*207Q00000X',
    'NM1*85*2*RIVERSIDE FAMILY PRACTICE*****XX*1999999984',
    'N3*100 SAMPLE STREET',
    'N4*SPRINGFIELD*IL*627010001',
    'REF*EI*900000001',
  ];
  let level = 1;
  let length = 0;
  let claims = 0;
  let cents = 0;
  for (let i = 0; i < CLAIMS_MAX && length < byteCountMax; i++) {
    const claim = claimSegments(`${controlNumber}${i}`, level + 1, random);
    level += claim.levels;
    claims++;
    cents += claim.charge;
    set.push(...claim.segments);
    for (const segment of claim.segments) length += segment.length + 1;
  }
  return { segments: set, claims, cents };
}

/** A subscriber, often with a dependent, and a claim. */
function claimSegments(number, level, random) {
  const isDependent = random(4) === 0;
  const member = `CGM${String(number).padStart(8, '0')}`;
  const subscriber = [
    `HL*${level}*1*22*${isDependent ? 1 : 0}`,
    `SBR*P*${isDependent ? '' : '18'}*GRP${random(9000) + 1000}******CI`,
    `NM1*IL*1*${NAMES[random(5)]}*AVERY*B***MI*${member}`,
    `N3*${random(900) + 100} INVENTED AVENUE`,
    `N4*SPRINGFIELD*IL*62701${1000 + random(9000)}`,
    ...(isDependent ? [] : [`DMG*D8*${day(random, 1950)}*F`]),
    'NM1*PR*2*EXAMPLE HEALTH PLAN*****PI*EXHP1',
  ];
  const patient = isDependent
    ? [
        `HL*${level + 1}*${level}*23*0`,
        'PAT*19',
        `NM1*QC*1*${NAMES[random(5)]}*CASEY`,
        'N3*2 INVENTED AVENUE',
        'N4*SPRINGFIELD*IL*627010004',
        `DMG*D8*${day(random, 2010)}*M`,
      ]
    : [];
  const { charge, segments } = claimBody(number, random);
  return { levels: isDependent ? 2 : 1, charge, segments: [...subscriber, ...patient, ...segments] };
}

function claimBody(number, random) {
  const charges = Array.from({ length: 1 + random(4) }, () => 2000 + random(30_000));
  const total = charges.reduce((sum, cents) => sum + cents, 0);
  const date = day(random, 2024);
  const segments = [
    `CLM*RFP${number}A*${money(total)}***11:B:1*Y*A*Y*Y`,
    `DTP*431*D8*${date}`,
    `REF*D9*CH${number}`,
    `HI*ABK:${DIAGNOSES[random(7)]}*ABF:${DIAGNOSES[random(7)]}`,
    'NM1*82*1*PROVIDER*DREW****XX*1999999984',
    'PRV*PE*PXC*208000000X',
    ...charges.flatMap((cents, index) => [
      `LX*${index + 1}`,
      `SV1*HC:${PROCEDURES[random(8)]}:25*${money(cents)}*UN*1***1:2`,
      `DTP*472*D8*${date}`,
      `REF*6R*RFP${number}A${index + 1}`,
    ]),
  ];
  return { charge: total, segments };
}

/** A remittance of at most about `byteCountMax` bytes, with how many claim payments and what they pay. */
export function remittanceSet(controlNumber, random, byteCountMax) {
  const payments = [];
  let claims = 0;
  let paid = 0;
  let length = 0;
  for (let i = 0; i < PAYMENTS_MAX && length < byteCountMax; i++) {
    const claim = claimPayment(`${controlNumber}${i}`, random);
    claims++;
    paid += claim.paid;
    payments.push(...claim.segments);
    for (const segment of claim.segments) length += segment.length + 1;
  }
  const header = [
    `ST*835*${controlNumber}`,
    `BPR*I*${money(paid)}*C*ACH*CCP*01*999999992*DA*0000001*1999999999**01*999999992*DA*0000002*20250331`,
    `TRN*1*EFT${controlNumber}*1999999999`,
    'DTM*405*20250330',
    'N1*PR*EXAMPLE HEALTH PLAN',
    'N3*300 SAMPLE STREET',
    'N4*SPRINGFIELD*IL*627010006',
    'PER*BL*EDI DESK*TE*5550100200',
    'N1*PE*RIVERSIDE FAMILY PRACTICE*XX*1999999984',
    'REF*TJ*900000001',
    'LX*1',
  ];
  return { segments: [...header, ...payments], claims, cents: paid };
}

function claimPayment(number, random) {
  const date = day(random, 2024);
  let charge = 0;
  let paid = 0;
  let patientPart = 0;
  const lines = Array.from({ length: 1 + random(4) }, (_, index) => {
    const cents = 2000 + random(30_000);
    const contractual = random(1000);
    const deductible = random(900);
    charge += cents;
    patientPart += deductible;
    paid += cents - contractual - deductible;
    return [
      `SVC*HC:${PROCEDURES[random(8)]}:25*${money(cents)}*${money(cents - contractual - deductible)}**1`,
      `DTM*472*${date}`,
      `CAS*CO*45*${money(contractual)}`,
      `CAS*PR*1*${money(deductible)}`,
      `REF*6R*RFP${number}A${index + 1}`,
      `AMT*B6*${money(cents - contractual)}`,
    ];
  });
  return {
    paid,
    segments: [
      `CLP*RFP${number}A*1*${money(charge)}*${money(paid)}*${money(patientPart)}*12*PCCN${number}*11*1`,
      `NM1*QC*1*${NAMES[random(5)]}*AVERY****MI*CGM${number}`,
      'NM1*82*1*PROVIDER*DREW****XX*1999999984',
      `DTM*232*${date}`,
      `DTM*050*${date}`,
      ...lines.flat(),
    ],
  };
}

/** Cents as X12 writes them: no zeros that say nothing. */
function money(cents) {
  return String(cents / 100).replace(/^0\./, '.');
}

function day(random, year) {
  return `${year}${String(1 + random(12)).padStart(2, '0')}${String(1 + random(28)).padStart(2, '0')}`;
}
