import { X12QueryEngine } from 'node-x12';
import { describe, expect, test } from 'vitest';
import { readPeerQuery } from '../../../src/cli/x12/peer-query.ts';

/** A subscriber with a claim, one with a dependent who has a claim, one with a claim again; two lines each. */
const CLAIMS = [
  'ISA*00*          *00*          *ZZ*CLINIC         *ZZ*PAYER          *250102*0304*^*00501*000000007*0*T*:~',
  'GS*HC*CLINIC*PAYER*20250102*0304*7*X*005010X222A1~ST*837*0001*005010X222A1~HL*1**20*1~HL*2*1*22*0~',
  'CLM*A*10~LX*1~SV1*HC:1*1~LX*2~SV1*HC:2*2~HL*3*1*22*1~HL*4*3*23*0~CLM*B*20~REF*F8*OF-B~LX*1~SV1*HC:3*3~LX*2~',
  'SV1*HC:4*4~HL*5*1*22*0~CLM*C*30~LX*1~SV1*HC:5*5~LX*2~SV1*HC:6*6~SE*23*0001~GE*1*7~IEA*1*000000007~',
].join('');

function answersOfPeer(query: string): string[] {
  return new X12QueryEngine(true).query(CLAIMS, query).map(({ value }) => value);
}

describe('a query that is refused', () => {
  test.each([
    ['HL+20+22-CLM01', ['A', 'C']],
    ['CLM-LX-SV102', ['1', '2', '3', '4', '5', '6']],
    ['CONCAT(CLM01,-)=>CLM02', ['A-10', 'B-20', 'C-30']],
    ['SV102:CLM01["A"]', ['1', '2']],
    ['GS02:GS01["HP"]', []],
  ])('is one that node-x12 answers otherwise: %s', (query, right) => {
    expect(answersOfPeer(query)).not.toEqual(right);
    expect(readPeerQuery(query)).toHaveProperty('sentence');
  });
});

describe('a query that is put to node-x12', () => {
  test.each([
    ['CLM01', ['A', 'B', 'C']],
    ['REF02:REF01["F8"]', ['OF-B']],
    ['LX-SV102', ['1', '2', '3', '4', '5', '6']],
    ['FOREACH(LX)=>SV102', ['1', '2', '3', '4', '5', '6']],
    ["SV102:SV101['HC:1']", ['1']],
    ['GS02', ['CLINIC']],
  ])('is one that it answers right: %s', (query, right) => {
    expect(answersOfPeer(query)).toEqual(right);
    expect(readPeerQuery(query)).not.toHaveProperty('sentence');
  });
});
