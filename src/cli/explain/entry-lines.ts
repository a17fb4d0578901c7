import type { ExplainedEntry } from '../../flows/explain/explain-entry.ts';
import { printable } from '../output.ts';
import { matchLines } from './match-words.ts';
import { postingLines, rulesOf } from './posting-lines.ts';
import { decisionWords, moment, openItemWords, shortHash } from './words.ts';

/** A journal entry for a person: what each posting is made of, which bytes say so, and by which rule. */
export function entryLines(story: ExplainedEntry): string[] {
  const { entry } = story;
  return [
    `journal entry ${entry.id}`,
    `${entry.kind} of ${entry.effectiveDate}, posted ${moment(entry.postedAt)}` +
      (entry.claimId === undefined ? '' : `, claim ${entry.claimId}`),
    ...causeLines(story),
    '',
    'What it posts',
    ...postingLines(story).map((line) => `  ${line}`),
    '',
    'By these rules',
    ...rulesOf([story]).map((rule) => `  ${rule}`),
  ].map(printable);
}

function causeLines(story: ExplainedEntry): string[] {
  const { publication, match, openItem } = story;
  return [
    ...originLines(story),
    ...(publication === undefined ? [] : [decisionWords(publication)]),
    ...(match === undefined ? [] : matchLines(match)),
    ...(openItem === undefined ? [] : [openItemWords(openItem)]),
  ];
}

function originLines({ remittance, submittedIn }: ExplainedEntry): string[] {
  if (submittedIn !== undefined) return [`by the claim as submitted in file ${shortHash(submittedIn)}`];
  if (remittance === undefined) return [];
  const { payerName, traceNumber, fileSha256, setControlNumber, proofSha256 } = remittance;
  return [
    `by remittance ${remittance.id.slice(0, 16)}…, trace ${traceNumber}, from ${payerName}`,
    `read in file ${shortHash(fileSha256)}, set ${setControlNumber}` +
      (proofSha256 === undefined ? '; no proof was kept' : `; proof ${shortHash(proofSha256)}`),
  ];
}
