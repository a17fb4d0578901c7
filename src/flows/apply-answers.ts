import { createHash, type Hash } from 'node:crypto';
import type { Instant } from '../base/time.ts';
import type { EnvelopeNumbers, SetHeader } from '../edi/envelope/envelope-handler.ts';
import { EnvelopeReader } from '../edi/envelope/envelope-reader.ts';
import { placeOf } from '../edi/envelope/place-of.ts';
import { normalizedSegment } from '../edi/syntax/normalized-segment.ts';
import type { SegmentCursor } from '../edi/syntax/segment-cursor.ts';
import type { Latin1Decoder } from '../edi/syntax/segment-reader.ts';
import { tagOf } from '../edi/syntax/tag.ts';
import {
  type ClaimAcknowledgment,
  ClaimAcknowledgmentReader,
} from '../translate/claim-acknowledgment-277ca.ts';
import { ImplementationAcknowledgmentReader } from '../translate/implementation-acknowledgment-999.ts';
import { readInterchangeAcknowledgment } from '../translate/interchange-acknowledgment-ta1.ts';
import { RemittanceReader } from '../translate/remittance-835.ts';
import type { ApplyContext } from './applied-answers.ts';
import { applyClaimAcknowledgments } from './apply-claim-acknowledgment.ts';
import { applyImplementationAcknowledgment } from './apply-implementation-acknowledgment.ts';
import { applyInterchangeAcknowledgment } from './apply-interchange-acknowledgment.ts';
import { applySubmissionRejection } from './apply-submission-rejection.ts';
import { identifySet } from './identify.ts';
import { isFull, recordAnswers } from './pending-answers.ts';
import { postRemittance } from './post-remittance.ts';

/** What reads one transaction set and, when it ends, says what to do about it. */
interface SetApplication {
  segment(segment: SegmentCursor, segmentOrdinal: number, numbers: EnvelopeNumbers): void;
  finish(): void;
}

type Step = () => Promise<unknown>;

/** Claim statuses of a 277CA that are applied at a time: one query for all of them. */
const STATUSES_MAX = 2000;

const ST = tagOf('ST');
const SE = tagOf('SE');

/**
 * Applies everything in a file whose envelopes are whole, in the file's order, inside the transaction of `context`.
 * Sets of other kinds are passed over. The file is never held whole: what one piece of it completes is applied before
 * the next piece is read. What is pending at the end is for the caller to record.
 */
export async function applyAnswers(
  context: ApplyContext & { readonly receivedAt: Instant },
  file: { readonly decode: Latin1Decoder; readonly bytes: AsyncIterable<Uint8Array> },
): Promise<void> {
  const steps: Step[] = [];
  let set: SetApplication | undefined;
  const reader = new EnvelopeReader(file.decode, {
    interchangeAcknowledgment(segment, place) {
      const acknowledgment = readInterchangeAcknowledgment(segment, place);
      steps.push(() => applyInterchangeAcknowledgment(context, acknowledgment));
    },
    setOpened(header) {
      set = applicationOf(header, context, steps);
    },
    countedSegment: (...told) => set?.segment(...told),
    setClosed() {
      set?.finish();
      set = undefined;
    },
  });
  for await (const piece of file.bytes) {
    reader.feed(piece);
    await take(steps, context);
  }
  reader.finish();
  await take(steps, context);
}

async function take(steps: Step[], { transaction, pending }: ApplyContext): Promise<void> {
  for (const step of steps.splice(0)) {
    await step();
    if (isFull(pending)) await recordAnswers(transaction, pending);
  }
}

function applicationOf(
  header: SetHeader,
  context: ApplyContext & { readonly receivedAt: Instant },
  steps: Step[],
): SetApplication | undefined {
  const kind = identifySet(header);
  switch (kind) {
    case '999':
      return implementationAcknowledgmentApplication(context, steps);
    case '277CA':
      return claimAcknowledgmentApplication(context, steps);
    case '835':
      return remittanceApplication(context, steps);
    case undefined:
      return undefined;
    default:
      return kind satisfies never;
  }
}

function implementationAcknowledgmentApplication(context: ApplyContext, steps: Step[]): SetApplication {
  const reader = new ImplementationAcknowledgmentReader();
  return {
    segment: (...told) => reader.segment(told[0], placeOf(...told)),
    finish() {
      const acknowledgment = reader.finish();
      if (acknowledgment === undefined) return;
      steps.push(() => applyImplementationAcknowledgment(context, acknowledgment));
    },
  };
}

function claimAcknowledgmentApplication(context: ApplyContext, steps: Step[]): SetApplication {
  let statuses: ClaimAcknowledgment[] = [];
  function applyCollected(): void {
    const collected = statuses;
    statuses = [];
    if (collected.length > 0) steps.push(() => applyClaimAcknowledgments(context, collected));
  }
  const reader = new ClaimAcknowledgmentReader({
    claim(status) {
      statuses.push(status);
      if (statuses.length >= STATUSES_MAX) applyCollected();
    },
    submissionRejected: (rejection) => steps.push(() => applySubmissionRejection(context, rejection)),
  });
  return {
    segment: (...told) => reader.segment(told[0], placeOf(...told)),
    finish() {
      reader.finish();
      applyCollected();
    },
  };
}

function remittanceApplication(
  context: ApplyContext & { readonly receivedAt: Instant },
  steps: Step[],
): SetApplication {
  const reader = new RemittanceReader();
  const content: Hash = createHash('sha256');
  return {
    segment(segment, segmentOrdinal, numbers) {
      reader.segment(segment, segmentOrdinal, numbers);
      // Its own control number is envelope: the same remittance in another file is the same remittance.
      if (segment.tag !== ST && segment.tag !== SE) content.update(normalizedSegment(segment), 'latin1');
    },
    finish() {
      const remittance = reader.finish();
      const contentSha256 = content.digest('hex');
      steps.push(() => postRemittance(context, { remittance, contentSha256 }));
    },
  };
}
