import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ProfessionalClaim } from '../../../src/domain/claim/claim.ts';
import { editClaim } from '../../../src/domain/edits/edit-claim.ts';
import { canonicalClaimJson } from '../../../src/intake/claim-json.ts';
import { compareClaimInterchange } from '../../../src/translate/claim-837p/compare-claim-interchange.ts';
import { readClaimInterchange } from '../../../src/translate/claim-837p/read-claim-interchange.ts';
import { refuseUnwritable } from '../../../src/translate/claim-837p/refuse-unwritable.ts';
import { checkTextByGuide } from '../../edi/support/check-text.ts';
import { bytesOf, decodeLatin1 } from '../../edi/support/latin-1.ts';
import { arbitraryDelimiters } from '../support/arbitrary-delimiters.ts';
import { interchangeOf, transmittedForm, writeAsText } from '../support/claim-interchange.ts';
import { errorsIn } from '../support/errors-in.ts';
import { mendedClaim, TODAY } from '../support/mended-claim.ts';
import { partner } from '../support/partner.ts';

const profile = fc
  .record({ delimiters: arbitraryDelimiters, lineEnd: fc.constantFrom('', '\n', '\r\n') })
  .map((envelope) => partner(envelope));

describe('a claim that passes the edits', () => {
  test('is written without an error and read back as it was sent, or refused with a place in it', () => {
    let writtenCount = 0;
    let refusedCount = 0;
    fc.assert(
      fc.property(fc.array(mendedClaim, { minLength: 1, maxLength: 4 }), profile, (claims, to) => {
        const writable = claims.filter((claim) => {
          expect(editClaim(claim, TODAY).filter(({ severity }) => severity === 'error')).toEqual([]);
          const refusal = refuseUnwritable(claim, to);
          if (refusal !== undefined) expectPlaceIn(claim, refusal.pointer);
          return refusal === undefined;
        });
        writtenCount += writable.length;
        refusedCount += claims.length - writable.length;
        if (writable.length === 0) return;
        const interchange = interchangeOf(writable, to);
        const { text } = writeAsText(interchange);
        // A warning it may have: some persons have no first name.
        expect(errorsIn(checkTextByGuide(text))).toEqual([]);
        const read = readClaimInterchange(bytesOf(text), decodeLatin1).sets.flatMap((set) => set.claims);
        const sent = interchange.sets.flatMap((set) => set.claims);
        expect(Object.fromEntries(read.map((claim) => [claim.patientControlNumber, claim.claim]))).toEqual(
          Object.fromEntries(
            sent.map(({ patientControlNumber: accountNumber, claim }) => [
              accountNumber,
              { ...transmittedForm(claim, to), accountNumber },
            ]),
          ),
        );
        expect(compareClaimInterchange(interchange, bytesOf(text), decodeLatin1)).toEqual({ ok: true });
      }),
      { numRuns: 200 },
    );
    // Both ways are taken, or the property says little.
    expect(writtenCount).toBeGreaterThan(100);
    expect(refusedCount).toBeGreaterThan(20);
  });
});

/** The member that is refused, or the one in which it is missing, stands in the claim's JSON form. */
function expectPlaceIn(claim: ProfessionalClaim, pointer: string): void {
  let value: unknown = JSON.parse(canonicalClaimJson(claim));
  const steps = pointer.split('/').slice(1);
  for (const step of steps.slice(0, -1)) {
    value = (value as Readonly<Record<string, unknown>>)[step];
    expect(value, pointer).toBeTypeOf('object');
  }
}

describe('a claim on the wire', () => {
  test('sent again is the same claim', () => {
    fc.assert(
      fc.property(mendedClaim, profile, (claim, to) => {
        fc.pre(refuseUnwritable(claim, to) === undefined && claim.patient === undefined);
        const once = transmittedForm(claim, to);
        // What other coverages leave out cannot be sent again.
        const again = { ...once, otherCoverages: [] };
        expect(transmittedForm(again, to)).toEqual(again);
      }),
    );
  });
});
