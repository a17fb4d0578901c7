import { printCents } from '../base/money.ts';
import type {
  AcknowledgmentOutcome,
  AdjudicatedFact,
  AdjudicationResult,
  FactBody,
  FrontEndStatusFact,
  InterchangeDeliveredFact,
  SetAcknowledgedFact,
  SetError,
} from '../domain/claim/fact.ts';
import { claimStatusCategoryWords } from '../edi/codes/claim-status-categories.ts';
import { claimStatusWords } from '../edi/codes/claim-statuses.ts';

/** A fact as a biller says it: one sentence, and what stands behind it line by line. */
export interface FactWords {
  readonly sentence: string;
  readonly details: readonly string[];
}

const OUTCOME: Readonly<Record<AcknowledgmentOutcome, string>> = {
  accepted: 'accepted',
  'accepted-with-errors': 'accepted with errors',
  'partially-accepted': 'accepted in part',
  rejected: 'rejected',
};

const RESULT: Readonly<Record<AdjudicationResult, string>> = {
  'paid-full': 'paid in full',
  'paid-partial': 'paid in part',
  'patient-responsibility': 'nothing paid: the patient owes it',
  'contractual-zero': 'nothing paid: all of it is contractual',
  denied: 'denied',
  reversed: 'an earlier decision is taken back',
  'forwarded-not-ours': 'not its claim; forwarded to another payer',
  predetermination: 'an estimate, no payment',
};

const DELIVERY_BASIS: Readonly<Record<InterchangeDeliveredFact['basis'], string>> = {
  observed: 'it was given its final name there',
  witness: 'only its rename can have taken the temporary object away',
  acknowledged: 'it answered for it',
  confirmed: 'it said so when it was asked',
};

/** Errors of a 999 that are told one by one; the rest are counted. */
const ERRORS_MAX = 20;

/** Says what a fact means, with the codes' own words where they are known here. */
export function factWords(body: FactBody): FactWords {
  switch (body.kind) {
    case 'claim.accepted':
      return plain('The gateway accepted the claim.');
    case 'claim.held-back':
      return {
        sentence: 'The claim cannot be written as X12 and was held back; correct it and submit it anew.',
        details: [`${body.code} at ${body.pointer}`],
      };
    case 'claim.batched':
      return {
        sentence: `The claim was put into an interchange, as patient control number ${body.patientControlNumber}.`,
        details: [`attempt ${body.attempt}, transaction set ${body.setControlNumber}`],
      };
    case 'interchange.delivered':
      return plain(`The trading partner has the file: ${DELIVERY_BASIS[body.basis]}.`);
    case 'interchange.acknowledged':
      return {
        sentence: `A TA1 says that the partner ${OUTCOME[body.outcome]} the interchange.`,
        details: body.noteCode === '000' || body.noteCode === '' ? [] : [`note code ${body.noteCode}`],
      };
    case 'set.acknowledged':
      return setAcknowledgedWords(body);
    case 'claim.front-end-status':
      return frontEndWords(body);
    case 'claim.adjudicated':
      return adjudicatedWords(body);
    case 'claim.adjudication-withdrawn':
      return plain('That decision stands in the claim’s books no longer.');
    default:
      return body satisfies never;
  }
}

function plain(sentence: string): FactWords {
  return { sentence, details: [] };
}

function setAcknowledgedWords(body: SetAcknowledgedFact): FactWords {
  const subject = body.setControlNumber === undefined ? 'the functional group' : 'the transaction set';
  const details = body.errors.slice(0, ERRORS_MAX).map(setErrorWords);
  const left = body.errors.length - details.length;
  if (left > 0) details.push(`and ${left} more`);
  return { sentence: `A 999 says that the partner ${OUTCOME[body.outcome]} ${subject}.`, details };
}

function setErrorWords(error: SetError): string {
  const element =
    error.element === undefined
      ? ''
      : `, element ${error.element}${error.component === undefined ? '' : `-${error.component}`}`;
  const codes =
    error.elementCode === undefined ? error.segmentCode : `${error.segmentCode}/${error.elementCode}`;
  return `segment ${error.segmentOrdinal} (${error.segment})${element}: error code ${codes}`;
}

function frontEndWords(body: FrontEndStatusFact): FactWords {
  const who = body.from === 'payer' ? 'payer' : 'clearinghouse';
  const details = body.statuses.map(({ category, status, entity }) => {
    const words = [
      withWords(category, claimStatusCategoryWords(category)),
      withWords(status, claimStatusWords(status)),
    ];
    if (entity !== undefined && entity !== '') words.push(`entity ${entity}`);
    return words.join('; ');
  });
  if (body.payerClaimControlNumber !== undefined) {
    details.push(`the payer's number for the claim is ${body.payerClaimControlNumber}`);
  }
  return { sentence: `The ${who}'s 277CA says that the claim is ${body.outcome}.`, details };
}

function adjudicatedWords(body: AdjudicatedFact): FactWords {
  const details = [
    `charge ${printCents(body.chargeCents)}, paid ${printCents(body.paidCents)}, ` +
      `patient's share ${printCents(body.patientResponsibilityCents)}`,
    `claim status code ${body.statusCode}`,
  ];
  if (body.paymentDate !== undefined) details.push(`payment date ${body.paymentDate}`);
  return { sentence: `The payer decided the claim: ${RESULT[body.result]}.`, details };
}

function withWords(code: string, words: string | undefined): string {
  return words === undefined ? code : `${code} ${words}`;
}
