import type { ClaimAdjustment } from './claim-adjustment.ts';

/** What an adjustment means for the money: where it goes in the ledger, and who must look at it. */
export type AdjustmentMeaning =
  | 'contractual'
  | 'deductible'
  | 'coinsurance'
  | 'copay'
  | 'patient-other'
  /** The payer refused; the amount stays open. */
  | 'denial'
  /** The payer has had this service before; no money of its own. */
  | 'duplicate'
  /** What prior payers did, repeated by a later one; no money of its own. */
  | 'informational'
  /** A person decides. */
  | 'review';

/** Under CO these are the agreed price: fee schedule, capitation, negotiated discount, incentive, legislated cut, sequestration. */
const CONTRACTUAL = new Set(['24', '45', '131', '144', '237', '253']);

/** Exact duplicate of a claim or service. */
const DUPLICATE = '18';

/** The impact of prior payers' decisions. */
const PRIOR_PAYERS = '23';

/**
 * Reasons by which a payer refuses to pay: data missing or wrong, eligibility, other payer, authorization, coding,
 * bundling, necessity, benefit limits, timely filing, documents, enrolment.
 */
const DENIAL = new Set(
  (
    '4 5 6 7 8 9 10 11 12 13 14 15 16 19 20 21 22 26 27 29 31 32 33 34 35 39 40 49 50 51 54 55 56 58 59 60 96 97 ' +
    '107 109 110 111 112 114 115 116 119 125 128 129 140 146 147 149 150 151 152 155 163 165 166 167 170 171 172 ' +
    '173 174 175 176 177 178 179 180 181 182 183 184 185 186 188 189 190 192 193 197 198 199 200 202 204 206 207 ' +
    '208 210 211 212 213 216 220 222 226 227 228 231 233 234 236 239 242 243 250 251 252 256 258 261 267 268 269 ' +
    '270 272 273 275 276 277 278 279 280 282 283 286 287 288 296 297 B1 B7 B8 B9 B11 B12 B13 B14 B15 B16 B20 B23'
  ).split(' '),
);

/**
 * Classifies one adjustment by group and reason code (CAS of 005010X221A1). Only what is plainly contractual is written
 * off; a denial under CO or PI stays open; PI is never the same as CO. A code that is not known here goes to review and
 * never stops a remittance.
 */
export function adjustmentMeaning(
  adjustment: Pick<ClaimAdjustment, 'groupCode' | 'reasonCode'>,
): AdjustmentMeaning {
  const { groupCode, reasonCode } = adjustment;
  switch (groupCode) {
    case 'PR':
      return patientMeaning(reasonCode);
    case 'CO':
      if (CONTRACTUAL.has(reasonCode)) return 'contractual';
      return denialMeaning(reasonCode);
    case 'PI':
      return denialMeaning(reasonCode);
    case 'OA':
      if (reasonCode === PRIOR_PAYERS) return 'informational';
      return reasonCode === DUPLICATE ? 'duplicate' : 'review';
    default:
      // CR is gone from the 5010 remittance (interpretation 1147); payers still send it.
      return 'review';
  }
}

function denialMeaning(reasonCode: string): AdjustmentMeaning {
  if (reasonCode === DUPLICATE) return 'duplicate';
  return DENIAL.has(reasonCode) ? 'denial' : 'review';
}

function patientMeaning(reasonCode: string): AdjustmentMeaning {
  switch (reasonCode) {
    case '1':
      return 'deductible';
    case '2':
      return 'coinsurance';
    case '3':
      return 'copay';
    default:
      return 'patient-other';
  }
}
