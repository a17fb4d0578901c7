import { describe, expect, test } from 'vitest';
import { cents } from '../../src/base/money.ts';
import type { BusinessDate } from '../../src/base/time.ts';
import { answerText, segmentsOf, theFile, toldIn } from './support/answers.ts';
import type { NumberedClaim } from './support/claim-interchange.ts';
import { claimOf } from './support/claims.ts';
import { interchangeOf, numbered } from './support/numbered-claims.ts';

/** Segments between the envelope's, as they were written down by hand. */
function bodyOf(file: { readonly name: string; readonly text: string }): string[] {
  return segmentsOf(file).slice(2, -2);
}

/** A dependent's visit of two lines on two days; the second line has no number of its own. */
function visitOfTwoDays(): NumberedClaim {
  const claim = claimOf({
    accountNumber: 'A1',
    memberId: 'SIMCOI77',
    payer: 'CGPAY2',
    lines: [
      { procedure: '99213', modifiers: ['25'], chargeCents: 12_500 },
      { procedure: '36415', modifiers: ['GY'], chargeCents: 1150 },
    ],
  });
  const [first, second] = claim.lines;
  if (first === undefined || second === undefined) throw new Error('a visit of two lines');
  return {
    number: 'A1',
    claim: {
      ...claim,
      lines: [first, { ...second, serviceDate: '2025-01-03' as BusinessDate }],
      patient: {
        relationship: '19',
        name: { kind: 'person', last: 'SAMPLE', first: 'TINA' },
        birthDate: '2015-07-04' as BusinessDate,
        gender: 'F',
        address: claim.subscriber.address,
      },
    },
  };
}

describe('the answers to one claim', () => {
  const changes = [['REF*6R*A1L2', '']] as const;
  const answered = answerText(interchangeOf([visitOfTwoDays()], { changes }));

  test('say in the 277CA of the clearinghouse that it went on', () => {
    const file = theFile(answered, '277CA_CLEARINGHOUSE');
    expect(segmentsOf(file).slice(0, 2)).toEqual([
      'ISA*00*          *00*          *ZZ*SIMULATOR      *ZZ*GATEWAY        *260701*2359*^*00501*000000003*0*T*:',
      'GS*HN*SIMULATOR*GATEWAY*20260701*2359*2*X*005010X214',
    ]);
    expect(bodyOf(file)).toEqual([
      'ST*277*0001*005010X214',
      'BHT*0085*08*SIM000000003*20260701*2359*TH',
      'HL*1**20*1',
      'NM1*AY*2*INVENTED CLEARINGHOUSE*****46*CLEARING1',
      'TRN*1*SIM000000003',
      'DTP*050*D8*20260701',
      'DTP*009*D8*20260701',
      'HL*2*1*21*1',
      'NM1*41*2*INVENTED BILLING SERVICE*****46*BILLING1',
      'TRN*2*BATCH7X1',
      'STC*A1:19:AY*20260701*WQ*136.5',
      'QTY*90*1',
      'AMT*YU*136.5',
      'HL*3*2*19*1',
      'NM1*85*2*EXAMPLE FAMILY CLINIC*****XX*1999999984',
      'TRN*1*0',
      'QTY*QA*1',
      'AMT*YU*136.5',
      'HL*4*3*PT',
      'NM1*QC*1*SAMPLE*TINA****MI*SIMCOI77',
      'TRN*2*A1',
      'STC*A0:16:PR*20260701*WQ*136.5',
      'DTP*472*RD8*20250102-20250103',
      'SE*24*0001',
    ]);
  });

  test('say in the 277CA of the payer that it was accepted, with its number', () => {
    const body = bodyOf(theFile(answered, '277CA_CGPAY2'));
    expect(body[3]).toBe('NM1*PR*2*CLAIMGATE SAMPLE HEALTH*****PI*CGPAY2');
    expect(body.slice(-5)).toEqual([
      'TRN*2*A1',
      'STC*A2:20:PR*20260701*WQ*136.5',
      expect.stringMatching(/^REF\*1K\*P[0-9A-F]{14}$/),
      'DTP*472*RD8*20250102-20250103',
      'SE*25*0001',
    ]);
  });

  test('pay it in an 835 that is dated with the day on which it is due', () => {
    const file = theFile(answered, '835_CGPAY2');
    const number = segmentsOf(theFile(answered, '277CA_CGPAY2'), 'REF*1K')[0]?.split('*')[2];
    expect(segmentsOf(file)[1]).toBe('GS*HP*SIMULATOR*GATEWAY*20260702*0000*4*X*005010X221A1');
    // 125.00: 80 % allowed, a fifth of which the patient owes; 2 % of the 80.00 that are paid are withheld.
    expect(bodyOf(file)).toEqual([
      'ST*835*0001',
      'BPR*I*78.4*C*ACH*CCP*01*999999992*DA*0000001*1005324162**01*999999992*DA*0000002*20260702',
      'TRN*1*SIM000000001*1005324162',
      'DTM*405*20260702',
      'N1*PR*CLAIMGATE SAMPLE HEALTH',
      'N3*500 SAMPLE PLAZA',
      'N4*SPRINGFIELD*IL*627010001',
      'REF*2U*CGPAY2',
      'PER*BL*REMITTANCE DESK*TE*2175550190',
      'N1*PE*EXAMPLE FAMILY CLINIC*XX*1999999984',
      'REF*TJ*900000001',
      'LX*1',
      `CLP*A1*1*136.5*80*31.5*15*${number}`,
      'NM1*QC*1*SAMPLE*TINA****MI*SIMCOI77',
      'SVC*HC:99213:25*125*80**1',
      'DTM*472*20250102',
      'CAS*CO*45*25',
      'CAS*PR*2*20',
      'REF*6R*A1L1',
      'AMT*B6*100',
      'SVC*HC:36415:GY*11.5*0**1',
      'DTM*472*20250103',
      'CAS*PR*96*11.5',
      'LQ*HE*N130',
      'PLB*1999999984*20261231*E3:SIM000000001*1.6',
      'SE*26*0001',
    ]);
  });
});

