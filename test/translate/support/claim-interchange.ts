import type { ProfessionalClaim } from '../../../src/domain/claim/claim.ts';
import { lineControlNumber } from '../../../src/domain/claim/control-numbers.ts';
import type { PartnerProfile } from '../../../src/partners/profile.ts';
import type {
  ClaimInterchange,
  WrittenInterchange,
} from '../../../src/translate/claim-837p/claim-interchange.ts';
import { submitterKey } from '../../../src/translate/claim-837p/submitter-form.ts';
import type { TransmittedClaim } from '../../../src/translate/claim-837p/transmitted-claim.ts';
import { TransmittedForms } from '../../../src/translate/claim-837p/transmitted-form.ts';
import { writeClaimInterchange } from '../../../src/translate/claim-837p/write-claim-interchange.ts';
import { decodeLatin1 } from '../../edi/support/latin-1.ts';

/** A claim under a patient control number and the line control numbers that go with it. */
export function transmitted(patientControlNumber: string, claim: ProfessionalClaim): TransmittedClaim {
  const lineControlNumbers = claim.lines.map((line) => lineControlNumber(patientControlNumber, line.number));
  return { patientControlNumber, lineControlNumbers, claim };
}

/** An interchange of claims, with a transaction set for each submitter; claims are numbered as they come. */
export function interchangeOf(
  claims: readonly ProfessionalClaim[],
  profile: PartnerProfile,
): ClaimInterchange {
  const bySubmitter = new Map<string, TransmittedClaim[]>();
  for (const [index, claim] of claims.entries()) {
    const key = submitterKey(claim, profile);
    const members = bySubmitter.get(key) ?? [];
    bySubmitter.set(key, [...members, transmitted(`CG${String(index + 1).padStart(13, '0')}`, claim)]);
  }
  return {
    profile,
    interchangeControlNumber: '000000001',
    groupControlNumber: '1',
    // Behind every service day of the practice claims.
    moment: { date: '20260930', time: '2359' },
    sets: [...bySubmitter.values()].map((members, index) => ({
      controlNumber: String(index + 1).padStart(4, '0'),
      submissionId: `SUBMISSION${index + 1}`,
      claims: members,
    })),
  };
}

/** The claim as it will be on the wire. */
export function transmittedForm(claim: ProfessionalClaim, profile: PartnerProfile): ProfessionalClaim {
  return new TransmittedForms(profile).of(claim);
}

/** What the writer gives, with its bytes as text too. */
export function writeAsText(interchange: ClaimInterchange): WrittenInterchange & { readonly text: string } {
  const written = writeClaimInterchange(interchange);
  return { ...written, text: decodeLatin1(written.bytes, 0, written.bytes.length) };
}
