import { type X12Interchange, X12Parser, type X12Segment } from 'node-x12';
import { beforeAll, describe, expect, test } from 'vitest';
import { printCentsSuppressed } from '../../../src/base/money.ts';
import type { ProfessionalClaim } from '../../../src/domain/claim/claim.ts';
import { readClaims } from '../../../src/intake/read-claims.ts';
import { compareClaimInterchange } from '../../../src/translate/claim-837p/compare-claim-interchange.ts';
import { readClaimInterchange } from '../../../src/translate/claim-837p/read-claim-interchange.ts';
import { refuseUnwritable } from '../../../src/translate/claim-837p/refuse-unwritable.ts';
import { allProblems, checkTextByGuide } from '../../edi/support/check-text.ts';
import { bytesOf, decodeLatin1 } from '../../edi/support/latin-1.ts';
import { collect, sampleBytes } from '../../intake/support/claim-samples.ts';
import { interchangeOf, transmittedForm, writeAsText } from '../support/claim-interchange.ts';
import { partner } from '../support/partner.ts';

/** The segments between ST and SE, as a parser that shares no code with ours sees them. A parser serves one text. */
function segmentsSeenByNodeX12(text: string): X12Segment[][] {
  const { functionalGroups } = new X12Parser(true).parse(text) as X12Interchange;
  return functionalGroups.flatMap((group) => group.transactions.map((set) => set.segments));
}

describe('the practice claims', () => {
  const profile = partner();
  let claims: readonly ProfessionalClaim[] = [];

  beforeAll(async () => {
    const read = await collect(readClaims([sampleBytes('practice.ndjson')]));
    claims = read.flatMap(({ claim }) => (claim.ok ? [claim.value] : []));
  });

  test('can all be written', () => {
    expect(claims.length).toBe(38);
    expect(claims.map((claim) => refuseUnwritable(claim, profile))).toEqual(claims.map(() => undefined));
  });

  test('are written as one interchange without a problem, which is read back and may leave', () => {
    const interchange = interchangeOf(claims, profile);
    const { text, claimCount, chargeCents } = writeAsText(interchange);
    expect(allProblems(checkTextByGuide(text))).toEqual([]);
    expect(compareClaimInterchange(interchange, bytesOf(text), decodeLatin1)).toEqual({ ok: true });
    expect(claimCount).toBe(38);
    expect(chargeCents).toBe(claims.reduce((sum, claim) => sum + claim.chargeCents, 0));
  });

  test('are read back one by one as they were sent', () => {
    for (const claim of claims) {
      const interchange = interchangeOf([claim], profile);
      const { text } = writeAsText(interchange);
      const [read] = readClaimInterchange(bytesOf(text), decodeLatin1).sets.flatMap((set) => set.claims);
      const accountNumber = read?.patientControlNumber;
      expect(read?.claim).toEqual({ ...transmittedForm(claim, profile), accountNumber });
      expect(compareClaimInterchange(interchange, bytesOf(text), decodeLatin1)).toEqual({ ok: true });
    }
  });

  test('are the same claims to node-x12', () => {
    const interchange = interchangeOf(claims, profile);
    const { text, segmentCount } = writeAsText(interchange);
    const sets = segmentsSeenByNodeX12(text);
    // It counts neither ISA, GS, GE and IEA nor, in each set, ST and SE.
    expect(sets.reduce((count, segments) => count + segments.length + 2, 4)).toBe(segmentCount);
    const seen = sets
      .flat()
      .filter(({ tag }) => tag === 'CLM')
      .map((clm) => `${clm.valueOf(1)} ${clm.valueOf(2)}`);
    const sent = interchange.sets
      .flatMap((set) => set.claims)
      .map(
        ({ patientControlNumber, claim }) =>
          `${patientControlNumber} ${printCentsSuppressed(claim.chargeCents)}`,
      );
    expect(seen.toSorted()).toEqual(sent.toSorted());
  });

  test('are the same lines to node-x12, each claim alone', () => {
    for (const claim of claims) {
      const { text } = writeAsText(interchangeOf([claim], profile));
      const segments = segmentsSeenByNodeX12(text).flat();
      const lines = segments.filter(({ tag }) => tag === 'SV1');
      expect(lines.map((sv1) => sv1.valueOf(2))).toEqual(
        claim.lines.map(({ chargeCents }) => printCentsSuppressed(chargeCents)),
      );
      expect(lines.map((sv1) => sv1.valueOf(1)?.split(':')[1])).toEqual(
        claim.lines.map(({ procedure }) => procedure.code),
      );
    }
  });
});
