import { invariant } from '../../base/invariant.ts';
import { type Cents, cents } from '../../base/money.ts';
import type { Submitter } from '../../domain/party/party.ts';
import {
  openSet,
  writeGroupHeader,
  writeGroupTrailer,
  writeInterchangeHeader,
  writeInterchangeTrailer,
} from '../../edi/envelope/envelope-writer.ts';
import { PROFESSIONAL_CLAIMS } from '../../edi/guides/837p-x222a1.ts';
import { SegmentWriter } from '../../edi/syntax/segment-writer.ts';
import { delimitersOf } from '../../partners/delimiters-of.ts';
import type { ClaimInterchange, ClaimSet, WrittenInterchange } from './claim-interchange.ts';
import { GUIDE_837P } from './described-envelope.ts';
import { groupClaims } from './group-claims.ts';
import { sendableText } from './sendable-text.ts';
import { TransmittedForms } from './transmitted-form.ts';
import { HierarchyWriter } from './write-hierarchy.ts';
import { writeContact, writeName } from './write-party.ts';

/** BHT03 (005010X222A1). */
const SUBMISSION_ID_MAX = 30;

/**
 * Writes an interchange of professional claims (005010X222A1). Every claim is one that `refuseUnwritable` lets pass for
 * this partner, and the claims of a set are of one submitter; anything else is a mistake of the caller and throws.
 */
export function writeClaimInterchange(input: ClaimInterchange): WrittenInterchange {
  const { profile, moment, interchangeControlNumber, groupControlNumber, sets } = input;
  const { envelope } = profile;
  invariant(sets.length > 0, 'an interchange holds at least one transaction set');
  invariant(/^[1-9]\d{0,8}$/.test(groupControlNumber), 'GS06 is a number of at most nine digits');
  const writer = new SegmentWriter(delimitersOf(profile), envelope.lineEnd);
  writeInterchangeHeader(writer, {
    ...envelope,
    date: moment.date.slice(2),
    time: moment.time,
    controlNumber: interchangeControlNumber,
    isAcknowledgmentRequested: envelope.isTa1Requested,
  });
  writeGroupHeader(writer, {
    functionalIdentifier: PROFESSIONAL_CLAIMS.functionalIdentifier,
    applicationSender: envelope.applicationSender ?? envelope.senderId,
    applicationReceiver: envelope.applicationReceiver ?? envelope.receiverId,
    ...moment,
    controlNumber: groupControlNumber,
    version: GUIDE_837P,
  });
  let claimCount = 0;
  let charge = 0;
  for (const set of sets) {
    claimCount += set.claims.length;
    charge += writeSet(writer, set, input);
  }
  writeGroupTrailer(writer, { controlNumber: groupControlNumber, setCount: sets.length });
  writeInterchangeTrailer(writer, { controlNumber: interchangeControlNumber, groupCount: 1 });
  const { segmentCount } = writer;
  return { bytes: writer.flush(), segmentCount, claimCount, chargeCents: cents(charge) };
}

/** Gives the charges of the set's claims. */
function writeSet(writer: SegmentWriter, set: ClaimSet, { profile, moment }: ClaimInterchange): Cents {
  invariant(/^[A-Z0-9]{4,9}$/.test(set.controlNumber), 'ST02 is four to nine letters and digits');
  const { length } = set.submissionId;
  invariant(length >= 1 && length <= SUBMISSION_ID_MAX, 'BHT03 is 1 to 30 characters');
  const forms = new TransmittedForms(profile);
  const open = openSet(writer, {
    identifier: PROFESSIONAL_CLAIMS.setIdentifier,
    controlNumber: set.controlNumber,
    guide: GUIDE_837P,
  });
  // 0019: information source, subscriber, dependent. 00: original. CH: charges that shall be paid.
  writer.begin('BHT').elements('0019', '00', set.submissionId, moment.date, moment.time, 'CH').end();
  const { submitter, groups, chargeCents } = groupClaims(set.claims, forms);
  writeSubmitter(writer, submitter);
  const sendable = sendableText(writer.delimiters);
  writeName(
    writer,
    '40',
    { kind: 'organization', name: sendable.text(profile.receiver.name) },
    { qualifier: '46', value: sendable.identifier(profile.receiver.identifier) ?? '' },
  );
  new HierarchyWriter(writer, forms).write(groups);
  open.close();
  return chargeCents;
}

/** Writes loop 1000A. PER02 is sent where the contact has another name than the submitter. */
function writeSubmitter(writer: SegmentWriter, { name, identifier, contact }: Submitter): void {
  writeName(writer, '41', { kind: 'organization', name }, { qualifier: '46', value: identifier });
  writeContact(writer, contact, name);
}
