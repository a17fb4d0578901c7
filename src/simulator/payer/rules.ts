import { cents } from '../../base/money.ts';
import type { Benefit, Denial, Rejection, RuleTable } from './rule.ts';

const KEEP = { kind: 'keep' } as const;

const PAID: Benefit = { kind: 'pay', allowedPercent: 80 };
const DEDUCTIBLE: Benefit = { kind: 'pay', allowedPercent: 75, deductibleCents: cents(5000) };
/** No visit costs as much as this deductible, so the patient owes all that is allowed. */
const ALL_DEDUCTIBLE: Benefit = { kind: 'pay', allowedPercent: 75, deductibleCents: cents(100_000_000) };
const COINSURANCE: Benefit = { kind: 'pay', allowedPercent: 80, coinsurancePercent: 20 };
const COPAY: Benefit = { kind: 'pay', allowedPercent: 90, copayCents: cents(2000) };

const NOT_NECESSARY: Denial = { kind: 'deny', groupCode: 'CO', reasonCode: '50', remarkCodes: ['N115'] };
const DATA_MISSING: Denial = { kind: 'deny', groupCode: 'CO', reasonCode: '16', remarkCodes: ['M51'] };
const FILED_LATE: Denial = { kind: 'deny', groupCode: 'CO', reasonCode: '29', remarkCodes: [] };
const NOT_COVERED: Denial = { kind: 'deny', groupCode: 'PR', reasonCode: '96', remarkCodes: ['N130'] };

const MEMBER_ID_INVALID: Rejection = {
  kind: 'reject',
  by: 'clearinghouse',
  category: 'A7',
  status: '164',
  entity: 'IL',
};
const SUBSCRIBER_UNKNOWN: Rejection = {
  kind: 'reject',
  by: 'payer',
  category: 'A3',
  status: '33',
  entity: 'IL',
};
/** This payer keeps no earlier claims to replace or void. */
const FREQUENCY_REFUSED: Rejection = { kind: 'reject', by: 'payer', category: 'A7', status: '535' };

/**
 * The rules of the simulated world. `docs/simulator.md` names every trigger; percentages and weights are invented.
 * Member ids beginning with SIM force an outcome; GY, GZ and GA are Medicare's own modifiers for lines that the
 * provider expects to be denied.
 */
export const USUAL_RULES: RuleTable = {
  claims: [
    {
      name: 'member id refused',
      when: { memberIdPrefix: 'SIMREJ' },
      weight: 'always',
      outcome: MEMBER_ID_INVALID,
    },
    {
      name: 'subscriber unknown',
      when: { memberIdPrefix: 'SIMUNK' },
      weight: 'always',
      outcome: SUBSCRIBER_UNKNOWN,
    },
    {
      name: 'frequency refused',
      when: { frequencies: ['7', '8'] },
      weight: 'always',
      outcome: FREQUENCY_REFUSED,
    },
    { name: 'filed late', when: { memberIdPrefix: 'SIMLATE' }, weight: 'always', outcome: FILED_LATE },
    { name: 'denied', when: { memberIdPrefix: 'SIMDEN' }, weight: 'always', outcome: NOT_NECESSARY },
    { name: 'paid', when: { memberIdPrefix: 'SIMPAID' }, weight: 'always', outcome: PAID },
    { name: 'deductible', when: { memberIdPrefix: 'SIMDED' }, weight: 'always', outcome: DEDUCTIBLE },
    { name: 'all deductible', when: { memberIdPrefix: 'SIMALL' }, weight: 'always', outcome: ALL_DEDUCTIBLE },
    { name: 'coinsurance', when: { memberIdPrefix: 'SIMCOI' }, weight: 'always', outcome: COINSURANCE },
    { name: 'copay', when: { memberIdPrefix: 'SIMCOP' }, weight: 'always', outcome: COPAY },

    { name: 'paid', when: {}, weight: 28, outcome: PAID },
    { name: 'deductible', when: {}, weight: 14, outcome: DEDUCTIBLE },
    { name: 'all deductible', when: {}, weight: 6, outcome: ALL_DEDUCTIBLE },
    { name: 'coinsurance', when: {}, weight: 16, outcome: COINSURANCE },
    { name: 'copay', when: {}, weight: 16, outcome: COPAY },
    { name: 'denied', when: {}, weight: 5, outcome: NOT_NECESSARY },
    { name: 'data missing', when: {}, weight: 4, outcome: DATA_MISSING },
    { name: 'filed late', when: {}, weight: 3, outcome: FILED_LATE },
    { name: 'member id refused', when: {}, weight: 4, outcome: MEMBER_ID_INVALID },
    { name: 'subscriber unknown', when: {}, weight: 4, outcome: SUBSCRIBER_UNKNOWN },
  ],
  lines: [
    { name: 'excluded by law', when: { modifier: 'GY' }, weight: 'always', outcome: NOT_COVERED },
    { name: 'not necessary', when: { modifier: 'GZ' }, weight: 'always', outcome: NOT_NECESSARY },
    {
      name: 'patient was told',
      when: { modifier: 'GA' },
      weight: 'always',
      outcome: { ...NOT_NECESSARY, groupCode: 'PR' },
    },

    { name: 'kept', when: {}, weight: 88, outcome: KEEP },
    { name: 'not covered', when: {}, weight: 7, outcome: NOT_COVERED },
    { name: 'data missing', when: {}, weight: 5, outcome: DATA_MISSING },
  ],
  providerAdjustments: [
    {
      name: 'withhold',
      when: { payers: ['CGPAY2'] },
      weight: 'always',
      outcome: { kind: 'provider-adjustment', reasonCode: 'E3', paidPermille: 20 },
    },
    { name: 'none', when: {}, weight: 80, outcome: KEEP },
    {
      name: 'interest',
      when: {},
      weight: 20,
      outcome: { kind: 'provider-adjustment', reasonCode: 'L6', paidPermille: -10 },
    },
  ],
};
