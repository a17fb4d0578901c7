import { readCodeWords } from './code-words.ts';

/** Provider-level adjustment reason codes (PLB03-1) that are met, in our own short words. */
const REASONS = readCodeWords(`
50 late charge
51 interest penalty
72 refund acknowledged
90 early payment allowance
AM paid to somebody else for the provider
AP acceleration of benefits
B2 rebate
B3 recovery allowance
BD bad debt
BN bonus
C5 temporary allowance
CR capitation interest
CS adjustment
CT capitation
CV capital passed through
CW anaesthetist passed through
DM medical education, direct
E3 withheld
FB balance carried forward
FC money set aside
GO medical education, graduate
HM haemophilia clotting factor
IP incentive
IR withheld for the tax office
IS settled interim
J1 not reimbursable
L3 penalty
L6 interest
LE levy
LS lump sum
OA organ acquisition
OB offset for affiliated providers
PI periodic interim payment
PL final settlement
RA retroactive adjustment
RE return on equity
SL student loan repayment
TL third party liability
WO overpayment recovery
WU recovery of what was not billed
`);

/** What a provider-level adjustment reason code means; undefined when it is not known here. */
export function providerAdjustmentWords(code: string): string | undefined {
  return REASONS.get(code);
}
