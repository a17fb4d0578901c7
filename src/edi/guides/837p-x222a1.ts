import type { GuideSource } from '../guide/guide-source.ts';

/** 837 professional claims, TR3 005010X222A1. */
export const PROFESSIONAL_CLAIMS: GuideSource = {
  ids: ['005010X222A1', '005010X222', '005010X222A2'],
  name: 'professional claims (837P)',
  functionalIdentifier: 'HC',
  setIdentifier: '837',
  text: `
list claim-filing
  11 12 13 14 15 16 17 AM BL CH CI DS FI HM LM MA MB MC OF TV VA WC ZZ
list reports
  03 04 05 06 07 08 09 10 11 13 15 21 A3 A4 AM AS B2 B3 B4 BR BS BT CB CK CT D2 DA DB DG DJ DS EB HC HR I5 IR
  LA M1 MT NN OB OC OD OE OX OZ P4 P5 PE PN PO PQ PY PZ RB RR RT RX SG V5 XP
ST R 1 Transaction Set Header
  01 R ID 3/3 143 Transaction Set Identifier Code = 837
  02 R AN 4/9 329 Transaction Set Control Number
  03 R AN 1/35 1705 Implementation Convention Reference = 005010X222A1 005010X222 005010X222A2
BHT R 1 Beginning of Hierarchical Transaction
  01 R ID 4/4 1005 Hierarchical Structure Code = 0019
  02 R ID 2/2 353 Transaction Set Purpose Code = 00 18
  03 R AN 1/30 127 Reference Identification
  04 R DT 8/8 373 Transaction Set Creation Date
  05 R TM 4/8 337 Transaction Set Creation Time
  06 R ID 2/2 640 Claim or Encounter Identifier = 31 CH RP
loop 1000A R 1 Submitter Name
  NM1 R 1 Submitter Name ; P0809 C1110 C1203
    01! R ID 2/3 98 Entity Identifier Code = 41
    02 R ID 1/1 1065 Entity Type Qualifier = 1 2
    03 R AN 1/60 1035 Submitter Last or Organization Name
    04 S AN 1/35 1036 Submitter First Name
    05 S AN 1/25 1037 Submitter Middle Name or Initial
    06 N 1038 1039
    08 R ID 1/2 66 Identification Code Qualifier = 46
    09 R AN 2/80 67 Submitter Identifier
    10 N 706 98 1035
  PER R 2 Submitter EDI Contact Information ; P0304 P0506 P0708
    01 R ID 2/2 366 Contact Function Code = IC
    02 S AN 1/60 93 Submitter Contact Name
    03 R ID 2/2 365 Communication Number Qualifier = EM FX TE
    04 R AN 1/256 364 Communication Number
    05 S ID 2/2 365 Communication Number Qualifier = EM EX FX TE
    06 S AN 1/256 364 Communication Number
    07..08 as 05..06
    09 N 443
loop 1000B R 1 Receiver Name
  NM1 R 1 Receiver Name ; P0809 C1110 C1203
    01! R ID 2/3 98 Entity Identifier Code = 40
    02 R ID 1/1 1065 Entity Type Qualifier = 2
    03 R AN 1/60 1035 Receiver Name
    04 N 1036 1037 1038 1039
    08 R ID 1/2 66 Identification Code Qualifier = 46
    09 R AN 2/80 67 Receiver Primary Identifier
    10 N 706 98 1035
loop 2000A R >1 Billing Provider Hierarchical Level
  HL R 1 Billing Provider Hierarchical Level
    01 R AN 1/12 628 Hierarchical ID Number
    02 N 734
    03! R ID 1/2 735 Hierarchical Level Code = 20
    04 R ID 1/1 736 Hierarchical Child Code = 1
  PRV S 1 Billing Provider Specialty Information ; P0203
    01 R ID 1/3 1221 Provider Code = BI
    02 R ID 2/3 128 Reference Identification Qualifier = PXC
    03 R AN 1/50 127 Provider Taxonomy Code
    04 N 156 C035 1223
  CUR S 1 Foreign Currency Information ; C0807 C0907 L101112 C1110 C1210 L131415 C1413 C1513 L161718 C1716 C1816 L192021 C2019 C2119
    01 R ID 2/3 98 Entity Identifier Code = 85
    02 R ID 3/3 100 Currency Code ~5
    03 N 280 98 100 669 374 373 337 374 373 337 374 373 337 374 373 337 374 373 337
  loop 2010AA R 1 Billing Provider Name
    NM1 R 1 Billing Provider Name ; P0809 C1110 C1203
      01! R ID 2/3 98 Entity Identifier Code = 85
      02 R ID 1/1 1065 Entity Type Qualifier = 1 2
      03 R AN 1/60 1035 Billing Provider Last or Organizational Name
      04 S AN 1/35 1036 Billing Provider First Name
      05 S AN 1/25 1037 Billing Provider Middle Name or Initial
      06 N 1038
      07 S AN 1/10 1039 Billing Provider Name Suffix
      08 S ID 1/2 66 Identification Code Qualifier = XX
      09 S AN 2/80 67 Billing Provider Identifier
      10 N 706 98 1035
    N3 R 1 Billing Provider Address
      01 R AN 1/55 166 Billing Provider Address Line
      02 S AN 1/55 166 Billing Provider Address Line
    N4 R 1 Billing Provider City, State, ZIP Code ; E0207 C0605 C0704
      01 R AN 2/30 19 Billing Provider City Name
      02 S ID 2/2 156 Billing Provider State or Province Code ~22
      03 S ID 3/15 116 Billing Provider Postal Zone or ZIP Code ~51
      04 S ID 2/3 26 Country Code ~5
      05 N 309 310
      07 S ID 1/3 1715 Country Subdivision Code ~5
    REF R 1 Billing Provider Tax Identification ; R0203
      01! R ID 2/3 128 Reference Identification Qualifier = EI SY
      02 R AN 1/50 127 Billing Provider Tax Identification Number
      03 N 352 C040
    REF S 2 Billing Provider UPIN/License Information ; R0203
      01! R ID 2/3 128 Reference Identification Qualifier = 0B 1G
      02 R AN 1/50 127 Billing Provider License and/or UPIN Information
      03 N 352 C040
    PER S 2 Billing Provider Contact Information ; P0304 P0506 P0708
      01 R ID 2/2 366 Contact Function Code = IC
      02 S AN 1/60 93 Billing Provider Contact Name
      03 R ID 2/2 365 Communication Number Qualifier = EM FX TE
      04 R AN 1/256 364 Communication Number
      05 S ID 2/2 365 Communication Number Qualifier = EM EX FX TE
      06 S AN 1/256 364 Communication Number
      07..08 as 05..06
      09 N 443
  loop 2010AB S 1 Pay-to Address Name
    NM1 R 1 Pay-to Address Name ; P0809 C1110 C1203
      01! R ID 2/3 98 Entity Identifier Code = 87
      02 R ID 1/1 1065 Entity Type Qualifier = 1 2
      03 N 1035 1036 1037 1038 1039 66 67 706 98 1035
    N3 R 1 Pay-to Address
      01 R AN 1/55 166 Pay-to Address Line
      02 S AN 1/55 166 Pay-to Address Line
    N4 R 1 Pay-to Address City, State, ZIP Code ; E0207 C0605 C0704
      01 R AN 2/30 19 Pay-to City Name
      02 S ID 2/2 156 Pay-to State or Province Code ~22
      03 S ID 3/15 116 Pay-to Postal Zone or ZIP Code ~51
      04 S ID 2/3 26 Country Code ~5
      05 N 309 310
      07 S ID 1/3 1715 Country Subdivision Code ~5
  loop 2010AC S 1 Pay-to Plan Name
    NM1 R 1 Pay-to Plan Name ; P0809 C1110 C1203
      01! R ID 2/3 98 Entity Identifier Code = PE
      02 R ID 1/1 1065 Entity Type Qualifier = 2
      03 R AN 1/60 1035 Pay-to Plan Organizational Name
      04 N 1036 1037 1038 1039
      08 R ID 1/2 66 Identification Code Qualifier = PI XV
      09 R AN 2/80 67 Pay-to Plan Primary Identifier
      10 N 706 98 1035
    N3 R 1 Pay-to Plan Address
      01 R AN 1/55 166 Pay-to Plan Address Line
      02 S AN 1/55 166 Pay-to Plan Address Line
    N4 R 1 Pay-to Plan City, State, ZIP Code ; E0207 C0605 C0704
      01 R AN 2/30 19 Pay-to Plan City Name
      02 S ID 2/2 156 Pay-to Plan State or Province Code ~22
      03 S ID 3/15 116 Pay-to Plan Postal Zone or ZIP Code ~51
      04 S ID 2/3 26 Country Code ~5
      05 N 309 310
      07 S ID 1/3 1715 Country Subdivision Code ~5
    REF S 1 Pay-to Plan Secondary Identification ; R0203
      01! R ID 2/3 128 Reference Identification Qualifier = 2U FY NF
      02 R AN 1/50 127 Pay-to Plan Secondary Identifier
      03 N 352 C040
    REF R 1 Pay-to Plan Tax Identification Number ; R0203
      01! R ID 2/3 128 Reference Identification Qualifier = EI
      02 R AN 1/50 127 Pay-to Plan Tax Identification Number
      03 N 352 C040
  loop 2000B R >1 Subscriber Hierarchical Level
    HL R 1 Subscriber Hierarchical Level
      01 R AN 1/12 628 Hierarchical ID Number
      02 R AN 1/12 734 Hierarchical Parent ID Number
      03! R ID 1/2 735 Hierarchical Level Code = 22
      04 R ID 1/1 736 Hierarchical Child Code = 0 1
    SBR R 1 Subscriber Information
      01 R ID 1/1 1138 Payer Responsibility Sequence Number Code = A B C D E F G H P S T U
      02 S ID 2/2 1069 Individual Relationship Code = 18
      03 S AN 1/50 127 Subscriber Group or Policy Number
      04 S AN 1/60 93 Subscriber Group Name
      05 S ID 1/3 1336 Insurance Type Code = 12 13 14 15 16 41 42 43 47
      06 N 1143 1073 584
      09 S ID 1/2 1032 Claim Filing Indicator Code = @claim-filing
    PAT S 1 Patient Information ; P0506 P0708
      01 N 1069 1384 584 1220
      05 S ID 2/3 1250 Date Time Period Format Qualifier = D8
      06 S AN 1/35 1251 Patient Death Date
      07 S ID 2/2 355 Unit or Basis for Measurement Code = 01
      08 S R 1/10 81 Patient Weight
      09 S ID 1/1 1073 Pregnancy Indicator = Y
    loop 2010BA R 1 Subscriber Name
      NM1 R 1 Subscriber Name ; P0809 C1110 C1203
        01! R ID 2/3 98 Entity Identifier Code = IL
        02 R ID 1/1 1065 Entity Type Qualifier = 1 2
        03 R AN 1/60 1035 Subscriber Last Name
        04 S AN 1/35 1036 Subscriber First Name
        05 S AN 1/25 1037 Subscriber Middle Name or Initial
        06 N 1038
        07 S AN 1/10 1039 Subscriber Name Suffix
        08 S ID 1/2 66 Identification Code Qualifier = II MI
        09 S AN 2/80 67 Subscriber Primary Identifier
        10 N 706 98 1035
      N3 S 1 Subscriber Address
        01 R AN 1/55 166 Subscriber Address Line
        02 S AN 1/55 166 Subscriber Address Line
      N4 S 1 Subscriber City, State, ZIP Code ; E0207 C0605 C0704
        01 R AN 2/30 19 Subscriber City Name
        02 S ID 2/2 156 Subscriber State Code ~22
        03 S ID 3/15 116 Subscriber Postal Zone or ZIP Code ~51
        04 S ID 2/3 26 Country Code ~5
        05 N 309 310
        07 S ID 1/3 1715 Country Subdivision Code ~5
      DMG S 1 Subscriber Demographic Information ; P0102 P1011 C1105
        01 R ID 2/3 1250 Date Time Period Format Qualifier = D8
        02 R AN 1/35 1251 Subscriber Birth Date
        03 R ID 1/1 1068 Subscriber Gender Code = F M U
        04 N 1067 C056 1066 26 659 380 1270 1271
      REF S 1 Subscriber Secondary Identification ; R0203
        01! R ID 2/3 128 Reference Identification Qualifier = SY
        02 R AN 1/50 127 Subscriber Supplemental Identifier
        03 N 352 C040
      REF S 1 Property and Casualty Claim Number ; R0203
        01! R ID 2/3 128 Reference Identification Qualifier = Y4
        02 R AN 1/50 127 Property Casualty Claim Number
        03 N 352 C040
      PER S 1 Property and Casualty Subscriber Contact Information ; P0304 P0506 P0708
        01 R ID 2/2 366 Contact Function Code = IC
        02 S AN 1/60 93 Name
        03 R ID 2/2 365 Communication Number Qualifier = TE
        04 R AN 1/256 364 Communication Number
        05 S ID 2/2 365 Communication Number Qualifier = EX
        06 S AN 1/256 364 Communication Number
        07 N 365 364 443
    loop 2010BB R 1 Payer Name
      NM1 R 1 Payer Name ; P0809 C1110 C1203
        01! R ID 2/3 98 Entity Identifier Code = PR
        02 R ID 1/1 1065 Entity Type Qualifier = 2
        03 R AN 1/60 1035 Payer Name
        04 N 1036 1037 1038 1039
        08 R ID 1/2 66 Identification Code Qualifier = PI XV
        09 R AN 2/80 67 Payer Identifier
        10 N 706 98 1035
      N3 S 1 Payer Address
        01 R AN 1/55 166 Payer Address Line
        02 S AN 1/55 166 Payer Address Line
      N4 S 1 Payer City, State, ZIP Code ; E0207 C0605 C0704
        01 R AN 2/30 19 Payer City Name
        02 S ID 2/2 156 Payer State or Province Code ~22
        03 S ID 3/15 116 Payer Postal Zone or ZIP Code ~51
        04 S ID 2/3 26 Country Code ~5
        05 N 309 310
        07 S ID 1/3 1715 Country Subdivision Code ~5
      REF S 3 Payer Secondary Identification ; R0203
        01! R ID 2/3 128 Reference Identification Qualifier = 2U EI FY NF
        02 R AN 1/50 127 Payer Secondary Identifier
        03 N 352 C040
      REF S 2 Billing Provider Secondary Identification ; R0203
        01! R ID 2/3 128 Reference Identification Qualifier = G2 LU
        02 R AN 1/50 127 Billing Provider Secondary Identifier
        03 N 352 C040
    loop 2300 S 100 Claim Information
      CLM R 1 Claim Information
        01 R AN 1/20 1028 Claim Submitter's Identifier
        02 R R 1/10 782 Total Claim Charge Amount
        03 N 1032 1343
        05 R C023 Health Care Service Location Information
          05-1 R AN 1/2 1331 Place of Service Code ~237
          05-2 R ID 1/2 1332 Facility Code Qualifier = B
          05-3 R ID 1/1 1325 Claim Frequency Code ~235
        06 R ID 1/1 1073 Provider or Supplier Signature Indicator = N Y
        07 R ID 1/1 1359 Assignment or Plan Participation Code = A B C
        08 R ID 1/1 1073 Benefits Assignment Certification Indicator = N W Y
        09 R ID 1/1 1363 Release of Information Code = I Y
        10 S ID 1/1 1351 Patient Signature Source Code = P
        11 S C024 Related Causes Information
          11-1 R ID 2/3 1362 Related Causes Code = AA EM OA
          11-2 S ID 2/3 1362 Related Causes Code = AA EM OA
          11-3 N 1362
          11-4 S ID 2/2 156 Auto Accident State or Province Code ~22
          11-5 S ID 2/3 26 Country Code ~5
        12 S ID 2/3 1366 Special Program Indicator = 02 03 05 09
        13 N 1073 1338 1073 1360 1029 1073 1383
        20 S ID 1/2 1514 Delay Reason Code = 1 2 3 4 5 6 7 8 9 10 11 15
      DTP S 1 Onset of Current Illness or Symptom
        01! R ID 3/3 374 Date/Time Qualifier = 431
        02 R ID 2/3 1250 Date Time Period Format Qualifier = D8
        03 R AN 1/35 1251 Onset of Current Illness or Injury Date
      DTP S 1 Initial Treatment Date
        01! R ID 3/3 374 Date/Time Qualifier = 454
        02 R ID 2/3 1250 Date Time Period Format Qualifier = D8
        03 R AN 1/35 1251 Initial Treatment Date
      DTP S 1 Last Seen Date
        01! R ID 3/3 374 Date/Time Qualifier = 304
        02 R ID 2/3 1250 Date Time Period Format Qualifier = D8
        03 R AN 1/35 1251 Last Seen Date
      DTP S 1 Acute Manifestation Date
        01! R ID 3/3 374 Date/Time Qualifier = 453
        02 R ID 2/3 1250 Date Time Period Format Qualifier = D8
        03 R AN 1/35 1251 Acute Manifestation Date
      DTP S 1 Accident Date
        01! R ID 3/3 374 Date/Time Qualifier = 439
        02 R ID 2/3 1250 Date Time Period Format Qualifier = D8
        03 R AN 1/35 1251 Accident Date
      DTP S 1 Last Menstrual Period Date
        01! R ID 3/3 374 Date/Time Qualifier = 484
        02 R ID 2/3 1250 Date Time Period Format Qualifier = D8
        03 R AN 1/35 1251 Last Menstrual Period Date
      DTP S 1 Last X-ray Date
        01! R ID 3/3 374 Date/Time Qualifier = 455
        02 R ID 2/3 1250 Date Time Period Format Qualifier = D8
        03 R AN 1/35 1251 Last X-ray Date
      DTP S 1 Hearing and Vision Prescription Date
        01! R ID 3/3 374 Date/Time Qualifier = 471
        02 R ID 2/3 1250 Date Time Period Format Qualifier = D8
        03 R AN 1/35 1251 Prescription Date
      DTP S 1 Disability Dates
        01! R ID 3/3 374 Date/Time Qualifier = 314 360 361
        02 R ID 2/3 1250 Date Time Period Format Qualifier = D8 RD8
        03 R AN 1/35 1251 Disability From Date
      DTP S 1 Last Worked Date
        01! R ID 3/3 374 Date/Time Qualifier = 297
        02 R ID 2/3 1250 Date Time Period Format Qualifier = D8
        03 R AN 1/35 1251 Last Worked Date
      DTP S 1 Authorized Return to Work Date
        01! R ID 3/3 374 Date/Time Qualifier = 296
        02 R ID 2/3 1250 Date Time Period Format Qualifier = D8
        03 R AN 1/35 1251 Work Return Date
      DTP S 1 Admission Date
        01! R ID 3/3 374 Date/Time Qualifier = 435
        02 R ID 2/3 1250 Date Time Period Format Qualifier = D8
        03 R AN 1/35 1251 Related Hospitalization Admission Date
      DTP S 1 Discharge Date
        01! R ID 3/3 374 Date/Time Qualifier = 096
        02 R ID 2/3 1250 Date Time Period Format Qualifier = D8
        03 R AN 1/35 1251 Related Hospitalization Discharge Date
      DTP S 2 Assumed and Relinquished Care Dates
        01! R ID 3/3 374 Date/Time Qualifier = 090 091
        02 R ID 2/3 1250 Date Time Period Format Qualifier = D8
        03 R AN 1/35 1251 Assumed or Relinquished Care Date
      DTP S 1 Property and Casualty Date of First Contact
        01! R ID 3/3 374 Date/Time Qualifier = 444
        02 R ID 2/3 1250 Date Time Period Format Qualifier = D8
        03 R AN 1/35 1251 Date
      DTP S 1 Repricer Received Date
        01! R ID 3/3 374 Date/Time Qualifier = 050
        02 R ID 2/3 1250 Date Time Period Format Qualifier = D8
        03 R AN 1/35 1251 Repricer Received Date
      PWK S 10 Claim Supplemental Information ; P0506
        01 R ID 2/2 755 Report Type Code = @reports
        02 R ID 1/2 756 Attachment Transmission Code = AA BM EL EM FT FX
        03 N 757 98
        05 S ID 1/2 66 Identification Code Qualifier = AC
        06 S AN 2/50 67 Identification Code
        07 N 352 C002 1525
      CN1 S 1 Contract Information
        01 R ID 2/2 1166 Contract Type Code = 01 02 03 04 05 06 09
        02 S R 1/10 782 Contract Amount
        03 S R 1/6 332 Contract Percentage
        04 S AN 1/50 127 Contract Code
        05 S R 1/6 338 Terms Discount Percentage
        06 S AN 1/30 799 Contract Version Number
      AMT S 1 Patient Amount Paid
        01 R ID 1/3 522 Amount Qualifier Code = F5
        02 R R 1/10 782 Patient Amount Paid
        03 N 478
      REF S 1 Service Authorization Exception Code ; R0203
        01! R ID 2/3 128 Reference Identification Qualifier = 4N
        02 R AN 1/50 127 Service Authorization Exception Code = 1 2 3 4 5 6 7
        03 N 352 C040
      REF S 1 Mandatory Medicare (Section 4081) Crossover Indicator ; R0203
        01! R ID 2/3 128 Reference Identification Qualifier = F5
        02 R AN 1/50 127 Medicare Section 4081 Indicator = Y N
        03 N 352 C040
      REF S 1 Mammography Certification Number ; R0203
        01! R ID 2/3 128 Reference Identification Qualifier = EW
        02 R AN 1/50 127 Mammography Certification Number
        03 N 352 C040
      REF S 1 Referral Number ; R0203
        01! R ID 2/3 128 Reference Identification Qualifier = 9F
        02 R AN 1/50 127 Referral Number
        03 N 352 C040
      REF S 1 Prior Authorization ; R0203
        01! R ID 2/3 128 Reference Identification Qualifier = G1
        02 R AN 1/50 127 Prior Authorization Number
        03 N 352 C040
      REF S 1 Payer Claim Control Number ; R0203
        01! R ID 2/3 128 Reference Identification Qualifier = F8
        02 R AN 1/50 127 Payer Claim Control Number
        03 N 352 C040
      REF S 1 CLIA Number ; R0203
        01! R ID 2/3 128 Reference Identification Qualifier = X4
        02 R AN 1/50 127 CLIA Number
        03 N 352 C040
      REF S 1 Repriced Claim Number ; R0203
        01! R ID 2/3 128 Reference Identification Qualifier = 9A
        02 R AN 1/50 127 Repriced Claim Reference Number
        03 N 352 C040
      REF S 1 Adjusted Repriced Claim Number ; R0203
        01! R ID 2/3 128 Reference Identification Qualifier = 9C
        02 R AN 1/50 127 Adjusted Repriced Claim Reference Number
        03 N 352 C040
      REF S 1 Investigational Device Exemption Number ; R0203
        01! R ID 2/3 128 Reference Identification Qualifier = LX
        02 R AN 1/50 127 Investigational Device Exemption Identifier
        03 N 352 C040
      REF S 1 Claim Identifier for Transmission Intermediaries ; R0203
        01! R ID 2/3 128 Reference Identification Qualifier = D9
        02 R AN 1/20 127 Claim Identifier for Transmission Intermediaries
        03 N 352 C040
      REF S 1 Medical Record Number ; R0203
        01! R ID 2/3 128 Reference Identification Qualifier = EA
        02 R AN 1/50 127 Medical Record Number
        03 N 352 C040
      REF S 1 Demonstration Project Identifier ; R0203
        01! R ID 2/3 128 Reference Identification Qualifier = P4
        02 R AN 1/50 127 Demonstration Project Number
        03 N 352 C040
      REF S 1 Care Plan Oversight ; R0203
        01! R ID 2/3 128 Reference Identification Qualifier = 1J
        02 R AN 1/50 127 Care Plan Oversight Number
        03 N 352 C040
      K3 S 10 File Information
        01 R AN 1/80 449 Fixed Format Information
        02 N 1333 C001
      NTE S 1 Claim Note
        01 R ID 3/3 363 Note Reference Code = ADD CER DCP DGN TPO
        02 R AN 1/80 352 Claim Note Text
      CR1 S 1 Ambulance Transportation Information ; P0102 P0506
        01 S ID 2/2 355 Unit or Basis for Measurement Code = LB
        02 S R 1/10 81 Patient Weight
        03 N 1316
        04 R ID 1/1 1317 Ambulance Transport Reason Code = A B C D E
        05 R ID 2/2 355 Unit or Basis for Measurement Code = DH
        06 R R 1/15 380 Transport Distance
        07 N 166 166
        09 S AN 1/80 352 Round Trip Purpose Description
        10 S AN 1/80 352 Stretcher Purpose Description
      CR2 S 1 Spinal Manipulation Service Information ; P0102 C0403 P0506
        01 N 609 380 1367 1367 355 380 380
        08 R ID 1/1 1342 Nature of Condition Code = A C D E F G M
        09 N 1073
        10 S AN 1/80 352 Patient Condition Description
        11 as 10
        12 N 1073
      CRC S 3 Ambulance Certification
        01! R ID 2/2 1136 Code Category = 07
        02 R ID 1/1 1073 Certification Condition Indicator = Y N
        03 R ID 2/3 1321 Condition Code = 01 04 05 06 07 08 09 12
        04 S ID 2/3 1321 Condition Code = 01 04 05 06 07 08 09 12
        05..07 as 04
      CRC S 3 Patient Condition Information: Vision
        01! R ID 2/2 1136 Code Category = E1 E2 E3
        02 R ID 1/1 1073 Certification Condition Indicator = Y N
        03 R ID 2/3 1321 Condition Code = L1 L2 L3 L4 L5
        04 S ID 2/3 1321 Condition Code = L1 L2 L3 L4 L5
        05..07 as 04
      CRC S 1 Homebound Indicator
        01! R ID 2/2 1136 Code Category = 75
        02 R ID 1/1 1073 Certification Condition Indicator = Y
        03 R ID 2/3 1321 Condition Code = IH
        04 N 1321 1321 1321 1321
      CRC S 1 EPSDT Referral
        01! R ID 2/2 1136 Code Category = ZZ
        02 R ID 1/1 1073 Certification Condition Indicator = Y N
        03 R ID 2/3 1321 Condition Code = AV NU S2 ST
        04 S ID 2/3 1321 Condition Code = AV NU S2 ST
        05 as 04
        06 N 1321 1321
      HI R 1 Health Care Diagnosis Code
        01 R C022 Health Care Code Information ; P0304 E0809
          01-1! R ID 1/3 1270 Code List Qualifier Code = ABK BK
          01-2 R AN 1/30 1271 Diagnosis Code
          01-3 N 1250 1251 782 380 799 1271 1073
        02 S C022 Health Care Code Information ; P0304 E0809
          02-1 R ID 1/3 1270 Code List Qualifier Code = ABF BF
          02-2 R AN 1/30 1271 Diagnosis Code
          02-3 N 1250 1251 782 380 799 1271 1073
        03..12 as 02
      HI S 1 Anesthesia Related Procedure
        01 R C022 Health Care Code Information ; P0304 E0809
          01-1! R ID 1/3 1270 Code List Qualifier Code = BP
          01-2 R AN 1/30 1271 Anesthesia Related Surgical Procedure
          01-3 N 1250 1251 782 380 799 1271 1073
        02 S C022 Health Care Code Information ; P0304 E0809
          02-1 R ID 1/3 1270 Code List Qualifier Code = BO
          02-2 R AN 1/30 1271 Anesthesia Related Surgical Procedure
          02-3 N 1250 1251 782 380 799 1271 1073
        03 N C022 C022 C022 C022 C022 C022 C022 C022 C022 C022
      HI S 2 Condition Information
        01 R C022 Health Care Code Information ; P0304 E0809
          01-1! R ID 1/3 1270 Code List Qualifier Code = BG
          01-2 R AN 1/30 1271 Condition Code
          01-3 N 1250 1251 782 380 799 1271 1073
        02 S C022 Health Care Code Information ; P0304 E0809
          02-1 R ID 1/3 1270 Code List Qualifier Code = BG
          02-2 R AN 1/30 1271 Condition Code
          02-3 N 1250 1251 782 380 799 1271 1073
        03..12 as 02
      HCP S 1 Claim Pricing/Repricing Information ; R0113 P0910 P1112
        01 R ID 2/2 1473 Pricing Methodology = 00 01 02 03 04 05 07 08 09 10 11 12 13 14
        02 R R 1/10 782 Repriced Allowed Amount
        03 S R 1/10 782 Repriced Saving Amount
        04 S AN 1/50 127 Repricing Organization Identifier
        05 S R 1/9 118 Repricing Per Diem or Flat Rate Amount
        06 S AN 1/50 127 Repriced Approved Ambulatory Patient Group Code
        07 S R 1/10 782 Repriced Approved Ambulatory Patient Group Amount
        08 N 234 235 234 355 380
        13 S ID 2/2 901 Reject Reason Code = T1 T2 T3 T4 T5 T6
        14 S ID 1/2 1526 Policy Compliance Code = 1 2 3 4 5
        15 S ID 1/2 1527 Exception Code = 1 2 3 4 5 6
      loop 2310A S 2 Referring Provider Name
        NM1 R 1 Referring Provider Name ; P0809 C1110 C1203
          01! R ID 2/3 98 Entity Identifier Code = DN P3
          02 R ID 1/1 1065 Entity Type Qualifier = 1
          03 R AN 1/60 1035 Referring Provider Last Name
          04 S AN 1/35 1036 Referring Provider First Name
          05 S AN 1/25 1037 Referring Provider Middle Name or Initial
          06 N 1038
          07 S AN 1/10 1039 Referring Provider Name Suffix
          08 S ID 1/2 66 Identification Code Qualifier = XX
          09 S AN 2/80 67 Referring Provider Identifier
          10 N 706 98 1035
        REF S 3 Referring Provider Secondary Identification ; R0203
          01 R ID 2/3 128 Reference Identification Qualifier = 0B 1G G2
          02 R AN 1/50 127 Referring Provider Secondary Identifier
          03 N 352 C040
      loop 2310B S 1 Rendering Provider Name
        NM1 R 1 Rendering Provider Name ; P0809 C1110 C1203
          01! R ID 2/3 98 Entity Identifier Code = 82
          02 R ID 1/1 1065 Entity Type Qualifier = 1 2
          03 R AN 1/60 1035 Rendering Provider Last Name
          04 S AN 1/35 1036 Rendering Provider First Name
          05 S AN 1/25 1037 Rendering Provider Middle Name or Initial
          06 N 1038
          07 S AN 1/10 1039 Rendering Provider Name Suffix
          08 S ID 1/2 66 Identification Code Qualifier = XX
          09 S AN 2/80 67 Rendering Provider Identifier
          10 N 706 98 1035
        PRV S 1 Rendering Provider Specialty Information ; P0203
          01 R ID 1/3 1221 Provider Code = PE
          02 R ID 2/3 128 Reference Identification Qualifier = PXC
          03 R AN 1/50 127 Provider Taxonomy Code
          04 N 156 C035 1223
        REF S 4 Rendering Provider Secondary Identification ; R0203
          01 R ID 2/3 128 Reference Identification Qualifier = 0B 1G G2 LU
          02 R AN 1/50 127 Rendering Provider Secondary Identification
          03 N 352 C040
      loop 2310C S 1 Service Facility Location Name
        NM1 R 1 Service Facility Location Name ; P0809 C1110 C1203
          01! R ID 2/3 98 Entity Identifier Code = 77
          02 R ID 1/1 1065 Entity Type Qualifier = 2
          03 R AN 1/60 1035 Laboratory or Facility Name
          04 N 1036 1037 1038 1039
          08 S ID 1/2 66 Identification Code Qualifier = XX
          09 S AN 2/80 67 Laboratory or Facility Primary Identifier
          10 N 706 98 1035
        N3 R 1 Service Facility Location Address
          01 R AN 1/55 166 Laboratory or Facility Address Line
          02 S AN 1/55 166 Laboratory or Facility Address Line
        N4 R 1 Service Facility Location City, State, ZIP Code ; E0207 C0605 C0704
          01 R AN 2/30 19 Laboratory or Facility City Name
          02 S ID 2/2 156 Laboratory or Facility State or Province Code ~22
          03 S ID 3/15 116 Laboratory or Facility Postal Zone or ZIP Code ~51
          04 S ID 2/3 26 Country Code ~5
          05 N 309 310
          07 S ID 1/3 1715 Country Subdivision Code ~5
        REF S 3 Service Facility Location Secondary Identification ; R0203
          01 R ID 2/3 128 Reference Identification Qualifier = 0B G2 LU
          02 R AN 1/50 127 Laboratory or Facility Secondary Identifier
          03 N 352 C040
        PER S 1 Service Facility Contact Information ; P0304 P0506 P0708
          01 R ID 2/2 366 Contact Function Code = IC
          02 S AN 1/60 93 Name
          03 R ID 2/2 365 Communication Number Qualifier = TE
          04 R AN 1/256 364 Communication Number
          05 S ID 2/2 365 Communication Number Qualifier = EX
          06 S AN 1/256 364 Communication Number
          07 N 365 364 443
      loop 2310D S 1 Supervising Provider Name
        NM1 R 1 Supervising Provider Name ; P0809 C1110 C1203
          01! R ID 2/3 98 Entity Identifier Code = DQ
          02 R ID 1/1 1065 Entity Type Qualifier = 1
          03 R AN 1/60 1035 Supervising Provider Last Name
          04 S AN 1/35 1036 Supervising Provider First Name
          05 S AN 1/25 1037 Supervising Provider Middle Name or Initial
          06 N 1038
          07 S AN 1/10 1039 Supervising Provider Name Suffix
          08 S ID 1/2 66 Identification Code Qualifier = XX
          09 S AN 2/80 67 Supervising Provider Identifier
          10 N 706 98 1035
        REF S 4 Supervising Provider Secondary Identification ; R0203
          01 R ID 2/3 128 Reference Identification Qualifier = 0B 1G G2 LU
          02 R AN 1/50 127 Supervising Provider Secondary Identifier
          03 N 352 C040
      loop 2310E S 1 Ambulance Pick-Up Location
        NM1 R 1 Ambulance Pick-up Location ; P0809 C1110 C1203
          01! R ID 2/3 98 Entity Identifier Code = PW
          02 R ID 1/1 1065 Entity Type Qualifier = 2
          03 N 1035 1036 1037 1038 1039 66 67 706 98 1035
        N3 R 1 Ambulance Pick-up Location Address
          01 R AN 1/55 166 Ambulance Pick-up Address Line
          02 S AN 1/55 166 Ambulance Pick-up Address Line
        N4 R 1 Ambulance Pick-up Location City, State, ZIP Code ; E0207 C0605 C0704
          01 R AN 2/30 19 Ambulance Pick-up City Name
          02 S ID 2/2 156 Ambulance Pick-up State or Province Code ~22
          03 S ID 3/15 116 Ambulance Pick-up Postal Zone or ZIP Code ~51
          04 S ID 2/3 26 Country Code ~5
          05 N 309 310
          07 S ID 1/3 1715 Country Subdivision Code ~5
      loop 2310F S 1 Ambulance Drop-Off Location
        NM1 R 1 Ambulance Drop-off Location ; P0809 C1110 C1203
          01! R ID 2/3 98 Entity Identifier Code = 45
          02 R ID 1/1 1065 Entity Type Qualifier = 2
          03 S AN 1/60 1035 Ambulance Drop-off Location
          04 N 1036 1037 1038 1039 66 67 706 98 1035
        N3 R 1 Ambulance Drop-off Location Address
          01 R AN 1/55 166 Ambulance Drop-off Address Line
          02 S AN 1/55 166 Ambulance Drop-off Address Line
        N4 R 1 Ambulance Drop-off Location City, State, ZIP Code ; E0207 C0605 C0704
          01 R AN 2/30 19 Ambulance Drop-off City Name
          02 S ID 2/2 156 Ambulance Drop-off State or Province Code ~22
          03 S ID 3/15 116 Ambulance Drop-off Postal Zone or ZIP Code ~51
          04 S ID 2/3 26 Country Code ~5
          05 N 309 310
          07 S ID 1/3 1715 Country Subdivision Code ~5
      loop 2320 S 10 Other Subscriber Information
        SBR R 1 Other Subscriber Information
          01 R ID 1/1 1138 Payer Responsibility Sequence Number Code = A B C D E F G H P S T U
          02 R ID 2/2 1069 Individual Relationship Code = 01 18 19 20 21 39 40 53 G8
          03 S AN 1/50 127 Insured Group or Policy Number
          04 S AN 1/60 93 Other Insured Group Name
          05 S ID 1/3 1336 Insurance Type Code = 12 13 14 15 16 41 42 43 47
          06 N 1143 1073 584
          09 S ID 1/2 1032 Claim Filing Indicator Code = @claim-filing
        CAS S 5 Claim Level Adjustments ; L050607 C0605 C0705 L080910 C0908 C1008 L111213 C1211 C1311 L141516 C1514 C1614 L171819 C1817 C1917
          01 R ID 1/2 1033 Claim Adjustment Group Code = CO CR OA PI PR
          02 R ID 1/5 1034 Adjustment Reason Code ~139
          03 R R 1/10 782 Adjustment Amount
          04 S R 1/15 380 Adjustment Quantity
          05 S ID 1/5 1034 Adjustment Reason Code ~139
          06 S R 1/10 782 Adjustment Amount
          07 S R 1/15 380 Adjustment Quantity
          08..19 as 05..07
        AMT S 1 COB Payer Paid Amount
          01! R ID 1/3 522 Amount Qualifier Code = D
          02 R R 1/10 782 Payer Paid Amount
          03 N 478
        AMT S 1 COB Total Non-Covered Amount
          01! R ID 1/3 522 Amount Qualifier Code = A8
          02 R R 1/10 782 Non-Covered Charge Amount
          03 N 478
        AMT S 1 Remaining Patient Liability
          01! R ID 1/3 522 Amount Qualifier Code = EAF
          02 R R 1/10 782 Remaining Patient Liability
          03 N 478
        OI R 1 Other Insurance Coverage Information
          01 N 1032 1383
          03 R ID 1/1 1073 Benefits Assignment Certification Indicator = N W Y
          04 S ID 1/1 1351 Patient Signature Source Code = P
          05 N 1360
          06 R ID 1/1 1363 Release of Information Code = I Y
        MOA S 1 Outpatient Adjudication Information
          01 S R 1/10 954 Reimbursement Rate
          02 S R 1/10 782 HCPCS Payable Amount
          03 S AN 1/50 127 Claim Payment Remark Code ~411
          04..07 as 03
          08 S R 1/10 782 End Stage Renal Disease Payment Amount
          09 S R 1/10 782 Non-Payable Professional Component Billed Amount
        loop 2330A R 1 Other Subscriber Name
          NM1 R 1 Other Subscriber Name ; P0809 C1110 C1203
            01! R ID 2/3 98 Entity Identifier Code = IL
            02 R ID 1/1 1065 Entity Type Qualifier = 1 2
            03 R AN 1/60 1035 Other Insured Last Name
            04 S AN 1/35 1036 Other Insured First Name
            05 S AN 1/25 1037 Other Insured Middle Name
            06 N 1038
            07 S AN 1/10 1039 Other Insured Name Suffix
            08 R ID 1/2 66 Identification Code Qualifier = II MI
            09 R AN 2/80 67 Other Insured Identifier
            10 N 706 98 1035
          N3 S 1 Other Subscriber Address
            01 R AN 1/55 166 Other Subscriber Address Line
            02 S AN 1/55 166 Other Subscriber Address Line
          N4 S 1 Other Subscriber City, State, ZIP Code ; E0207 C0605 C0704
            01 R AN 2/30 19 Other Subscriber City Name
            02 S ID 2/2 156 Other Subscriber State or Province Code ~22
            03 S ID 3/15 116 Other Subscriber Postal Zone or ZIP Code ~51
            04 S ID 2/3 26 Country Code ~5
            05 N 309 310
            07 S ID 1/3 1715 Country Subdivision Code ~5
          REF S 1 Other Subscriber Secondary Identification ; R0203
            01 R ID 2/3 128 Reference Identification Qualifier = SY
            02 R AN 1/50 127 Other Insured Additional Identifier
            03 N 352 C040
        loop 2330B R 1 Other Payer Name
          NM1 R 1 Other Payer Name ; P0809 C1110 C1203
            01! R ID 2/3 98 Entity Identifier Code = PR
            02 R ID 1/1 1065 Entity Type Qualifier = 2
            03 R AN 1/60 1035 Other Payer Organization Name
            04 N 1036 1037 1038 1039
            08 R ID 1/2 66 Identification Code Qualifier = PI XV
            09 R AN 2/80 67 Other Payer Primary Identifier
            10 N 706 98 1035
          N3 S 1 Other Payer Address
            01 R AN 1/55 166 Other Payer Address Line
            02 S AN 1/55 166 Other Payer Address Line
          N4 S 1 Other Payer City, State, ZIP Code ; E0207 C0605 C0704
            01 R AN 2/30 19 Other Payer City Name
            02 S ID 2/2 156 Other Payer State or Province Code ~22
            03 S ID 3/15 116 Other Payer Postal Zone or ZIP Code ~51
            04 S ID 2/3 26 Country Code ~5
            05 N 309 310
            07 S ID 1/3 1715 Country Subdivision Code ~5
          DTP S 1 Claim Check or Remittance Date
            01 R ID 3/3 374 Date/Time Qualifier = 573
            02 R ID 2/3 1250 Date Time Period Format Qualifier = D8
            03 R AN 1/35 1251 Adjudication or Payment Date
          REF S 2 Other Payer Secondary Identifier ; R0203
            01! R ID 2/3 128 Reference Identification Qualifier = 2U EI FY NF
            02 R AN 1/50 127 Other Payer Secondary Identifier
            03 N 352 C040
          REF S 1 Other Payer Prior Authorization Number ; R0203
            01! R ID 2/3 128 Reference Identification Qualifier = G1
            02 R AN 1/50 127 Other Payer Prior Authorization Number
            03 N 352 C040
          REF S 1 Other Payer Referral Number ; R0203
            01! R ID 2/3 128 Reference Identification Qualifier = 9F
            02 R AN 1/50 127 Other Payer Prior Authorization or Referral Number
            03 N 352 C040
          REF S 1 Other Payer Claim Adjustment Indicator ; R0203
            01! R ID 2/3 128 Reference Identification Qualifier = T4
            02 R AN 1/50 127 Other Payer Claim Adjustment Indicator = Y
            03 N 352 C040
          REF S 1 Other Payer Claim Control Number ; R0203
            01! R ID 2/3 128 Reference Identification Qualifier = F8
            02 R AN 1/50 127 Other Payer's Claim Control Number
            03 N 352 C040
        loop 2330C S 2 Other Payer Referring Provider
          NM1 R 1 Other Payer Referring Provider ; P0809 C1110 C1203
            01! R ID 2/3 98 Entity Identifier Code = DN P3
            02 R ID 1/1 1065 Entity Type Qualifier = 1
            03 N 1035 1036 1037 1038 1039 66 67 706 98 1035
          REF R 3 Other Payer Referring Provider Secondary Identification ; R0203
            01 R ID 2/3 128 Reference Identification Qualifier = 0B 1G G2
            02 R AN 1/50 127 Other Payer Referring Provider Identifier
            03 N 352 C040
        loop 2330D S 1 Other Payer Rendering Provider
          NM1 R 1 Other Payer Rendering Provider ; P0809 C1110 C1203
            01! R ID 2/3 98 Entity Identifier Code = 82
            02 R ID 1/1 1065 Entity Type Qualifier = 1 2
            03 N 1035 1036 1037 1038 1039 66 67 706 98 1035
          REF R 3 Other Payer Rendering Provider Secondary Identification ; R0203
            01 R ID 2/3 128 Reference Identification Qualifier = 0B 1G G2 LU
            02 R AN 1/50 127 Other Payer Rendering Provider Secondary Identifier
            03 N 352 C040
        loop 2330E S 1 Other Payer Service Facility Location
          NM1 R 1 Other Payer Service Facility Location ; P0809 C1110 C1203
            01! R ID 2/3 98 Entity Identifier Code = 77
            02 R ID 1/1 1065 Entity Type Qualifier = 2
            03 N 1035 1036 1037 1038 1039 66 67 706 98 1035
          REF R 3 Other Payer Service Facility Location Secondary Identification ; R0203
            01 R ID 2/3 128 Reference Identification Qualifier = 0B G2 LU
            02 R AN 1/50 127 Other Payer Service Facility Location Secondary Identifier
            03 N 352 C040
        loop 2330F S 1 Other Payer Supervising Provider
          NM1 R 1 Other Payer Supervising Provider ; P0809 C1110 C1203
            01! R ID 2/3 98 Entity Identifier Code = DQ
            02 R ID 1/1 1065 Entity Type Qualifier = 1
            03 N 1035 1036 1037 1038 1039 66 67 706 98 1035
          REF R 3 Other Payer Supervising Provider Secondary Identification ; R0203
            01 R ID 2/3 128 Reference Identification Qualifier = 0B 1G G2 LU
            02 R AN 1/50 127 Other Payer Supervising Provider Identifier
            03 N 352 C040
        loop 2330G S 1 Other Payer Billing Provider
          NM1 R 1 Other Payer Billing Provider ; P0809 C1110 C1203
            01! R ID 2/3 98 Entity Identifier Code = 85
            02 R ID 1/1 1065 Entity Type Qualifier = 1 2
            03 N 1035 1036 1037 1038 1039 66 67 706 98 1035
          REF R 2 Other Payer Billing Provider Secondary Identification ; R0203
            01 R ID 2/3 128 Reference Identification Qualifier = G2 LU
            02 R AN 1/50 127 Other Payer Billing Provider Identifier
            03 N 352 C040
      loop 2400 R 50 Service Line Number
        LX R 1 Service Line Number
          01 R N0 1/6 554 Assigned Number
        SV1 R 1 Professional Service ; P0304
          01 R C003 Composite Medical Procedure Identifier
            01-1 R ID 2/2 235 Product or Service ID Qualifier = ER HC IV WK
            01-2 R AN 1/48 234 Procedure Code
            01-3 S AN 2/2 1339 Procedure Modifier
            01-4..6 as 3
            01-7 S AN 1/80 352 Description
            01-8 N 234
          02 R R 1/10 782 Line Item Charge Amount
          03 R ID 2/2 355 Unit or Basis for Measurement Code = MJ UN
          04 R R 1/8 380 Quantity
          05 S AN 1/2 1331 Place of Service Code ~237
          06 N 1365
          07 R C004 Composite Diagnosis Code Pointer
            07-1 R N0 1/2 1328 Diagnosis Code Pointer
            07-2 S N0 1/2 1328 Diagnosis Code Pointer
            07-3..4 as 2
          08 N 782
          09 S ID 1/1 1073 Emergency Indicator = Y
          10 N 1340
          11 S ID 1/1 1073 EPSDT Indicator = Y
          12 S ID 1/1 1073 Family Planning Indicator = Y
          13 N 1364 1341
          15 S ID 1/1 1327 Co-Pay Status Code = 0
          16 N 1334 127 116 782 1337 1360
        SV5 S 1 Durable Medical Equipment Service ; R0405 C0605
          01 R C003 Composite Medical Procedure Identifier
            01-1 R ID 2/2 235 Product or Service ID Qualifier = HC
            01-2 R AN 1/48 234 Procedure Code
            01-3 N 1339 1339 1339 1339 352 234
          02 R ID 2/2 355 Unit or Basis for Measurement Code = DA
          03 R R 1/15 380 Length of Medical Necessity
          04 R R 1/10 782 DME Rental Price
          05 R R 1/10 782 DME Purchase Price
          06 R ID 1/1 594 Rental Unit Price Indicator = 1 4 6
          07 N 923
        PWK S 10 Line Supplemental Information ; P0506
          01 R ID 2/2 755 Attachment Report Type Code = @reports
          02! R ID 1/2 756 Attachment Transmission Code = AA BM EL EM FT FX
          03 N 757 98
          05 S ID 1/2 66 Identification Code Qualifier = AC
          06 S AN 2/50 67 Identification Code
          07 N 352 C002 1525
        PWK S 1 Durable Medical Equipment Certification of Medical Necessity Indicator ; P0506
          01 R ID 2/2 755 Attachment Report Type Code = CT
          02! R ID 1/2 756 Attachment Transmission Code = AB AD AF AG NS
          03 N 757 98 66 67 352 C002 1525
        CR1 S 1 Ambulance Transport Information ; P0102 P0506
          01 S ID 2/2 355 Unit or Basis for Measurement Code = LB
          02 S R 1/10 81 Patient Weight
          03 N 1316
          04 R ID 1/1 1317 Ambulance Transport Reason Code = A B C D E
          05 R ID 2/2 355 Unit or Basis for Measurement Code = DH
          06 R R 1/15 380 Transport Distance
          07 N 166 166
          09 S AN 1/80 352 Round Trip Purpose Description
          10 S AN 1/80 352 Stretcher Purpose Description
        CR3 S 1 Durable Medical Equipment Certification ; P0203
          01 R ID 1/1 1322 Certification Type Code = I R S
          02 R ID 2/2 355 Unit or Basis for Measurement Code = MO
          03 R R 1/15 380 Durable Medical Equipment Duration
          04 N 1335 352
        CRC S 3 Ambulance Certification
          01! R ID 2/2 1136 Code Category = 07
          02 R ID 1/1 1073 Certification Condition Indicator = N Y
          03 R ID 2/3 1321 Condition Code = 01 04 05 06 07 08 09 12
          04 S ID 2/3 1321 Condition Code = 01 04 05 06 07 08 09 12
          05..07 as 04
        CRC S 1 Hospice Employee Indicator
          01! R ID 2/2 1136 Code Category = 70
          02 R ID 1/1 1073 Hospice Employed Provider Indicator = N Y
          03 R ID 2/3 1321 Condition Indicator = 65
          04 N 1321 1321 1321 1321
        CRC S 1 Condition Indicator/Durable Medical Equipment
          01! R ID 2/2 1136 Code Category = 09
          02 R ID 1/1 1073 Certification Condition Indicator = Y N
          03 R ID 2/3 1321 Condition Indicator = 38 ZV
          04 S ID 2/3 1321 Condition Indicator = 38 ZV
          05 N 1321 1321 1321
        DTP R 1 Service Date
          01! R ID 3/3 374 Date/Time Qualifier = 472
          02 R ID 2/3 1250 Date Time Period Format Qualifier = D8 RD8
          03 R AN 1/35 1251 Service Date
        DTP S 1 Prescription Date
          01! R ID 3/3 374 Date/Time Qualifier = 471
          02 R ID 2/3 1250 Date Time Period Format Qualifier = D8
          03 R AN 1/35 1251 Prescription Date
        DTP S 1 Certification Revision/Recertification Date
          01! R ID 3/3 374 Date/Time Qualifier = 607
          02 R ID 2/3 1250 Date Time Period Format Qualifier = D8
          03 R AN 1/35 1251 Certification Revision or Recertification Date
        DTP S 1 Begin Therapy Date
          01! R ID 3/3 374 Date/Time Qualifier = 463
          02 R ID 2/3 1250 Date Time Period Format Qualifier = D8
          03 R AN 1/35 1251 Begin Therapy Date
        DTP S 1 Last Certification Date
          01! R ID 3/3 374 Date/Time Qualifier = 461
          02 R ID 2/3 1250 Date Time Period Format Qualifier = D8
          03 R AN 1/35 1251 Last Certification Date
        DTP S 1 Last Seen Date
          01! R ID 3/3 374 Date/Time Qualifier = 304
          02 R ID 2/3 1250 Date Time Period Format Qualifier = D8
          03 R AN 1/35 1251 Treatment or Therapy Date
        DTP S 2 Test Date
          01! R ID 3/3 374 Date/Time Qualifier = 738 739
          02 R ID 2/3 1250 Date Time Period Format Qualifier = D8
          03 R AN 1/35 1251 Test Performed Date
        DTP S 1 Shipped Date
          01! R ID 3/3 374 Date/Time Qualifier = 011
          02 R ID 2/3 1250 Date Time Period Format Qualifier = D8
          03 R AN 1/35 1251 Shipped Date
        DTP S 1 Last X-ray Date
          01! R ID 3/3 374 Date/Time Qualifier = 455
          02 R ID 2/3 1250 Date Time Period Format Qualifier = D8
          03 R AN 1/35 1251 Last X-ray Date
        DTP S 1 Initial Treatment Date
          01! R ID 3/3 374 Date/Time Qualifier = 454
          02 R ID 2/3 1250 Date Time Period Format Qualifier = D8
          03 R AN 1/35 1251 Initial Treatment Date
        QTY S 1 Ambulance Patient Count ; R0204 E0204
          01! R ID 2/2 673 Quantity Qualifier = PT
          02 R R 1/15 380 Ambulance Patient Count
          03 N C001 61
        QTY S 1 Obstetric Anesthesia Additional Units ; R0204 E0204
          01! R ID 2/2 673 Quantity Qualifier = FL
          02 R R 1/15 380 Obstetric Additional Units
          03 N C001 61
        MEA S 5 Test Result ; R03050608 E0412 L050412 L060412 L07030506 E0803 P1112
          01 R ID 2/2 737 Measurement Reference Identification Code = OG TR
          02 R ID 2/2 738 Measurement Qualifier = HT R1 R2 R3 R4
          03 R R 1/20 739 Test Results
          04 N C001 740 741 935 936 752 753 1270 1271
        CN1 S 1 Contract Information
          01 R ID 2/2 1166 Contract Type Code = 01 02 03 04 05 06 09
          02 S R 1/10 782 Contract Amount
          03 S R 1/6 332 Contract Percentage
          04 S AN 1/50 127 Contract Code
          05 S R 1/6 338 Terms Discount Percentage
          06 S AN 1/30 799 Contract Version Identifier
        REF S 1 Repriced Line Item Reference Number ; R0203
          01! R ID 2/3 128 Reference Identification Qualifier = 9B
          02 R AN 1/50 127 Repriced Line Item Reference Number
          03 N 352 C040
        REF S 1 Adjusted Repriced Line Item Reference Number ; R0203
          01! R ID 2/3 128 Reference Identification Qualifier = 9D
          02 R AN 1/50 127 Adjusted Repriced Line Item Reference Number
          03 N 352 C040
        REF S 5 Prior Authorization ; R0203
          01! R ID 2/3 128 Reference Identification Qualifier = G1
          02 R AN 1/50 127 Prior Authorization or Referral Number
          03 N 352
          04 S C040 Reference Identifier ; P0304 P0506
            04-1 R ID 2/3 128 Reference Identification Qualifier = 2U
            04-2 R AN 1/50 127 Other Payer Primary Identifier
            04-3 N 128 127 128 127
        REF S 1 Line Item Control Number ; R0203
          01! R ID 2/3 128 Reference Identification Qualifier = 6R
          02 R AN 1/30 127 Line Item Control Number
          03 N 352 C040
        REF S 1 Mammography Certification Number ; R0203
          01! R ID 2/3 128 Reference Identification Qualifier = EW
          02 R AN 1/50 127 Mammography Certification Number
          03 N 352 C040
        REF S 1 CLIA Number ; R0203
          01! R ID 2/3 128 Reference Identification Qualifier = X4
          02 R AN 1/50 127 CLIA Number
          03 N 352 C040
        REF S 1 Referring CLIA Number ; R0203
          01! R ID 2/3 128 Reference Identification Qualifier = F4
          02 R AN 1/50 127 Referring CLIA Number
          03 N 352 C040
        REF S 1 Immunization Batch Number ; R0203
          01! R ID 2/3 128 Reference Identification Qualifier = BT
          02 R AN 1/50 127 Immunization Batch Number
          03 N 352 C040
        REF S 5 Referral Number ; R0203
          01! R ID 2/3 128 Reference Identification Qualifier = 9F
          02 R AN 1/50 127 Referral Number
          03 N 352
          04 S C040 Reference Identifier ; P0304 P0506
            04-1 R ID 2/3 128 Reference Identification Qualifier = 2U
            04-2 R AN 1/50 127 Other Payer Primary Identifier
            04-3 N 128 127 128 127
        AMT S 1 Sales Tax Amount
          01! R ID 1/3 522 Amount Qualifier Code = T
          02 R R 1/10 782 Sales Tax Amount
          03 N 478
        AMT S 1 Postage Claimed Amount
          01! R ID 1/3 522 Amount Qualifier Code = F4
          02 R R 1/10 782 Postage Claimed Amount
          03 N 478
        K3 S 10 File Information
          01 R AN 1/80 449 Fixed Format Information
          02 N 1333 C001
        NTE S 1 Line Note
          01! R ID 3/3 363 Note Reference Code = ADD DCP
          02 R AN 1/80 352 Line Note Text
        NTE S 1 Third Party Organization Notes
          01! R ID 3/3 363 Note Reference Code = TPO
          02 R AN 1/80 352 Line Note Text
        PS1 S 1 Purchased Service Information
          01 R AN 1/50 127 Purchased Service Provider Identifier
          02 R R 1/10 782 Purchased Service Charge Amount
          03 N 156
        HCP S 1 Line Pricing/Repricing Information ; R0113 P0910 P1112
          01 R ID 2/2 1473 Pricing Methodology = 00 01 02 03 04 05 06 07 08 09 10 11 12 13 14
          02 R R 1/10 782 Repriced Allowed Amount
          03 S R 1/10 782 Repriced Saving Amount
          04 S AN 1/50 127 Repricing Organization Identifier
          05 S R 1/9 118 Repricing Per Diem or Flat Rate Amount
          06 S AN 1/50 127 Repriced Approved Ambulatory Patient Group Code
          07 S R 1/10 782 Repriced Approved Ambulatory Patient Group Amount
          08 N 234
          09 S ID 2/2 235 Product or Service ID Qualifier = ER HC IV WK
          10 S AN 1/48 234 Repriced Approved HCPCS Code
          11 S ID 2/2 355 Unit or Basis for Measurement Code = MJ UN
          12 S R 1/8 380 Quantity
          13 S ID 2/2 901 Reject Reason Code = T1 T2 T3 T4 T5 T6
          14 S ID 1/2 1526 Policy Compliance Code = 1 2 3 4 5
          15 S ID 1/2 1527 Exception Code = 1 2 3 4 5 6
        loop 2410 S 1 Drug Identification
          LIN R 1 Drug Identification ; P0405 P0607 P0809 P1011 P1213 P1415 P1617 P1819 P2021 P2223 P2425 P2627 P2829 P3031
            01 N 350
            02 R ID 2/2 235 Product or Service ID Qualifier = N4 EN EO HI ON UK UP
            03 R AN 1/48 234 National Drug Code or Universal Product Number
            04 N 235 234 235 234 235 234 235 234 235 234 235 234 235 234 235 234 235 234 235 234 235 234 235 234 235 234 235 234
          CTP R 1 Drug Quantity ; P0405 C0607 C0902 C1002 C1103
            01 N 687 236 212
            04 R R 1/15 380 National Drug Unit Count
            05 R C001 Composite Unit of Measure
              05-1 R ID 2/2 355 Unit or Basis for Measurement Code = F2 GR ME ML UN
              05-2 N 1018 649 355 1018 649 355 1018 649 355 1018 649 355 1018 649
            06 N 648 649 782 639 499 289
          REF S 1 Prescription or Compound Drug Association Number ; R0203
            01 R ID 2/3 128 Reference Identification Qualifier = VY XZ
            02 R AN 1/50 127 Prescription Number
            03 N 352 C040
        loop 2420A S 1 Rendering Provider Name
          NM1 R 1 Rendering Provider Name ; P0809 C1110 C1203
            01! R ID 2/3 98 Entity Identifier Code = 82
            02 R ID 1/1 1065 Entity Type Qualifier = 1 2
            03 R AN 1/60 1035 Rendering Provider Last Name
            04 S AN 1/35 1036 Rendering Provider First Name
            05 S AN 1/25 1037 Rendering Provider Middle Name or Initial
            06 N 1038
            07 S AN 1/10 1039 Rendering Provider Name Suffix
            08 S ID 1/2 66 Identification Code Qualifier = XX
            09 S AN 2/80 67 Rendering Provider Identifier
            10 N 706 98 1035
          PRV S 1 Rendering Provider Specialty Information ; P0203
            01 R ID 1/3 1221 Provider Code = PE
            02 R ID 2/3 128 Reference Identification Qualifier = PXC
            03 R AN 1/50 127 Provider Taxonomy Code
            04 N 156 C035 1223
          REF S 20 Rendering Provider Secondary Identification ; R0203
            01 R ID 2/3 128 Reference Identification Qualifier = 0B 1G G2 LU
            02 R AN 1/50 127 Rendering Provider Secondary Identifier
            03 N 352
            04 S C040 Reference Identifier ; P0304 P0506
              04-1 R ID 2/3 128 Reference Identification Qualifier = 2U
              04-2 R AN 1/50 127 Other Payer Primary Identifier
              04-3 N 128 127 128 127
        loop 2420B S 1 Purchased Service Provider Name
          NM1 R 1 Purchased Service Provider Name ; P0809 C1110 C1203
            01! R ID 2/3 98 Entity Identifier Code = QB
            02 R ID 1/1 1065 Entity Type Qualifier = 1 2
            03 N 1035 1036 1037 1038 1039
            08 S ID 1/2 66 Identification Code Qualifier = XX
            09 S AN 2/80 67 Purchased Service Provider Identifier
            10 N 706 98 1035
          REF S 20 Purchased Service Provider Secondary Identification ; R0203
            01 R ID 2/3 128 Reference Identification Qualifier = 0B 1G G2
            02 R AN 1/50 127 Purchased Service Provider Secondary Identifier
            03 N 352
            04 S C040 Reference Identifier ; P0304 P0506
              04-1 R ID 2/3 128 Reference Identification Qualifier = 2U
              04-2 R AN 1/50 127 Other Payer Primary Identifier
              04-3 N 128 127 128 127
        loop 2420C S 1 Service Facility Location Name
          NM1 R 1 Service Facility Location Name ; P0809 C1110 C1203
            01! R ID 2/3 98 Entity Identifier Code = 77
            02 R ID 1/1 1065 Entity Type Qualifier = 2
            03 R AN 1/60 1035 Laboratory or Facility Name
            04 N 1036 1037 1038 1039
            08 S ID 1/2 66 Identification Code Qualifier = XX
            09 S AN 2/80 67 Laboratory or Facility Primary Identifier
            10 N 706 98 1035
          N3 R 1 Service Facility Location Address
            01 R AN 1/55 166 Laboratory or Facility Address Line
            02 S AN 1/55 166 Laboratory or Facility Address Line
          N4 R 1 Service Facility Location City, State, ZIP Code ; E0207 C0605 C0704
            01 R AN 2/30 19 Laboratory or Facility City Name
            02 S ID 2/2 156 Laboratory or Facility State or Province Code ~22
            03 S ID 3/15 116 Laboratory or Facility Postal Zone or ZIP Code ~51
            04 S ID 2/3 26 Country Code ~5
            05 N 309 310
            07 S ID 1/3 1715 Country Subdivision Code ~5
          REF S 3 Service Facility Location Secondary Identification ; R0203
            01 R ID 2/3 128 Reference Identification Qualifier = G2 LU
            02 R AN 1/50 127 Service Facility Location Secondary Identifier
            03 N 352
            04 S C040 Reference Identifier ; P0304 P0506
              04-1 R ID 2/3 128 Reference Identification Qualifier = 2U
              04-2 R AN 1/50 127 Other Payer Primary Identifier
              04-3 N 128 127 128 127
        loop 2420D S 1 Supervising Provider Name
          NM1 R 1 Supervising Provider Name ; P0809 C1110 C1203
            01! R ID 2/3 98 Entity Identifier Code = DQ
            02 R ID 1/1 1065 Entity Type Qualifier = 1
            03 R AN 1/60 1035 Supervising Provider Last Name
            04 S AN 1/35 1036 Supervising Provider First Name
            05 S AN 1/25 1037 Supervising Provider Middle Name
            06 N 1038
            07 S AN 1/10 1039 Supervising Provider Name Suffix
            08 S ID 1/2 66 Identification Code Qualifier = XX
            09 S AN 2/80 67 Supervising Provider Identifier
            10 N 706 98 1035
          REF S 20 Supervising Provider Secondary Identification ; R0203
            01 R ID 2/3 128 Reference Identification Qualifier = 0B 1G G2 LU
            02 R AN 1/50 127 Supervising Provider Secondary Identifier
            03 N 352
            04 S C040 Reference Identifier ; P0304 P0506
              04-1 R ID 2/3 128 Reference Identification Qualifier = 2U
              04-2 R AN 1/50 127 Other Payer Primary Identifier
              04-3 N 128 127 128 127
        loop 2420E S 1 Ordering Provider Name
          NM1 R 1 Ordering Provider Name ; P0809 C1110 C1203
            01! R ID 2/3 98 Entity Identifier Code = DK
            02 R ID 1/1 1065 Entity Type Qualifier = 1
            03 R AN 1/60 1035 Ordering Provider Last Name
            04 S AN 1/35 1036 Ordering Provider First Name
            05 S AN 1/25 1037 Ordering Provider Middle Name
            06 N 1038
            07 S AN 1/10 1039 Ordering Provider Name Suffix
            08 S ID 1/2 66 Identification Code Qualifier = XX
            09 S AN 2/80 67 Ordering Provider Identifier
            10 N 706 98 1035
          N3 S 1 Ordering Provider Address
            01 R AN 1/55 166 Ordering Provider Address Line
            02 S AN 1/55 166 Ordering Provider Address Line
          N4 S 1 Ordering Provider City, State, ZIP Code ; E0207 C0605 C0704
            01 R AN 2/30 19 Ordering Provider City Name
            02 S ID 2/2 156 Ordering Provider State or Province Code ~22
            03 S ID 3/15 116 Ordering Provider Postal Zone or ZIP Code ~51
            04 S ID 2/3 26 Country Code ~5
            05 N 309 310
            07 S ID 1/3 1715 Country Subdivision Code ~5
          REF S 20 Ordering Provider Secondary Identification ; R0203
            01 R ID 2/3 128 Reference Identification Qualifier = 0B 1G G2
            02 R AN 1/50 127 Ordering Provider Secondary Identifier
            03 N 352
            04 S C040 Reference Identifier ; P0304 P0506
              04-1 R ID 2/3 128 Reference Identification Qualifier = 2U
              04-2 R AN 1/50 127 Other Payer Primary Identifier
              04-3 N 128 127 128 127
          PER S 1 Ordering Provider Contact Information ; P0304 P0506 P0708
            01 R ID 2/2 366 Contact Function Code = IC
            02 S AN 1/60 93 Ordering Provider Contact Name
            03 R ID 2/2 365 Communication Number Qualifier = EM FX TE
            04 R AN 1/256 364 Communication Number
            05 S ID 2/2 365 Communication Number Qualifier = EM EX FX TE
            06 S AN 1/256 364 Communication Number
            07..08 as 05..06
            09 N 443
        loop 2420F S 2 Referring Provider Name
          NM1 R 1 Referring Provider Name ; P0809 C1110 C1203
            01! R ID 2/3 98 Entity Identifier Code = DN P3
            02 R ID 1/1 1065 Entity Type Qualifier = 1
            03 R AN 1/60 1035 Referring Provider Last Name
            04 S AN 1/35 1036 Referring Provider First Name
            05 S AN 1/25 1037 Referring Provider Middle Name
            06 N 1038
            07 S AN 1/10 1039 Referring Provider Name Suffix
            08 S ID 1/2 66 Identification Code Qualifier = XX
            09 S AN 2/80 67 Referring Provider Identifier
            10 N 706 98 1035
          REF S 20 Referring Provider Secondary Identification ; R0203
            01 R ID 2/3 128 Reference Identification Qualifier = 0B 1G G2
            02 R AN 1/50 127 Referring Provider Secondary Identifier
            03 N 352
            04 S C040 Reference Identifier ; P0304 P0506
              04-1 R ID 2/3 128 Reference Identification Qualifier = 2U
              04-2 R AN 1/50 127 Other Payer Primary Identifier
              04-3 N 128 127 128 127
        loop 2420G S 1 Ambulance Pick-Up Location
          NM1 R 1 Ambulance Pick-up Location ; P0809 C1110 C1203
            01! R ID 2/3 98 Entity Identifier Code = PW
            02 R ID 1/1 1065 Entity Type Qualifier = 2
            03 N 1035 1036 1037 1038 1039 66 67 706 98 1035
          N3 R 1 Ambulance Pick-up Location Address
            01 R AN 1/55 166 Ambulance Pick-up Address Line
            02 S AN 1/55 166 Ambulance Pick-up Address Line
          N4 R 1 Ambulance Pick-up Location City, State, ZIP Code ; E0207 C0605 C0704
            01 R AN 2/30 19 Ambulance Pick-up City Name
            02 S ID 2/2 156 Ambulance Pick-up State or Province Code ~22
            03 S ID 3/15 116 Ambulance Pick-up Postal Zone or ZIP Code ~51
            04 S ID 2/3 26 Country Code ~5
            05 N 309 310
            07 S ID 1/3 1715 Country Subdivision Code ~5
        loop 2420H S 1 Ambulance Drop-Off Location
          NM1 R 1 Ambulance Drop-off Location ; P0809 C1110 C1203
            01! R ID 2/3 98 Entity Identifier Code = 45
            02 R ID 1/1 1065 Entity Type Qualifier = 2
            03 S AN 1/60 1035 Ambulance Drop-off Location
            04 N 1036 1037 1038 1039 66 67 706 98 1035
          N3 R 1 Ambulance Drop-off Location Address
            01 R AN 1/55 166 Ambulance Drop-off Address Line
            02 S AN 1/55 166 Ambulance Drop-off Address Line
          N4 R 1 Ambulance Drop-off Location City, State, ZIP Code ; E0207 C0605 C0704
            01 R AN 2/30 19 Ambulance Drop-off City Name
            02 S ID 2/2 156 Ambulance Drop-off State or Province Code ~22
            03 S ID 3/15 116 Ambulance Drop-off Postal Zone or ZIP Code ~51
            04 S ID 2/3 26 Country Code ~5
            05 N 309 310
            07 S ID 1/3 1715 Country Subdivision Code ~5
        loop 2430 S 15 Line Adjudication Information
          SVD R 1 Line Adjudication Information
            01 R AN 2/80 67 Other Payer Primary Identifier
            02 R R 1/10 782 Service Line Paid Amount
            03 R C003 Composite Medical Procedure Identifier
              03-1 R ID 2/2 235 Product or Service ID Qualifier = ER HC IV WK
              03-2 R AN 1/48 234 Procedure Code
              03-3 S AN 2/2 1339 Procedure Modifier
              03-4..6 as 3
              03-7 S AN 1/80 352 Procedure Code Description
              03-8 N 234
            04 N 234
            05 R R 1/8 380 Quantity
            06 S N0 1/6 554 Bundled or Unbundled Line Number
          CAS S 5 Line Adjustment ; L050607 C0605 C0705 L080910 C0908 C1008 L111213 C1211 C1311 L141516 C1514 C1614 L171819 C1817 C1917
            01 R ID 1/2 1033 Claim Adjustment Group Code = CO CR OA PI PR
            02 R ID 1/5 1034 Adjustment Reason Code ~139
            03 R R 1/10 782 Adjustment Amount
            04 S R 1/15 380 Adjustment Quantity
            05 S ID 1/5 1034 Adjustment Reason Code ~139
            06 S R 1/10 782 Adjustment Amount
            07 S R 1/15 380 Adjustment Quantity
            08..19 as 05..07
          DTP R 1 Line Check or Remittance Date
            01 R ID 3/3 374 Date/Time Qualifier = 573
            02 R ID 2/3 1250 Date Time Period Format Qualifier = D8
            03 R AN 1/35 1251 Adjudication or Payment Date
          AMT S 1 Remaining Patient Liability
            01 R ID 1/3 522 Amount Qualifier Code = EAF
            02 R R 1/10 782 Remaining Patient Liability
            03 N 478
        loop 2440 S >1 Form Identification Code
          LQ R 1 Form Identification Code ; C0102
            01 R ID 1/3 1270 Code List Qualifier Code = AS UT
            02 R AN 1/30 1271 Form Identifier
          FRM R 99 Supporting Documentation ; R02030405
            01 R AN 1/20 350 Question Number/Letter
            02 S ID 1/1 1073 Question Response = N W Y
            03 S AN 1/50 127 Question Response
            04 S DT 8/8 373 Question Response
            05 S R 1/6 332 Question Response
    loop 2000C S >1 Patient Hierarchical Level
      HL R 1 Patient Hierarchical Level
        01 R AN 1/12 628 Hierarchical ID Number
        02 R AN 1/12 734 Hierarchical Parent ID Number
        03! R ID 1/2 735 Hierarchical Level Code = 23
        04 R ID 1/1 736 Hierarchical Child Code = 0
      PAT R 1 Patient Information ; P0506 P0708
        01 R ID 2/2 1069 Individual Relationship Code = 01 19 20 21 39 40 53 G8
        02 N 1384 584 1220
        05 S ID 2/3 1250 Date Time Period Format Qualifier = D8
        06 S AN 1/35 1251 Patient Death Date
        07 S ID 2/2 355 Unit or Basis for Measurement Code = 01
        08 S R 1/10 81 Patient Weight
        09 S ID 1/1 1073 Pregnancy Indicator = Y
      loop 2010CA R 1 Patient Name
        NM1 R 1 Patient Name ; P0809 C1110 C1203
          01 R ID 2/3 98 Entity Identifier Code = QC
          02 R ID 1/1 1065 Entity Type Qualifier = 1
          03 R AN 1/60 1035 Patient Last Name
          04 S AN 1/35 1036 Patient First Name
          05 S AN 1/25 1037 Patient Middle Name or Initial
          06 N 1038
          07 S AN 1/10 1039 Patient Name Suffix
          08 N 66 67 706 98 1035
        N3 R 1 Patient Address
          01 R AN 1/55 166 Patient Address Line
          02 S AN 1/55 166 Patient Address Line
        N4 R 1 Patient City, State, ZIP Code ; E0207 C0605 C0704
          01 R AN 2/30 19 Patient City Name
          02 S ID 2/2 156 Patient State Code ~22
          03 S ID 3/15 116 Patient Postal Zone or ZIP Code ~51
          04 S ID 2/3 26 Country Code ~5
          05 N 309 310
          07 S ID 1/3 1715 Country Subdivision Code ~5
        DMG R 1 Patient Demographic Information ; P0102 P1011 C1105
          01 R ID 2/3 1250 Date Time Period Format Qualifier = D8
          02 R AN 1/35 1251 Patient Birth Date
          03 R ID 1/1 1068 Patient Gender Code = F M U
          04 N 1067 C056 1066 26 659 380 1270 1271
        REF S 1 Property and Casualty Claim Number ; R0203
          01! R ID 2/3 128 Reference Identification Qualifier = Y4
          02 R AN 1/50 127 Property Casualty Claim Number
          03 N 352 C040
        REF S 1 Property and Casualty Patient Identifier ; R0203
          01! R ID 2/3 128 Reference Identification Qualifier = 1W SY
          02 R AN 1/50 127 Property Casualty Patient Identifier
          03 N 352 C040
        PER S 1 Property and Casualty Patient Contact Information ; P0304 P0506 P0708
          01 R ID 2/2 366 Contact Function Code = IC
          02 S AN 1/60 93 Name
          03 R ID 2/2 365 Communication Number Qualifier = TE
          04 R AN 1/256 364 Communication Number
          05 S ID 2/2 365 Communication Number Qualifier = EX
          06 S AN 1/256 364 Communication Number
          07 N 365 364 443
      same 2300 R 100
SE R 1 Transaction Set Trailer
  01 R N0 1/10 96 Number of Included Segments
  02 R AN 4/9 329 Transaction Set Control Number
`,
};
