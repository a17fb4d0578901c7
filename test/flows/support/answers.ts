/** Answers of a partner, written by hand as X12 and not by our own writers, so that a shared mistake would show. */

const encoder = new TextEncoder();

export interface AnswerEnvelope {
  /** ISA13 as a number. */
  readonly control: number;
  readonly usage?: string;
  readonly separator?: string;
}

function pad(value: string, width: number): string {
  return value.padEnd(width, ' ');
}

function isa({ control, usage = 'T' }: AnswerEnvelope): string {
  const number = String(control).padStart(9, '0');
  return [
    'ISA',
    '00',
    pad('', 10),
    '00',
    pad('', 10),
    'ZZ',
    pad('CLEARING', 15),
    'ZZ',
    pad('GATEWAY', 15),
    '260303',
    '1200',
    '^',
    '00501',
    number,
    '0',
    usage,
    ':',
  ].join('*');
}

function iea(control: number, groupCount: number): string {
  return `IEA*${groupCount}*${String(control).padStart(9, '0')}`;
}

function bytesOf(segments: readonly string[], separator = '*'): Uint8Array {
  return encoder.encode(segments.map((segment) => `${segment.replaceAll('*', separator)}~\n`).join(''));
}

/** A whole interchange with one group of one transaction set. */
export function setInterchange(
  envelope: AnswerEnvelope,
  group: { readonly functional: string; readonly guide: string },
  body: readonly string[],
): Uint8Array {
  const set = [`ST*${body[0]}*0001*${group.guide}`, ...body.slice(1)];
  if (body[0] === '835') set[0] = 'ST*835*0001';
  return bytesOf(
    [
      isa(envelope),
      `GS*${group.functional}*CLEARING*GATEWAY*20260303*1200*${envelope.control}*X*${group.guide}`,
      ...set,
      `SE*${set.length + 1}*0001`,
      `GE*1*${envelope.control}`,
      iea(envelope.control, 1),
    ],
    envelope.separator,
  );
}

/** A TA1 that answers `answered` (ISA13, nine digits). */
export function ta1(envelope: AnswerEnvelope, answered: string, verdict = 'A', note = '000'): Uint8Array {
  return bytesOf([isa(envelope), `TA1*${answered}*260302*1100*${verdict}*${note}`, iea(envelope.control, 0)]);
}

/** A 999 that answers group `group` (GS06) with one response for each set. */
export function implementationAcknowledgment(
  envelope: AnswerEnvelope,
  group: string,
  sets: readonly { readonly control: string; readonly verdict: 'A' | 'E' | 'R' }[],
): Uint8Array {
  const accepted = sets.filter((set) => set.verdict !== 'R').length;
  const verdict = accepted === sets.length ? 'A' : accepted === 0 ? 'R' : 'P';
  return setInterchange(envelope, { functional: 'FA', guide: '005010X231A1' }, [
    '999',
    `AK1*HC*${group}*005010X222A1`,
    ...sets.flatMap((set) => [
      `AK2*837*${set.control}*005010X222A1`,
      ...(set.verdict === 'A' ? [] : ['IK3*NM1*8*2010*8', 'IK4*9*67*7']),
      set.verdict === 'A' ? 'IK5*A' : `IK5*${set.verdict}*5`,
    ]),
    `AK9*${verdict}*${sets.length}*${sets.length}*${accepted}`,
  ]);
}

export interface ClaimStatusAnswer {
  readonly patientControlNumber: string;
  /** STC01, such as `A2:20`. */
  readonly status: string;
  readonly action: 'WQ' | 'U';
  readonly payerClaimControlNumber?: string;
}

/** A 277CA of the clearinghouse (AY) or payer (PR). */
export function claimAcknowledgment(
  envelope: AnswerEnvelope,
  from: 'AY' | 'PR',
  claims: readonly ClaimStatusAnswer[],
): Uint8Array {
  return setInterchange(envelope, { functional: 'HN', guide: '005010X214' }, [
    '277',
    'BHT*0085*08*ANSWER1*20260303*1200*TH',
    'HL*1**20*1',
    `NM1*${from}*2*INVENTED SOURCE*****${from === 'PR' ? 'PI' : '46'}*SOURCE1`,
    'TRN*1*TRACE1',
    'DTP*050*D8*20260303',
    'DTP*009*D8*20260303',
    'HL*2*1*21*1',
    'NM1*41*2*INVENTED BILLING SERVICE*****46*BILLING1',
    'TRN*2*BATCH1',
    'STC*A1:19*20260303*WQ*120',
    'HL*3*2*19*1',
    'NM1*85*2*INVENTED FAMILY PRACTICE*****XX*1999999984',
    'TRN*1*0',
    'STC*A1:19*20260303*WQ*120',
    ...claims.flatMap((claim, index) => [
      `HL*${index + 4}*3*PT`,
      'NM1*QC*1*SAMPLETON*ADA****MI*M0000001',
      `TRN*2*${claim.patientControlNumber}`,
      `STC*${claim.status}*20260303*${claim.action}*120`,
      ...(claim.payerClaimControlNumber === undefined ? [] : [`REF*1K*${claim.payerClaimControlNumber}`]),
      'DTP*472*D8*20260302',
    ]),
  ]);
}

export interface ClaimPaymentAnswer {
  readonly patientControlNumber: string;
  readonly charge: string;
  readonly paid: string;
  /** CAS segments of its one line, such as `CAS*CO*45*20`. */
  readonly adjustments: readonly string[];
  readonly status?: string;
  readonly payerClaimControlNumber?: string;
}

/** An 835 of one payment. */
export function remittanceAdvice(
  envelope: AnswerEnvelope,
  payment: {
    readonly amount: string;
    readonly trace: string;
    readonly plb?: string;
    /** BPR16. */
    readonly date?: string;
  },
  claims: readonly ClaimPaymentAnswer[],
): Uint8Array {
  return setInterchange(envelope, { functional: 'HP', guide: '005010X221A1' }, [
    '835',
    `BPR*I*${payment.amount}*C*ACH*CCP*01*000000000*DA*1*1000000001**01*000000000*DA*2*${payment.date ?? '20260310'}`,
    `TRN*1*${payment.trace}*1000000001`,
    'DTM*405*20260309',
    'N1*PR*INVENTED HEALTH PLAN',
    'N3*1 SAMPLE STREET',
    'N4*SPRINGFIELD*IL*62701',
    'PER*BL*CLAIMS DESK*TE*5550100100',
    'N1*PE*INVENTED FAMILY PRACTICE*XX*1999999984',
    'LX*1',
    ...claims.flatMap((claim) => [
      `CLP*${claim.patientControlNumber}*${claim.status ?? '1'}*${claim.charge}*${claim.paid}**15*${claim.payerClaimControlNumber ?? 'P1'}`,
      'NM1*QC*1*SAMPLETON*ADA****MI*M0000001',
      `SVC*HC:99213*${claim.charge}*${claim.paid}`,
      'DTM*472*20260302',
      ...claim.adjustments,
    ]),
    ...(payment.plb === undefined ? [] : [payment.plb]),
  ]);
}
