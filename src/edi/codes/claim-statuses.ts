import { readCodeWords } from './code-words.ts';

/**
 * Claim status codes (STC01-2, code source 508) in our own short words; the list is X12's, these are not its texts.
 * Most name the data element or document that a category speaks of: A7 with 562 is an invalid NPI.
 */
const STATUSES = readCodeWords(`
0 more detail cannot be given
1 more detail: see the remittance
2 more detail comes by letter
3 decided and waiting for the payment run
6 the subscriber owes a balance
12 procedure codes were combined
15 procedure codes were changed
16 forwarded to the entity
17 forwarded to the entity by a third party
18 the entity took it, but gave an invalid status
19 the entity acknowledges receipt
20 accepted for processing
21 information missing or invalid
23 returned to the entity
24 entity not approved to submit electronically
25 entity not approved
26 entity not found
27 policy cancelled
29 subscriber and policy number or contract do not match
30 subscriber and subscriber id do not match
31 subscriber and policyholder name do not match
32 subscriber and policy number or contract not found
33 subscriber and subscriber id not found
34 subscriber and policyholder name not found
35 claim or encounter not found
37 predetermination is on file; waits for the services
38 waits for the next adjudication run
39 pregnancy charges wait for the delivery
40 waits for final approval
41 needs special handling at the payer
42 waits for related charges
44 waits for an audit of the provider
45 waits for a decision on benefits
46 internal review
47 internal review; a part was paid
49 waits for review of the provider's accreditation
50 waits for verification of the provider
51 a work illness or accident is looked into
52 other coverage is looked into
53 id or group number is looked into
54 duplicate of an earlier claim or line
55 an analyst has it
56 waits for a decision on eligibility
59 information was asked for outside of electronic ways
60 information was asked for electronically
61 eligibility for extended benefits
64 repricing information
65 claim or line has been paid
66 paid by what is usual
72 payment is split
73 paid to the entity, as no assignment of benefits is on file
78 duplicate of a claim or line that waits
81 pre-existing conditions are not covered
83 newborns are not covered
84 service not authorized
85 entity is not primary
86 diagnosis does not fit the patient's gender
88 entity not eligible for benefits on the date of service
89 entity not eligible for dental benefits on the date of service
90 entity not eligible for medical benefits on the date of service
91 entity not eligible or not approved on the date of service
92 entity does not qualify as dependent or student
93 entity is not the primary care provider
94 entity not referred by the primary care provider
95 information that was asked for did not come
96 no agreement with the entity
97 patient eligibility not found with the entity
98 went to the deductible
99 review before treatment
100 penalty for a missing certification
101 processed as a correction of an earlier claim
102 newborn processed on the mother's claim
103 combined with other claims
104 processed according to the plan
105 covered by capitation
106 the entity does not owe this
107 processed according to the contract
109 entity not eligible
110 needs pricing information
111 policyholder does not want it sent electronically
114 another entity should process it
116 sent to the wrong payer
117 signature-on-file indicator needed
121 more lines than the payer takes
122 data missing or invalid keeps the claim from being processed
123 more information wanted from the entity
124 entity's name, address, phone and id
125 entity's name
126 entity's address
127 entity's phone, fax or mail
128 entity's tax id
131 entity's Medicare provider id
132 entity's Medicaid provider id
134 entity's TRICARE provider id
135 entity's commercial provider id
137 entity's plan network id
138 entity's site id
142 entity's license or certification number
143 entity's state license number
145 entity's specialty or taxonomy code
148 entity's social security number
149 entity's employer id
150 entity's DEA number
153 entity's id number
155 entity's relationship to the patient
156 relationship of the patient to the subscriber
157 entity's gender
158 entity's date of birth
159 entity's date of death
162 entity's health insurance claim number
163 entity's policy or group number
164 entity's contract or member number
171 other insurance of the patient
178 submitted charges
179 outside laboratory charges
182 what other coverage allowed or paid
183 amount that the entity paid
187 dates of service
188 statement from and through dates
189 admission date
190 discharge date
191 date of the last menstrual period
192 first service for this illness
195 dates of disability
197 dates of coverage
214 date of the prescription, order or referral
216 drug information
217 name, strength and form of the drug
218 drug code
219 prescription number
225 part of the body
228 type of bill
229 admission source
230 admission hour
231 admission type
232 admitting diagnosis
233 discharge hour
234 patient discharge status
240 tooth surfaces
242 teeth, surfaces or quadrants
244 tooth number or letter
245 quadrant or arch
247 information of the line
249 place of service
250 type of service
251 anesthesia minutes
252 entity's prior authorization number
254 principal diagnosis code
255 diagnosis code
256 DRG code
258 days or units of the procedure or revenue code
259 how often the service was done
260 how long it is needed, and since when
266 where the ambulance came from and went to
267 miles that the patient was carried
273 weight
274 height
279 must be itemized
283 Medicare entitlement is needed to know who is primary
286 other payer's explanation of benefits
287 why it is medically necessary
288 late charges of the hospital
290 pre-existing conditions
294 supporting documents
295 report of the attending physician
296 nurse's notes
297 medical notes
298 operative report
299 emergency room report
300 laboratory report
305 radiology report
306 full description of the service
308 discharge summary
311 pathology report
312 dental chart
316 complete medical history
318 radiographs
331 history and physical
333 release of information by the patient
334 oxygen certification
335 medical equipment certification
337 ambulance certification
345 treatment plan
360 assignment of benefits indicator
363 may be a work injury
364 does it come from work?
365 does it come from an accident?
366 does it come from an auto accident?
397 onset or worsening of the illness
400 claim is out of balance
401 source of payment is not valid
402 amount must be above zero
403 entity's referral, orders or prescription
406 short medical history
428 why an ambulance was used
431 patient's condition at the time of service
448 billing combination is not valid
450 waits for spend-down
453 procedure code modifiers
454 procedure code
455 revenue code
456 covered days
457 days not covered
458 coinsurance days
459 lifetime reserve days
460 condition codes
464 payer's assigned claim control number
465 principal procedure code
466 entity's signature
468 where the patient's signature is from
472 ambulance run sheet
474 procedure does not fit the patient's gender
475 procedure does not fit the patient's age
476 missing or invalid units of service
477 diagnosis pointer
478 submitter's own claim number
479 other carrier's payer id
480 other carrier's claim filing indicator
481 claim or submission format
483 maximum coverage amount met or exceeded
484 application is not available now
485 more answers than fit; ask more narrowly
486 principal procedure date
487 not found; should have gone to or through the entity
488 diagnosis code for the procedure
489 attachment control number
490 other procedure code
493 version of the guide not supported
494 send it in a batch, not in real time
495 name the newest payer claim control number and send it again
496 submitter not approved for this entity
498 leave days used up
499 no rate on file for this service of the entity
500 entity's postal code
501 entity's state
502 entity's city
503 entity's street address
504 entity's last name
505 entity's first name
506 entity changes its clearinghouse: send it to the new one
507 HCPCS code
508 ICD-9 code
509 external cause of injury code
510 future date
511 invalid character
512 longer or shorter than the receiver takes
513 HIPPS rate code
516 when the other entity decided or paid
519 adjustment amount
521 adjustment reason code
535 claim frequency code
538 claim or encounter number
544 CLIA number
555 delay reason code
560 entity's secondary id
562 entity's NPI
565 estimated amount due
579 investigational device exemption number
583 charge of the line
584 line control number
585 denied charge, or charge not covered
586 note of the line
588 medical record number
589 assignment code of the provider
596 amount not covered
610 type of facility of discharge
629 property and casualty claim number
633 related causes
634 remark code
642 reason for service without authorization
643 amount paid for the line
659 unit of measurement
665 surgery date
666 surgical procedure code
672 other payer's payment is out of balance
673 patient's reason for the visit
674 authorization exceeded
675 dates from admission to discharge
677 entity not affiliated
678 revenue code does not fit the patient's gender
679 bill the newborn on the mother's claim
680 entity's country
682 cosmetic procedure
683 waits for claims of the hospital
684 rejected for a syntax error: see the 999
685 claim could not complete adjudication in real time
686 decided, and void as a whole
688 present on admission indicator
689 entity did not answer in time
693 amount must not be below zero
694 amount must not be zero
695 entity's country subdivision
696 adjustment group code
697 too many or too few decimals
700 ICD-10 code
701 initial treatment date
704 note of the claim
710 what was decided about the line
717 claim was split
718 claim was filed too late
719 occurrence codes
720 occurrence dates
721 occurrence span codes
722 occurrence span dates
723 days of drug supply
724 drug quantity
725 value codes
726 value amounts
727 accident date
728 accident state
732 does not follow the billing guidelines
733 prefix of the entity's member number
734 premium payment is looked into
735 included in the payment for another service
736 a service that it needs was not received or decided
737 CDT code
741 entity must be a person
742 rank of the payer
743 entity's credentials or enrollment
744 condition acquired in hospital, or avoidable error
745 qualifier of an identifier
746 duplicate submission
748 corrected data
749 date of injury or illness
751 state of the ambulance pick-up
752 state of the ambulance drop-off
754 entity's name suffix
755 entity's primary id
757 last seen date
763 postal code of the ambulance pick-up
766 premium grace period of an exchange plan
770 duplicate of a claim that another payer crossed over
771 too early: wait until the other payer's crossover had its time
772 most specific diagnosis code wanted
773 one calendar year a claim
774 experimental
775 entity must be, or not be, a person
777 priced under the rules for several procedures
779 same or similar service in too short a time
780 lifetime maximum reached
781 readmission
783 sequestration
784 electronic visit verification does not match
785 consent form missing or invalid
786 send it to the auto insurer
787 send a new claim, not a replacement
788 send it to the pharmacy plan
789 send it to the medical plan
790 send it to the dental plan
791 send it to the vision plan
792 send it to the behavioral health plan
793 send it to the property and casualty plan
795 too early: the prior payer's decision is wanted
`);

/** What a claim status code means; undefined when it is not known here. */
export function claimStatusWords(code: string): string | undefined {
  return STATUSES.get(code);
}
