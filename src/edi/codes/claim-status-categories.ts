import { readCodeWords } from './code-words.ts';

/** Claim status category codes (STC01-1, code source 507) in our own short words. */
const CATEGORIES = readCodeWords(`
X0 more about another status
A0 forwarded to another entity
A1 received, not yet accepted
A2 accepted into adjudication
A3 returned as unprocessable
A4 claim not found
A5 claim split
A6 rejected: information missing
A7 rejected: information invalid
A8 rejected: fields contradict each other
DR01 reported data received, not yet accepted
DR02 reported data accepted
DR03 reported data returned as unprocessable
DR04 reported data not found
DR05 reported data rejected: information missing
DR06 reported data rejected: information invalid
DR07 reported data rejected: fields contradict each other
DR08 reported data accepted, with warnings
P0 pending
P1 pending: in process
P2 pending: payer review
P3 pending: provider asked for information
P4 pending: patient asked for information
P5 pending: administrative hold
F0 finalized
F1 finalized: paid
F2 finalized: denied
F3 finalized: revised
F3F finalized: forwarded
F3N finalized: not forwarded
F4 finalized: complete, no payment coming
F5 finalized: cannot be processed
R0 more information wanted
R1 more information wanted about an entity
R3 more information wanted about the claim
R4 documents wanted
R5 more specific information wanted
R6 information wanted for regulators
R7 information wanted: does the care fit the plan's coverage?
R8 information wanted: does the care fit an exception to coverage?
R9 information wanted: was it medically necessary?
R10 information wanted for a grievance or appeal
R11 information wanted for review before payment
R12 information wanted: why this procedure code?
R13 documents sent cannot be read
R14 documents sent are not those wanted
R15 information wanted: is it a work injury?
R16 information wanted about eligibility
R17 takes the place of an earlier request
RQ questions to be answered yes or no
E0 error in the request
E1 system not answering
E2 information holder not answering
E3 fields of the request contradict each other
E4 rule of the trading partner broken
D0 data not found
`);

/** What a claim status category means; undefined when it is not known here. */
export function claimStatusCategoryWords(code: string): string | undefined {
  return CATEGORIES.get(code);
}
