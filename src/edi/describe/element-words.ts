import { PLACES_OF_SERVICE } from '../../base/places.ts';
import { adjustmentGroupWords, adjustmentReasonWords } from '../codes/adjustment-reasons.ts';
import { claimStatusCategoryWords } from '../codes/claim-status-categories.ts';
import { claimStatusWords } from '../codes/claim-statuses.ts';
import type { CodeSetId } from '../codes/code-set-ids.ts';
import { codeSetOfSource, codeSetsOfQualifier } from '../codes/code-set-of-element.ts';
import { readCodeWords } from '../codes/code-words.ts';
import { remarkCodeWords } from '../codes/remark-codes.ts';
import type { ElementRule } from '../guide/guide.ts';

const BY_SET: Partial<Record<CodeSetId, (code: string) => string | undefined>> = {
  'claim-adjustment-reason': adjustmentReasonWords,
  'remittance-advice-remark': remarkCodeWords,
  'claim-status-category': claimStatusCategoryWords,
  'claim-status': claimStatusWords,
  'place-of-service': (code) => PLACES_OF_SERVICE.get(code),
};

/** What stands beside an element: the composite that it is a component of, and the elements around it. */
export interface ElementSurroundings {
  /** 'C043'; '' for a simple element. */
  readonly composite: string;
  /** The element before it that is one of the same segment or composite, with its text. */
  readonly before?: { readonly rule: ElementRule; readonly text: string };
  /** The one behind it. */
  readonly behind?: { readonly rule: ElementRule; readonly text: string };
}

/**
 * What a code means, in our own words; undefined for what is no code, or one without words here. Most codes of health
 * care do not say themselves which list they are of: the guide's source, the composite or the qualifier beside them does.
 */
export function elementWords(
  rule: ElementRule,
  text: string,
  around: ElementSurroundings,
): string | undefined {
  if (text === '') return undefined;
  for (const set of codeSetsOf(rule, around)) {
    const words = BY_SET[set]?.(text);
    if (words !== undefined) return words;
  }
  if (rule.dataElement === '1033') return adjustmentGroupWords(text);
  return wordsByElement().get(rule.dataElement)?.get(text);
}

function codeSetsOf(
  rule: ElementRule,
  { composite, before, behind }: ElementSurroundings,
): readonly CodeSetId[] {
  const ofSource =
    rule.codeSource === undefined ? undefined : codeSetOfSource(rule.codeSource, rule.dataElement);
  if (ofSource !== undefined) return [ofSource];
  if (composite === 'C023' && behind !== undefined)
    return codeSetsOfQualifier(behind.rule.dataElement, behind.text);
  return before === undefined ? [] : codeSetsOfQualifier(before.rule.dataElement, before.text);
}

/** By the number of the data element. What the segment's own name tells (most of REF01, DTP01, NM101) is left out. */
const WORDS: Readonly<Record<string, string>> = {
  '66': `
24 employer identification number
34 social security number
46 electronic transmitter number
FI federal taxpayer number
II standard health identifier
MI member number
NI national association number
PI payer number
SV service provider number
XV CMS plan number
XX NPI`,
  '235': `
AD dental procedure
HC HCPCS or CPT procedure
HP HIPPS rate
N4 national drug code
NU revenue code
ER jurisdiction's procedure
IV home infusion procedure
WK advanced billing concept`,
  '305': `
C payment with remittance
D payment, remittance apart
H notice only, no payment
I remittance information only
P prenotification
U payment, remittance divided
X handling of the payment told apart`,
  '353': `
00 original
08 status
13 request
11 response
18 sent again`,
  '355': `
DA days
F2 international units
GR grams
MJ minutes
ML millilitres
UN units`,
  '365': `
EM email
EX extension
FX fax
TE telephone
UR web address`,
  '478': `
C credit
D debit`,
  '591': `
ACH bank transfer
BOP payer's choice
CHK cheque
FWT wire transfer
NON no payment`,
  '640': `
31 subrogation demand
CH claims
RP encounters
TH receipt`,
  '715': `
A accepted
E accepted, errors noted
P accepted in part
R rejected`,
  '717': `
A accepted
E accepted, errors noted
R rejected`,
  '735': `
19 provider of service
20 information source
21 information receiver
22 subscriber
23 dependent
PT patient`,
  '736': `
0 none below it
1 more levels below it`,
  '1029': `
1 processed as primary
2 processed as secondary
3 processed as tertiary
4 denied
19 processed as primary, sent on
20 processed as secondary, sent on
21 processed as tertiary, sent on
22 reversal of an earlier payment
23 not our claim, sent on
25 predetermination only`,
  '1032': `
12 preferred provider organization
13 point of service
14 exclusive provider organization
15 indemnity
16 Medicare Advantage HMO
AM automobile medical
BL Blue Cross Blue Shield
CH TRICARE
CI commercial
DS disability
HM HMO
LM liability
MA Medicare Part A
MB Medicare Part B
MC Medicaid
OF other federal program
TV Title V
VA Veterans Affairs
WC workers' compensation
ZZ kind not known`,
  '1065': `
1 person
2 organization`,
  '1068': `
F female
M male
U unknown`,
  '1069': `
01 spouse
18 self
19 child
20 employee
21 unknown
39 organ donor
40 cadaver donor
53 life partner
G8 other`,
  '1073': `
N no
U unknown
W not applicable
Y yes`,
  '1138': `
A payer 4
B payer 5
C payer 6
P primary
S secondary
T tertiary
U unknown`,
  '1325': `
1 original
7 replacement
8 void`,
  '1359': `
A assigned
B laboratory services assigned only
C not assigned`,
  '1363': `
I informed consent
Y signed statement`,
};

let byElement: ReadonlyMap<string, ReadonlyMap<string, string>> | undefined;

function wordsByElement(): ReadonlyMap<string, ReadonlyMap<string, string>> {
  byElement ??= new Map(Object.entries(WORDS).map(([element, text]) => [element, readCodeWords(text)]));
  return byElement;
}
