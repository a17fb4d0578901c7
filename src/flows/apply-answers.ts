import type { Ahead } from '../base/ahead.ts';
import { invariant } from '../base/invariant.ts';
import type { Instant } from '../base/time.ts';
import type { ClaimPayment } from '../domain/remittance/remittance.ts';
import type { EnvelopeNumbers, SetHeader } from '../edi/envelope/envelope-handler.ts';
import { EnvelopeReader } from '../edi/envelope/envelope-reader.ts';
import { placeOf } from '../edi/envelope/place-of.ts';
import type { SegmentCursor } from '../edi/syntax/segment-cursor.ts';
import type { Latin1Decoder } from '../edi/syntax/segment-reader.ts';
import {
  type ClaimAcknowledgment,
  ClaimAcknowledgmentReader,
} from '../translate/claim-acknowledgment-277ca.ts';
import { ImplementationAcknowledgmentReader } from '../translate/implementation-acknowledgment-999.ts';
import { readInterchangeAcknowledgment } from '../translate/interchange-acknowledgment-ta1.ts';
import { RemittanceSetReader } from '../translate/remittance-835.ts';
import type { ApplyContext } from './applied-answers.ts';
import { applyClaimAcknowledgments } from './apply-claim-acknowledgment.ts';
import { applyImplementationAcknowledgment } from './apply-implementation-acknowledgment.ts';
import { applyInterchangeAcknowledgment } from './apply-interchange-acknowledgment.ts';
import { applySubmissionRejection } from './apply-submission-rejection.ts';
import { identifySet } from './identify.ts';
import { isFull, recordPart } from './pending-answers.ts';
import { openRemittance } from './post-remittance.ts';
import { PaymentsTogether } from './posting/payments-together.ts';
import type { RemittancePublication } from './posting/publish-remittance.ts';
import type { ProvenRemittance } from './survey-remittances.ts';

/** What reads one transaction set and, when it ends, says what to do about it. */
interface SetApplication {
  segment(segment: SegmentCursor, segmentOrdinal: number, numbers: EnvelopeNumbers): void;
  finish(): void;
}

type Step = () => Promise<unknown>;

/** What a set adds to or takes from. */
interface Told {
  readonly steps: Step[];
  readonly remittances: Ahead<ProvenRemittance>;
}

/** Claim statuses of a 277CA that are applied at a time: one query for all of them. */
const STATUSES_MAX = 2000;

/**
 * Applies everything in a file whose envelopes are whole, in the file's order, inside the transaction of `context`.
 * Sets of other kinds are passed over. The file is never held whole: what one piece of it completes is applied before
 * the next piece is read. What is pending at the end is for the caller to record.
 */
export async function applyAnswers(
  context: ApplyContext & { readonly receivedAt: Instant },
  file: {
    readonly decode: Latin1Decoder;
    readonly bytes: AsyncIterable<Uint8Array>;
    /** What was surveyed of each 835, in the file's order: one is surveyed while the one before it is posted. */
    readonly remittances: Ahead<ProvenRemittance>;
  },
): Promise<void> {
  const { remittances } = file;
  const steps: Step[] = [];
  let set: SetApplication | undefined;
  const reader = new EnvelopeReader(file.decode, {
    interchangeAcknowledgment(segment, place) {
      const acknowledgment = readInterchangeAcknowledgment(segment, place);
      steps.push(() => applyInterchangeAcknowledgment(context, acknowledgment));
    },
    setOpened(header) {
      set = applicationOf(header, context, { steps, remittances });
    },
    countedSegment: (...told) => set?.segment(...told),
    setClosed() {
      set?.finish();
      set = undefined;
    },
  });
  try {
    for await (const piece of file.bytes) {
      reader.feed(piece);
      await take(steps, context);
    }
    reader.finish();
    await take(steps, context);
  } finally {
    await remittances.end();
  }
}

async function take(steps: Step[], { transaction, pending }: ApplyContext): Promise<void> {
  for (const step of steps.splice(0)) {
    await step();
    // Claims are told of while no payment is matched: a number that is told matches what waits for it, or what comes.
    if (isFull(pending)) await recordPart(transaction, pending);
  }
}

function applicationOf(
  header: SetHeader,
  context: ApplyContext & { readonly receivedAt: Instant },
  { steps, remittances }: Told,
): SetApplication | undefined {
  const kind = identifySet(header);
  switch (kind) {
    case '999':
      return implementationAcknowledgmentApplication(context, steps);
    case '277CA':
      return claimAcknowledgmentApplication(context, steps);
    case '835':
      return remittanceApplication(context, { steps, remittances });
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

/** What is done about a remittance is told by what the survey has found of it; its claim payments follow as they come. */
function remittanceApplication(
  context: ApplyContext & { readonly receivedAt: Instant },
  { steps, remittances }: Told,
): SetApplication {
  let together: PaymentsTogether;
  let publication: RemittancePublication | undefined;
  steps.push(async () => {
    const proven = await remittances.next();
    invariant(proven !== undefined, 'every 835 of a file is surveyed');
    together = new PaymentsTogether(proven.repeatedNumbers);
    publication = await openRemittance(context, proven);
  });
  const read: ClaimPayment[] = [];
  async function post(): Promise<void> {
    for (const payment of read.splice(0)) {
      const group = together.add(payment);
      if (group !== undefined) await publication?.post(group);
    }
  }
  const reader = new RemittanceSetReader((payment) => {
    if (read.length === 0) steps.push(post);
    read.push(payment);
  });
  return {
    segment: (...told) => reader.segment(...told),
    finish() {
      reader.finish();
      steps.push(async () => {
        await publication?.post(together.rest());
        publication?.close();
      });
    },
  };
}
