import { readCodeWords } from './code-words.ts';

/**
 * Remittance advice remark codes (RARC) in our own short words, those that matter most for what to do next; the list is
 * X12's, these are not its texts.
 */
const REMARKS = readCodeWords(`
M2 not paid apart for an inpatient
M3 same or similar equipment is in use
M12 say whether purchased tests are on the claim
M13 one initial visit for each specialty of a group
M14 injection and office visit are not paid together
M15 bundled services are not paid separately
M16 more about this rule on the payer's web site
M19 oxygen certification missing
M20 HCPCS code missing or invalid
M22 miles travelled missing or invalid
M23 invoice missing
M25 documents do not support this level of service
M26 documents do not support this level of service; refund the patient
M27 patient does not owe it; the provider does
M29 operative report missing
M30 pathology report missing
M31 radiology report missing
M32 conditional payment until the primary payer decides
M38 patient owes it, as he or she agreed before
M39 patient does not owe it: the advance notice was not right
M41 patient has no legal duty to pay for this
M44 condition code missing or invalid
M45 occurrence code missing or invalid
M46 occurrence span code missing or invalid
M47 document control number missing or invalid
M49 value code or amount missing or invalid
M50 revenue code missing or invalid
M51 procedure code missing or invalid
M52 from date of service missing or invalid
M53 units of service missing or invalid
M54 total charge missing or invalid
M56 payer identifier missing or invalid
M59 to date of service missing or invalid
M60 certificate of medical necessity missing
M62 treatment authorization code missing or invalid
M64 other diagnosis missing or invalid
M67 other procedure code missing or invalid
M69 paid at the usual rate: nothing justifies the changed code
M76 diagnosis or condition missing or invalid
M77 place of service missing or invalid
M79 charge missing or invalid
M80 not covered on the same day as another service
M81 most specific code wanted
M84 use the codes of the date of service
M86 paid already for the same or a similar service
M90 covered once in 12 months
M97 not paid to this practitioner for this patient at this place
M99 product or serial number missing or invalid
M115 supplier has no competitive bidding contract
M117 electronic claim wanted
M119 drug code missing or invalid
M123 name, strength or dosage of the drug missing or invalid
M124 who owns the equipment is not said
M125 how long it will be needed is missing or invalid
M127 patient's medical record is missing
M135 treatment plan missing or invalid
M136 supervision by a physician missing or invalid
M141 certified plan of care missing
M143 license on file with the payer must be renewed
M144 care around the operation is included in it
MA01 how to appeal
MA02 how to appeal
MA04 information of the primary payer missing or unreadable
MA07 also sent to Medicaid
MA08 not forwarded: no Medigap plan, or no participation in Medicare
MA09 treated as assigned, though sent as unassigned
MA10 patient paid too much: refund
MA12 no right shown to bill for who did the service
MA13 patient may be billed only for what the group code PR says
MA15 claim was split
MA18 also sent to the supplemental insurer
MA19 not forwarded: Medigap information is wrong
MA21 name and sex do not match social security
MA26 this rule was told before
MA27 entitlement number or name missing or invalid
MA28 for information only; no right to appeal from it
MA30 type of bill missing or invalid
MA31 dates of the period missing or invalid
MA32 covered days missing or invalid
MA33 days not covered missing or invalid
MA34 coinsurance days missing or invalid
MA35 lifetime reserve days missing or invalid
MA36 patient name missing or invalid
MA37 patient address missing or invalid
MA39 gender missing or invalid
MA40 admission date missing or invalid
MA41 admission type missing or invalid
MA42 admission source missing or invalid
MA43 patient status missing or invalid
MA44 may not be appealed: decided by law
MA46 new information changed nothing
MA47 provider opted out of Medicare; the patient owes it
MA48 responsible party or primary payer missing or invalid
MA58 release of information indicator missing or invalid
MA59 patient paid too much: refund within 30 days
MA60 relationship to the insured missing or invalid
MA61 social security or health insurance number missing or invalid
MA63 principal diagnosis missing or invalid
MA64 third payer: the first two must pay first
MA65 admitting diagnosis missing or invalid
MA66 principal procedure code missing or invalid
MA67 correction of an earlier claim
MA68 not forwarded: secondary insurance is incomplete
MA70 provider's signature missing or invalid
MA74 takes the place of a payment that was lost or returned
MA75 patient's signature missing or invalid
MA81 provider's signature missing or invalid
MA83 primary or secondary? not said
MA91 result of the appeal
MA92 plan information of another insurer missing
MA100 date of the illness missing or invalid
MA101 the nursing facility must pay outside providers
MA112 group practice information missing or invalid
MA113 tax id is not right for the IRS: correct it and send the claim anew
MA114 where the service was done is missing or invalid
MA120 CLIA number missing or invalid
MA122 initial treatment date missing or invalid
MA125 payment is payment in full by law
MA130 claim cannot be processed and cannot be appealed: send it anew
MA133 overlaps an inpatient stay: bill what is outside of it
MA134 provider number of the patient's facility missing or invalid
N1 how to appeal
N3 consent form missing
N4 explanation of benefits of the prior payer missing or invalid
N5 prior payer's explanation came, the claim did not
N8 crossover came without its data: send the claim
N9 estimate of what a prior payer may pay
N10 decided after review by a consultant
N11 denial taken back after medical review
N15 newborn must be billed apart
N16 out-of-pocket maximum met: paid at a higher rate
N19 incidental to the primary procedure
N20 not payable with another service of that day
N21 line was split into several
N22 payer changed the procedure code
N23 patient's share may change with other coverage
N24 bank details for EFT missing or invalid
N26 itemized bill missing
N28 consent form does not meet the rules
N29 documents, orders or notes missing
N30 patient not eligible for this service
N31 prescribing provider identifier missing or invalid
N32 who did the service must bill it
N34 wrong claim form or format
N35 utilization review decision
N36 rules of the primary payer must be met first
N37 tooth number missing or invalid
N39 procedure does not fit the tooth
N43 bed-hold or leave days exceeded
N45 paid as authorized
N47 conflicts with another inpatient stay
N48 differs from what the other insurer says
N50 discharge information missing or invalid
N51 no electronic agreement on file for provider or submitter
N52 patient was not in the provider's managed care plan
N54 differs from what was authorized
N55 rules for group, referring or performing providers not followed
N56 procedure code not valid for the service or the date
N59 see the provider manual
N61 bill on claims apart
N62 admission spans several rates: bill apart
N63 bill on lines apart
N64 from and to dates must differ
N65 no rate on file for the procedure, date or provider
N70 consolidated billing applies
N74 one calendar month a claim
N75 tooth surface missing or invalid
N77 designated provider number missing or invalid
N79 does not fit where the patient was
N81 procedure does not fit the tooth surface
N90 covered only from the attending physician
N93 one place of service a claim
N94 more specific taxonomy code wanted
N95 this type of provider may not bill this service
N103 patient in custody
N104 another Medicare contractor's area
N105 belongs to the railroad retirement board
N106 the nursing facility is paid, and must be asked for payment
N109 denied after review of the record
N111 part of a claim decided before; only duplicates may be appealed
N115 decided by a local coverage determination
N117 paid once in a lifetime
N118 paid once in 28 days
N122 add-on code without its main procedure
N123 split service: a part of the units
N129 not eligible by age
N130 look into the plan's benefit documents
N142 original was denied: send a new claim, not a replacement
N144 rate changed within the dates of service
N147 rate cannot be found without the patient id
N149 bill all of it on one claim
N152 replacement claim information missing or invalid
N155 no other insurance on file: send it if there is one
N157 transport to or from there is not covered
N163 record does not support the code
N170 new certificate of medical necessity needed
N174 not covered; the patient owes only what group PR says
N175 approval of the review organization missing
N177 not sent to the other insurer: it would pay nothing more
N179 more information was asked from the patient
N180 does not meet the criteria of its category
N181 information of another provider wanted
N182 must be billed by the plan's schedule
N184 bill technical and professional parts apart
N185 do not send it again
N188 approved level of care does not match the procedure
N190 contract indicator missing
N191 provider must update insurance information with the payer
N192 patient is a Medicaid or QMB beneficiary
N193 a public program may cover it
N197 subscriber must update insurance information with the payer
N198 rendering provider must belong to the pay-to provider
N199 payment or recovery after the payer's audit
N200 bill the professional part apart
N202 more information comes apart
N203 anesthesia time missing or invalid
N205 information could not be read
N206 documents do not match the claim
N208 DRG missing or invalid
N209 tax id missing or invalid
N210 may be appealed
N211 may not be appealed
N216 patient does not have this part of the benefits
N219 paid by what the prior payer allowed
N225 documents, orders or notes incomplete
N227 certificate of medical necessity incomplete
N232 itemized bill incomplete
N233 operative report incomplete
N237 medical record incomplete
N245 other insurance plan information incomplete
N251 attending provider taxonomy missing or invalid
N252 attending provider name missing or invalid
N253 attending provider identifier missing or invalid
N255 billing provider taxonomy missing or invalid
N256 billing provider name missing or invalid
N257 billing provider identifier missing or invalid
N258 billing provider address missing or invalid
N259 billing provider secondary identifier missing or invalid
N261 operating provider name missing or invalid
N262 operating provider identifier missing or invalid
N264 ordering provider name missing or invalid
N265 ordering provider identifier missing or invalid
N270 other provider identifier missing or invalid
N279 pay-to provider name missing or invalid
N280 pay-to provider identifier missing or invalid
N281 pay-to provider address missing or invalid
N284 referring provider taxonomy missing or invalid
N285 referring provider name missing or invalid
N286 referring provider identifier missing or invalid
N288 rendering provider taxonomy missing or invalid
N289 rendering provider name missing or invalid
N290 rendering provider identifier missing or invalid
N292 service facility name missing or invalid
N293 service facility identifier missing or invalid
N294 service facility address missing or invalid
N296 supervising provider name missing or invalid
N297 supervising provider identifier missing or invalid
N301 procedure date missing or invalid
N305 accident date missing or invalid
N307 adjudication or payment date missing or invalid
N318 discharge date missing or invalid
N327 other insured's birth date missing or invalid
N329 patient's birth date missing or invalid
N340 subscriber's birth date missing or invalid
N345 dates do not fit the units
N350 unlisted procedure without a description
N351 outside of the approved treatment dates
N354 invoice incomplete
N356 not covered with or after a service that is not
N357 time between related services too short or too long
N362 more days or units than the payer takes
N365 code is only reported, never paid
N366 information did not come; reopened if it does within a year
N372 only needed maintenance is covered
N377 paid on a replacement claim
N379 claim and line information differ
N380 original was processed: send a corrected claim
N381 see the contract
N382 patient identifier missing or invalid
N383 cosmetic, not covered
N386 decided by a national coverage determination
N390 may not be billed apart
N391 emergency records missing
N393 progress notes missing
N395 laboratory report missing
N405 covered only if the donor's insurer does not
N408 deductible of a prior payer, not covered
N418 sent to the wrong payer
N419 rate changed after the fact
N420 adjusted after other coverage or liability was found
N425 excluded by law
N426 not covered when the patient takes it alone
N428 not covered at this place of service
N429 routine, not covered
N430 procedure code not consistent with the units
N431 not covered with this procedure
N432 recovery audit
N433 send it with the NPI alone
N448 not in the fee schedule or contract
N463 supporting data missing
N479 explanation of benefits missing
N480 explanation of benefits incomplete
N516 NPI and tax id do not match
N517 send a new claim with what was asked for
N519 combination of HCPCS modifiers is not valid
N522 duplicate of a claim that is or will be processed
N525 within the global period of another service
N563 advance notice to the patient missing
N569 not covered for this diagnosis
N570 credentials missing or invalid
N574 ordering or referring provider may not order or refer
N575 name of the ordering or referring provider differs from the one on file
N587 benefits used up
N640 more often than allowed in this time
N657 bill with the code that describes the service
N661 documents do not support medical necessity
N674 a service that must come first was not done
N699 quality reporting adjustment
N702 decided by claims of the same or a similar service
N704 cannot be appealed, but may be sent again with corrected information
N705 documents incomplete
N706 documents missing
N781 QMB patient: no deductible may be collected
N782 QMB patient: no coinsurance may be collected
N807 quality payment program adjustment
N822 procedure modifier missing
N823 procedure modifier incomplete or invalid
`);

/** What a remark code means; undefined when it is not known here. */
export function remarkCodeWords(code: string): string | undefined {
  return REMARKS.get(code);
}