describe('a rejected claim', () => {
  const answered = answerText(
    interchangeOf([numbered('A1', 'SIMREJ1'), numbered('A2', 'SIMUNK1'), numbered('A3')]),
  );

  test('goes no further than who rejects it', () => {
    expect(toldIn(answered, '277CA_CLEARINGHOUSE')).toEqual([
      'A1 rejected A7:164:IL',
      'A2 accepted A0:16:PR',
      'A3 accepted A0:16:PR',
    ]);
    expect(toldIn(answered, '277CA_CGPAY1')).toEqual(['A2 rejected A3:33:IL', 'A3 accepted A2:20:PR']);
    expect(segmentsOf(theFile(answered, '835'), 'CLP').map((clp) => clp.split('*')[1])).toEqual(['A3']);
  });

  test('gets no number of the payer', () => {
    expect(segmentsOf(theFile(answered, '277CA_CGPAY1'), 'REF*1K')).toHaveLength(1);
  });

  test('is journaled as taken and as rejected', () => {
    expect(answered.facts).toMatchObject({
      patientControlNumbers: ['A1', 'A2', 'A3'],
      rejectedClaims: ['A1', 'A2'],
      duplicateClaims: [],
    });
  });

  test('alone in its interchange leaves nothing to pay', () => {
    const alone = answerText(interchangeOf([numbered('A1', 'SIMREJ1')]));
    expect(alone.files.map(({ name }) => name.replace(/_\d+\.x12$/, ''))).toEqual([
      'TA1',
      '999',
      '277CA_CLEARINGHOUSE',
    ]);
  });

  test('may be one that passes the guide and cannot be read', () => {
    const unreadable = answerText(
      interchangeOf([numbered('A1', 'SIMPAID1', { frequency: '6' }), numbered('A2')]),
    );
    expect(toldIn(unreadable, '277CA_CLEARINGHOUSE')).toEqual(['A1 rejected A7:21', 'A2 accepted A0:16:PR']);
    const told = segmentsOf(theFile(unreadable, '277CA_CLEARINGHOUSE'));
    expect(told).toContain('NM1*85*2*EXAMPLE FAMILY CLINIC*****XX*1999999984');
    expect(told.filter((segment) => segment === 'NM1*QC*1*SAMPLE*JANE****MI*SIMPAID1')).toHaveLength(2);
    expect(told.filter((segment) => segment === 'DTP*472*D8*20250102')).toHaveLength(2);
    expect(unreadable.facts.rejectedClaims).toEqual(['A1']);
  });
});

describe('a payment of zero', () => {
  test('has method NON and a trace number like any other', () => {
    const answered = answerText(interchangeOf([numbered('A1', 'SIMDEN1')]));
    expect(segmentsOf(theFile(answered, '835'), 'BPR')).toEqual(['BPR*H*0*C*NON************20260702']);
    expect(segmentsOf(theFile(answered, '835'), 'TRN*1*SIM000000001*')).toHaveLength(1);
  });
});

describe('a claim to a second payer', () => {
  test('is paid what the first left to the patient', () => {
    const { claim, number } = numbered('A1');
    const coverage = {
      rank: 'P' as const,
      payer: { ...claim.payer, identifier: 'CGPAY3' },
      subscriber: claim.subscriber,
      relationship: '18',
      paidCents: cents(5000),
      adjudicationDate: '2026-06-20' as BusinessDate,
      adjustments: [
        { groupCode: 'CO', reasonCode: '45', amountCents: cents(2000) },
        { groupCode: 'PR', reasonCode: '2', amountCents: cents(3000) },
      ],
    };
    const second = { ...claim, payerRank: 'S' as const, otherCoverages: [coverage] };
    const answered = answerText(interchangeOf([{ number, claim: second }]));
    const remittance = theFile(answered, '835_CGPAY1');
    expect(segmentsOf(remittance, 'CLP')[0]).toMatch(/^CLP\*A1\*2\*100\*30\*0\*15\*/);
    expect(segmentsOf(remittance, 'CAS')).toEqual(['CAS*OA*23*70']);
  });
});
