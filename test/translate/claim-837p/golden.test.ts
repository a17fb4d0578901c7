import { describe, expect, test } from 'vitest';
import { editClaim } from '../../../src/domain/edits/edit-claim.ts';
import { compareClaimInterchange } from '../../../src/translate/claim-837p/compare-claim-interchange.ts';
import { readClaimInterchange } from '../../../src/translate/claim-837p/read-claim-interchange.ts';
import { refuseUnwritable } from '../../../src/translate/claim-837p/refuse-unwritable.ts';
import { day } from '../../domain/support/claims.ts';
import { allProblems, checkTextByGuide } from '../../edi/support/check-text.ts';
import { bytesOf, decodeLatin1 } from '../../edi/support/latin-1.ts';
import { transmittedForm, writeAsText } from '../support/claim-interchange.ts';
import { GOLDEN_CLAIMS } from '../support/golden-claims.ts';

describe.each(GOLDEN_CLAIMS)('the hand-written file $name', ({ text, interchange }) => {
  const { profile, sets } = interchange;
  const claims = sets.flatMap((set) => set.claims);

  test('holds claims that pass the edits and can be written', () => {
    for (const { claim } of claims) {
      const errors = editClaim(claim, day('2026-06-30')).filter(({ severity }) => severity === 'error');
      expect(errors).toEqual([]);
      expect(refuseUnwritable(claim, profile)).toBeUndefined();
    }
  });

  test('is what the writer gives, byte for byte', () => {
    const written = writeAsText(interchange);
    expect(written.text).toBe(text);
    expect(written.segmentCount).toBe(text.split('~').length - 1);
    expect(written.claimCount).toBe(claims.length);
  });

  test('has no problem', () => {
    expect(allProblems(checkTextByGuide(text))).toEqual([]);
  });

  test('is read as the claims that it was written from', () => {
    const read = readClaimInterchange(bytesOf(text), decodeLatin1);
    expect(read.sets.flatMap((set) => set.unreadable)).toEqual([]);
    const byNumber = new Map(
      read.sets.flatMap((set) => set.claims).map((claim) => [claim.patientControlNumber, claim]),
    );
    expect(byNumber.size).toBe(claims.length);
    for (const { patientControlNumber, lineControlNumbers, claim } of claims) {
      const found = byNumber.get(patientControlNumber);
      const accountNumber = patientControlNumber;
      expect(found?.claim).toEqual({ ...transmittedForm(claim, profile), accountNumber });
      expect(found).toMatchObject({ lineControlNumbers, submissionId: sets[0]?.submissionId });
    }
  });

  test('may leave', () => {
    expect(compareClaimInterchange(interchange, bytesOf(text), decodeLatin1)).toEqual({ ok: true });
  });
});
