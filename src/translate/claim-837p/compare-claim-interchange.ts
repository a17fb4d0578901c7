import { accepted, type Result, refused } from '../../base/result.ts';
import { differingPointers } from '../../domain/claim/claim-key.ts';
import type { CheckReport } from '../../edi/check/check-report.ts';
import { InterchangeChecker } from '../../edi/check/interchange-checker.ts';
import type { ProblemLocation } from '../../edi/problems.ts';
import type { Latin1Decoder } from '../../edi/syntax/segment-reader.ts';
import type { ClaimInterchange, ClaimSet } from './claim-interchange.ts';
import { describedEnvelope } from './described-envelope.ts';
import { type ReadBackCode, type ReadBackRefusal, readBackRefusal } from './read-back-refusal.ts';
import { type ReadClaimSet, readClaimInterchange } from './read-claim-interchange.ts';
import { TransmittedForms } from './transmitted-form.ts';
import { writeClaimInterchange } from './write-claim-interchange.ts';

/**
 * Proves that the bytes say what was meant before they may leave: the checker finds no error in them, and read back
 * they give the envelope, the control numbers and every claim, member by member, as `sent` has them in transmitted form.
 * What reading does not look at (qualifiers, levels, derived amounts) is covered last: the bytes are those that writing
 * gives. Refused with the first of these that fails. A warning holds no claim: it may be true of the claim itself (a
 * patient with a single name, a rental of days to come), and a receiver takes it.
 */
export function compareClaimInterchange(
  sent: ClaimInterchange,
  bytes: Uint8Array,
  decode: Latin1Decoder,
): Result<void, ReadBackRefusal> {
  const read = readClaimInterchange(bytes, decode);
  const forms = new TransmittedForms(sent.profile);
  const comparisons: readonly (readonly [ReadBackCode, () => readonly string[]])[] = [
    ['read-back.rejected', () => errorPlaces(bytes, decode)],
    ['read-back.envelope', () => differingPointers(describedEnvelope(sent), read.envelope)],
    ['read-back.claims', () => sent.sets.flatMap((set, index) => claimPlaces(forms, set, read.sets[index]))],
    ['read-back.bytes', () => bytePlaces(sent, bytes)],
  ];
  for (const [code, find] of comparisons) {
    const places = find();
    if (places.length > 0) return refused(readBackRefusal(code, places));
  }
  return accepted(undefined);
}

function errorPlaces(bytes: Uint8Array, decode: Latin1Decoder): string[] {
  const checker = new InterchangeChecker(decode);
  checker.feed(bytes);
  return allProblems(checker.finish())
    .filter(({ severity }) => severity === 'error')
    .map(({ code, location }) => `${code}${placeText(location)}`);
}

function allProblems({ problems, interchanges }: CheckReport): CheckReport['problems'] {
  const groups = interchanges.flatMap((interchange) => interchange.groups);
  const sets = groups.flatMap((group) => group.sets);
  return [...problems, ...[...interchanges, ...groups, ...sets].flatMap((level) => level.problems)];
}

function placeText({ setControlNumber, segmentOrdinal, segment, element }: ProblemLocation): string {
  const parts = [
    setControlNumber === undefined ? '' : ` set ${setControlNumber}`,
    segmentOrdinal === undefined ? '' : ` segment ${segmentOrdinal}`,
    segment === undefined ? '' : ` ${segment}`,
    element === undefined ? '' : ` element ${element}`,
  ];
  return parts.join('');
}

/** A claim that was sent is named by its control number, any other by its place: what stands there may be anything. */
function claimPlaces(forms: TransmittedForms, set: ClaimSet, read: ReadClaimSet | undefined): string[] {
  const places = (read?.unreadable ?? []).flatMap(({ faults }) =>
    faults.map(({ segment, element, place }) => `unreadable:${placeText({ ...place, segment, element })}`),
  );
  const unmet = new Map((read?.claims ?? []).map((claim) => [claim.patientControlNumber, claim]));
  for (const { patientControlNumber, lineControlNumbers, claim } of set.claims) {
    const found = unmet.get(patientControlNumber);
    unmet.delete(patientControlNumber);
    if (found === undefined) {
      places.push(`${patientControlNumber} is missing`);
      continue;
    }
    const expected = { ...forms.of(claim), accountNumber: patientControlNumber };
    const pointers = [
      ...differingPointers(expected, found.claim),
      ...differingPointers(lineControlNumbers, found.lineControlNumbers, '/lineControlNumbers'),
      ...differingPointers(set.submissionId, found.submissionId, '/submissionId'),
    ];
    places.push(...pointers.map((pointer) => `${patientControlNumber} ${pointer}`));
  }
  const strangers = [...unmet.values()].map(({ place }) => `not sent:${placeText(place)}`);
  const hasRepeated = (read?.claims.length ?? 0) > set.claims.length;
  return [...places, ...strangers, ...(hasRepeated ? [`repeated: set ${set.controlNumber}`] : [])];
}

function bytePlaces(sent: ClaimInterchange, bytes: Uint8Array): string[] {
  const expected = writeClaimInterchange(sent).bytes;
  let alike = 0;
  while (alike < expected.length && expected[alike] === bytes[alike]) alike++;
  return alike === bytes.length && alike === expected.length ? [] : [`byte ${alike}`];
}
