import type { AdjudicationResult, ClaimBatchedFact } from './fact.ts';
import { foldAdjudication } from './fold-adjudication.ts';
import { awaitingOf } from './fold-awaiting.ts';
import { acknowledgmentOf, transportOf } from './fold-envelope.ts';
import { foldFrontEnd } from './fold-front-end.ts';
import { type FoldedFact, highest, ofKind } from './folded-fact.ts';
import type { ClaimHeadline, ClaimStatus } from './status.ts';

export type { FoldedFact } from './folded-fact.ts';

type Axes = Pick<ClaimStatus, 'transport' | 'acknowledgment' | 'frontEnd' | 'adjudication'>;

/**
 * The claim's status from all its facts. Any order and any duplicates give the same status: each axis is decided by
 * ranks, dates and places in files, never by arrival. Envelope answers and 277CAs count for the latest attempt only;
 * an 835 counts whichever attempt it answers, and outranks every acknowledgment.
 */
export function foldClaim(facts: readonly FoldedFact[]): ClaimStatus {
  const attempt = latestAttempt(facts);
  const { frontEnd, payerClaimControlNumber: acknowledgedNumber } = foldFrontEnd(facts, attempt);
  const { adjudication, payerClaimControlNumber: paidNumber } = foldAdjudication(facts);
  const axes: Axes = {
    transport: transportOf(facts, attempt),
    acknowledgment: acknowledgmentOf(facts, attempt),
    frontEnd,
    adjudication,
  };
  const payerNumber = paidNumber ?? acknowledgedNumber;
  const awaiting = awaitingOf(facts, attempt, axes);
  return {
    headline: headlineOf(axes),
    ...axes,
    ...(awaiting === undefined ? {} : { awaiting }),
    ...(payerNumber === undefined ? {} : { payerClaimControlNumber: payerNumber }),
    ...(attempt === undefined ? {} : { patientControlNumber: attempt.patientControlNumber }),
  };
}

function latestAttempt(facts: readonly FoldedFact[]): ClaimBatchedFact | undefined {
  return highest(
    ofKind(facts, 'claim.batched').map((fact) => fact.body),
    (body) =>
      [
        String(body.attempt).padStart(9, '0'),
        body.patientControlNumber,
        body.interchangeId,
        body.setControlNumber,
      ].join('|'),
  );
}

const ADJUDICATED_HEADLINE: Readonly<Record<AdjudicationResult, ClaimHeadline>> = {
  'paid-full': 'paid',
  'paid-partial': 'partly-paid',
  'patient-responsibility': 'patient-responsibility',
  'contractual-zero': 'contractual-zero',
  denied: 'denied',
  reversed: 'reversed',
  'forwarded-not-ours': 'forwarded',
  predetermination: 'accepted-by-payer',
};

function headlineOf(axes: Axes): ClaimHeadline {
  if (axes.adjudication !== 'none') return ADJUDICATED_HEADLINE[axes.adjudication];
  if (axes.frontEnd === 'rejected' || axes.acknowledgment === 'rejected') return 'rejected';
  if (axes.transport === 'held-back') return 'rejected';
  if (axes.frontEnd !== 'none') return axes.frontEnd;
  if (axes.acknowledgment !== 'none') return 'acknowledged';
  return axes.transport === 'none' ? 'ready' : axes.transport;
}
