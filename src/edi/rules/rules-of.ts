import type { CodeSets } from '../codes/code-sets.ts';
import { compiledGuideOf } from '../guide/compile-guide.ts';
import type { Guide } from '../guide/guide.ts';
import type { TellProblem } from '../guide/guide-problems.ts';
import type { PlacedSegmentChecker } from '../guide/placed-segment.ts';
import { attachments } from './attachments.ts';
import { billingProvider, providerZipCodes } from './billing-provider.ts';
import { acknowledgedStatuses, acknowledgedTotals } from './claim-acknowledgment.ts';
import { adjustmentLevels, reversals } from './claim-adjustments.ts';
import { claimCharges } from './claim-charges.ts';
import { accident, ambulance, claimFrequency, usualFrequency } from './claim-circumstances.ts';
import { claimNumbers } from './claim-numbers.ts';
import { claimDates, periods } from './dates.ts';
import { dentalServices } from './dental-claim.ts';
import { diagnoses, principalDiagnosis } from './diagnoses.ts';
import { boundedLoops, subscriberNames } from './eligibility-response.ts';
import { externalCodes } from './external-codes.ts';
import { hierarchy } from './hierarchy.ts';
import { attendingProvider, inpatient } from './institutional-claim.ts';
import { otherPayers } from './other-payers.ts';
import { payerResponsibility, responsibilityAndInsuranceType } from './payer-responsibility.ts';
import { names, providerIdentifiers } from './persons.ts';
import { remittanceBalance } from './remittance-balance.ts';
import { headerNumbers, payment, providerAdjustments } from './remittance-payment.ts';
import type { Rule } from './rule.ts';
import { indexRules, RuleDispatcher, type RuleIndex } from './rule-dispatcher.ts';
import { authorizations, serviceLines } from './service-lines.ts';
import { acknowledgedSets } from './set-acknowledgment.ts';
import { subscriberAndPatient } from './subscriber-and-patient.ts';

/** What holds of claims of any kind. Rules that are told of most segments stand first: the first eight are asked first. */
const CLAIMS: readonly Rule[] = [
  subscriberAndPatient,
  names,
  claimDates,
  claimCharges,
  serviceLines,
  otherPayers,
  hierarchy,
  billingProvider,
  claimNumbers,
  attachments,
];

/** Of professional and dental claims. */
const OUTPATIENT_CLAIMS: readonly Rule[] = [
  diagnoses,
  ...CLAIMS,
  responsibilityAndInsuranceType,
  usualFrequency,
  accident,
  authorizations,
];

/** The rules of each guide, by its current id (GS08). */
const RULES: Readonly<Record<string, readonly Rule[]>> = {
  '005010X222A1': [...OUTPATIENT_CLAIMS, providerZipCodes(['2010AA', '2310C', '2420C']), ambulance],
  '005010X223A2': [
    ...CLAIMS,
    payerResponsibility,
    claimFrequency,
    principalDiagnosis,
    providerZipCodes(['2010AA', '2310E']),
    inpatient,
    attendingProvider,
  ],
  '005010X224A2': [...OUTPATIENT_CLAIMS, providerZipCodes(['2010AA', '2310C', '2420D']), dentalServices],
  '005010X221A1': [
    remittanceBalance,
    payment,
    providerAdjustments,
    headerNumbers,
    reversals,
    adjustmentLevels,
  ],
  '005010X214': [hierarchy, acknowledgedStatuses, acknowledgedTotals, periods],
  '005010X231A1': [acknowledgedSets],
  '005010X212': [hierarchy, periods],
  '005010X279A1': [hierarchy, periods],
};

/** Rules of one of the two guides that share an id, by ST01. */
const RULES_OF_SET: Readonly<Record<string, readonly Rule[]>> = {
  '270': [providerIdentifiers],
  '271': [subscriberNames, boundedLoops],
  '276': [providerIdentifiers],
};

const INDEXES = new WeakMap<Guide, RuleIndex>();
const INDEXES_WITH_CODES = new WeakMap<CodeSets, WeakMap<Guide, RuleIndex>>();

/** The rules over a whole set that a guide has, begun for a first set; external codes are looked up where lists are given. */
export function rulesOf(guide: Guide, tell: TellProblem, codeSets?: CodeSets): PlacedSegmentChecker {
  const indexes = codeSets === undefined ? INDEXES : indexesWith(codeSets);
  let index = indexes.get(guide);
  if (index === undefined) {
    index = indexRules(
      [
        ...(codeSets === undefined ? [] : [externalCodes(guide, codeSets)]),
        ...(RULES[guide.ids[0]] ?? []),
        ...(RULES_OF_SET[guide.setIdentifier] ?? []),
      ],
      compiledGuideOf(guide),
    );
    indexes.set(guide, index);
  }
  return new RuleDispatcher(index, guide, tell);
}

function indexesWith(codeSets: CodeSets): WeakMap<Guide, RuleIndex> {
  const known = INDEXES_WITH_CODES.get(codeSets);
  if (known !== undefined) return known;
  const indexes = new WeakMap<Guide, RuleIndex>();
  INDEXES_WITH_CODES.set(codeSets, indexes);
  return indexes;
}
