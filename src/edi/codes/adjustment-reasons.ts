import { readCodeWords } from './code-words.ts';

/** Claim adjustment group codes (CAS01) in our own words. */
const GROUPS: ReadonlyMap<string, string> = new Map([
  ['CO', 'contract: the patient does not owe it'],
  ['PR', 'the patient owes it'],
  ['OA', 'neither contract nor patient'],
  ['PI', 'the payer decided it without a contract'],
  ['CR', 'correction or reversal (gone from version 5010)'],
]);

/**
 * Claim adjustment reason codes (CARC) in our own short words; the list is X12's, these are not its texts. Retired codes
 * have words where reversals and old remittances still bring them.
 */
const REASONS = readCodeWords(`
1 deductible
2 coinsurance
3 copay
4 modifier missing or not right for the procedure
5 procedure or type of bill does not fit the place of service
6 procedure or revenue code does not fit the patient's age
7 procedure or revenue code does not fit the patient's gender
8 procedure does not fit the provider's specialty
9 diagnosis does not fit the patient's age
10 diagnosis does not fit the patient's gender
11 diagnosis does not fit the procedure
12 diagnosis does not fit the provider's specialty
13 patient had died before the date of service
14 patient was not yet born on the date of service
15 authorization number missing, wrong or for something else (retired)
16 something is missing or wrong; the remark code says what
17 information that was asked for did not come or was not enough (retired)
18 exact duplicate
19 work injury: the compensation carrier pays
20 the liability carrier pays
21 the no-fault carrier pays
22 another payer comes first
23 what prior payers paid or adjusted
24 covered by a capitation agreement
25 stop-loss deductible not reached (retired)
26 service before coverage began
27 service after coverage ended
28 no coverage at the time of service (retired)
29 filed too late
30 eligibility, waiting, spend-down or residency rules not met (retired)
31 patient not found as insured here
32 dependent not eligible
33 subscriber has no dependent coverage
34 subscriber has no coverage for newborns
35 lifetime maximum reached
38 not given or approved by the network or primary care provider (retired)
39 authorization was asked for and refused
40 was not an emergency
42 above the fee schedule (retired)
44 discount for prompt payment
45 above the contracted or allowed fee
46 service not covered (retired)
47 diagnosis not covered, missing or invalid (retired)
49 routine or screening service, not covered
50 not held to be medically necessary
51 pre-existing condition, not covered
52 provider may not refer, order or do this (retired)
53 done by a relative or a member of the household, not covered
54 several physicians or assistants, not covered here
55 held to be experimental
56 not proven to be effective
57 documents do not support level, number, length, dose or supply (retired)
58 wrong place of service for this treatment
59 priced under the rules for several procedures
60 outpatient service too close to an inpatient stay
61 no second surgical opinion was obtained
62 authorization missing or exceeded (retired)
63 correction of an earlier claim (retired)
66 deductible for blood
69 day outlier
70 cost outlier
71 what the primary payer paid (retired)
74 indirect medical education
75 direct medical education
76 disproportionate share
78 days not covered, or room charge
85 interest that the patient owes
87 transfer (retired)
88 collected for an earlier overpayment (retired)
89 professional fees taken out of the charge
90 ingredient cost
91 dispensing fee
94 more paid than charged
95 plan procedures not followed
96 not covered; the remark code says why
97 included in the payment for another service
100 paid to the patient or insured
101 predetermination: expected payment
102 major medical adjustment
103 discount that the provider offers
104 managed care withhold
105 tax withheld
106 the payment choice of the patient is not in effect
107 the service it belongs to was not on the claim
108 rules for rental or purchase not met
109 another payer is responsible
110 billed before the service
111 not covered unless assignment is accepted
112 not furnished directly to the patient, or not documented
114 not approved by the FDA
115 procedure postponed or cancelled
116 advance notice to the patient was not right
117 transport is covered only to the nearest facility that can help
118 withheld for the ESRD network
119 benefit maximum for this time reached
121 indemnification adjustment
122 psychiatric reduction
125 submission or billing error (retired)
128 newborn is paid within the mother's claim
129 information about the prior processing is wrong
130 claim submission fee
131 negotiated discount
132 demonstration project arrangement
133 line waits for review; a correction will follow
134 technical fees taken out of the charge
135 interim bill cannot be processed
136 rules of the prior payer not followed
137 surcharge, assessment or health tax set by regulation
138 appeal procedures or limits not met (retired)
139 subscriber is employed by the provider, who funds the care
140 health identification number and name do not match
141 claim spans time with and without coverage (retired)
142 monthly Medicaid share of the patient
143 part of the payment comes later
144 incentive adjustment
146 diagnosis not valid on the date of service
147 contracted rate expired or not on file
148 information of another provider missing or not enough
149 lifetime maximum for this service reached
150 documents do not support this level of service
151 documents do not support so many services
152 documents do not support this length of service
153 documents do not support this dosage
154 documents do not support a supply for so many days
155 patient refused the service
157 result of an act of war
158 done outside of the United States
159 result of terrorism
160 injury from an activity that the plan excludes
161 performance bonus for the provider
162 state-mandated requirement of property and casualty (retired)
163 attachment named on the claim was not received
164 attachment named on the claim came too late
165 referral missing or exceeded (retired)
166 sent after this payer's time for the plan had ended
167 diagnosis not covered
168 considered under the medical plan, which does not cover it (retired)
169 another benefit was given instead
170 not paid to this type of provider
171 not paid to this type of provider at this type of facility
172 not paid to a provider of this specialty
173 not prescribed by a physician
174 not prescribed before it was delivered
175 prescription is incomplete
176 prescription is out of date
177 patient does not meet the eligibility rules
178 spend-down not reached
179 waiting time not over
180 residency rules not met
181 procedure code not valid on the date of service
182 modifier not valid on the date of service
183 referring provider may not refer this service
184 prescribing or ordering provider may not order this
185 rendering provider may not do this service
186 level of care adjusted
187 paid by a consumer spending account
188 covered only as the FDA recommends its use
189 unlisted code where a specific one exists
190 included in what a skilled nursing stay is paid
191 not a work injury (retired)
192 reason of a paper remittance that has no code of its own
193 first decision upheld after review
194 anesthesia by the operating, assisting or attending physician
195 refund went to a payer that was not first
196 prior payer's coverage rules (retired)
197 authorization or notification missing
198 authorization exceeded
199 revenue code and procedure do not match
200 coverage lapsed
201 patient owes it under a set-aside or other agreement
202 personal comfort or convenience, not covered
203 service stopped or reduced
204 not covered by the patient's plan
205 fee for a pharmacy discount card
206 NPI missing
207 NPI has no valid form
208 NPI not matched
209 may not be collected from the patient; the next payer may be billed
210 authorization obtained too late
211 drug code without rebate, not covered
212 administrative surcharge, not covered
213 self-referral rules broken
215 settlement by a third party
216 decided by a review organization
219 extent of the injury
222 more than the contracted number of hours, days or units
223 adjusted under a law or regulation
224 identity of the patient must be verified after a theft
225 penalty or interest between plans
226 information asked from the provider was not given or not enough
227 information asked from the patient was not given or not enough
228 a prior payer did not get what it had asked for
229 part that Medicare did not consider for the type of bill
231 cannot be done on the same day as another procedure
232 transfer between institutions
233 condition acquired in hospital, or avoidable error
234 not paid separately
235 sales tax
236 not compatible with another procedure of that day
237 penalty set by law or regulation
238 reduced for the days without coverage
239 claim spans days with and without coverage; bill them apart
240 diagnosis does not fit the birth weight
241 low-income subsidy copay
242 provider is not in the network
243 not authorized by the network or primary care provider
245 performance program withhold
246 code is only reported, never paid
247 deductible for a professional service on an institutional claim
248 coinsurance for a professional service on an institutional claim
249 readmission
250 attachment received is not the one wanted
251 attachment received is not complete
252 attachment needed to decide
253 sequestration
254 not a dental benefit; send it to the medical plan
256 not paid under the managed care contract
257 premium grace period of an exchange plan; a correction will follow
258 patient in custody
259 added payment for dental or vision use
260 Medicaid enhanced fee schedule
261 does not fit the patient's history
262 delivery cost of a drug
263 shipping cost of a drug
264 postage of a drug
265 administrative cost of a drug
266 compounding cost of a drug
267 claim spans several months
268 claim spans two years; bill each year apart
269 anesthesia not covered for this procedure
270 not a medical benefit; send it to the dental plan
271 reduction of an earlier payment of the same schedule
272 coverage guidelines not met
273 coverage guidelines exceeded
274 not paid under the care coordination arrangement
275 patient's share at the prior payer, not covered
276 services denied by the prior payer are not covered here
277 premium grace period of a small-business plan; a correction will follow
278 performance requirements not met
279 provider is outside the member's own network
280 not a medical benefit; send it to the pharmacy plan
281 deductible waived by contract
282 procedure or revenue code does not fit the type of bill
283 attending provider may not direct this care
284 authorization is for other services
285 appeal procedures not followed
286 appeal came too late
287 referral exceeded
288 referral missing
289 neither the dental nor the medical plan covers it
290 passed from the dental to the medical plan
291 passed from the medical to the dental plan
292 passed from the medical to the pharmacy plan
293 paid to the employer
294 paid to the attorney
295 pharmacy remuneration
296 authorization is for another provider
297 not a medical benefit; send it to the vision plan
298 passed from the medical to the vision plan
299 billing provider may not be paid for this
300 passed from the medical to the behavioral health plan
301 not a medical benefit; send it to the behavioral health plan
302 authorization had run out
303 patient's share at the prior payer, not covered for a QMB
304 not a medical benefit; send it to the hearing plan
305 passed from the medical to the hearing plan
306 type of bill does not fit the patient status
A0 refund to the patient
A1 denied; the remark code says why
A5 Medicare capital cost outlier
A6 prior hospital stay or transfer within 30 days missing
A8 no DRG can be assigned
B1 visits not covered
B4 penalty for late filing
B7 provider not certified for this service on that day
B8 another service should have been used
B9 patient is in a hospice
B10 a part of the procedure was paid already
B11 passed on to the proper payer
B12 not in the medical record
B13 paid before
B14 only one visit a day to a physician is covered
B15 needs another service that was not found
B16 new patient rules not met
B20 partly or wholly done by another provider
B22 adjusted for the diagnosis
B23 outside of the laboratory's CLIA certificate
P1 state rule of property and casualty; the remark code says which
P2 not a work injury
P3 compensation case settled; the patient owes it under a set-aside
P4 compensation claim refused
P5 above the usual fee; no schedule set by law
P6 no entitlement to benefits
P7 code is not in the fee schedule; bill with one that is
P8 under investigation
P9 no code describes this service
P10 nothing paid while in litigation
P11 the injury claim waits for litigation
P12 compensation fee schedule of the state
P13 compensation rules of the state
P14 included in another service of the same day
P15 compensation treatment guideline
P16 provider may not treat injured workers in this state
P17 referral not authorized by the attending physician
P18 not in the state's fee schedule; priced like a similar service
P19 worth nothing in the state's fee schedule
P20 not paid under the outpatient facility fee schedule
P21 refused under auto medical or injury protection rules
P22 adjusted under auto medical or injury protection rules
P23 auto medical or injury protection fee schedule
P24 preferred provider discount
P25 medical provider network discount
P26 voluntary provider network discount
P27 refused under auto liability rules
P28 adjusted under auto liability rules
P29 auto liability fee schedule
P30 worsening not documented
P31 worsening treated longer than allowed
P32 shared with other causes or payers
W1 compensation fee schedule of the state (retired)
`);

/** What a group code means; undefined when it is not known here. */
export function adjustmentGroupWords(code: string): string | undefined {
  return GROUPS.get(code);
}

/** What a claim adjustment reason code means; undefined when it is not known here. */
export function adjustmentReasonWords(code: string): string | undefined {
  return REASONS.get(code);
}
