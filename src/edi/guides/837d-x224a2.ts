import type { GuideSource } from '../guide/guide-source.ts';

/** 837 dental claims, TR3 005010X224A2. */
export const DENTAL_CLAIMS: GuideSource = {
  ids: ['005010X224A2', '005010X224', '005010X224A1', '005010X224A3'],
  name: 'dental claims (837D)',
  functionalIdentifier: 'HC',
  setIdentifier: '837',
  text: `
list claim-filing
  11 12 13 14 15 16 17 AM BL CH CI DS FI HM LM MA MB MC OF TV VA WC ZZ
ST R 1 Transaction Set Header
  01 R ID 3/3 143 Transaction Set Identifier Code = 837
  02 R AN 4/9 329 Transaction Set Control Number
  03 R AN 1/35 1705 Implementation Convention Reference = 005010X224A2 005010X224 005010X224A1 005010X224A3
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
        07 R ID 1/1 1359 Assignment or Plan Participation Code = A C
        08 R ID 1/1 1073 Benefits Assignment Certification Indicator = N W Y
        09 R ID 1/1 1363 Release of Information Code = I Y
        10 N 1351
        11 S C024 Related Causes Information
          11-1 R ID 2/3 1362 Related Causes Code = AA EM OA
          11-2 S ID 2/3 1362 Related Causes Code = AA EM OA
          11-3 N 1362
          11-4 S ID 2/2 156 Auto Accident State or Province Code ~22
          11-5 S ID 2/3 26 Country Code ~5
        12 S ID 2/3 1366 Special Program Indicator = 01 02 03 05
        13 N 1073 1338 1073 1360 1029 1073
        19 S ID 2/2 1383 Predetermination of Benefits Code = PB
        20 S ID 1/2 1514 Delay Reason Code = 1 2 3 4 5 6 7 8 9 10 11 15
      DTP S 1 Accident Date
        01! R ID 3/3 374 Date/Time Qualifier = 439
        02 R ID 2/3 1250 Date Time Period Format Qualifier = D8
        03 R AN 1/35 1251 Accident Date
      DTP S 1 Appliance Placement Date
        01! R ID 3/3 374 Date/Time Qualifier = 452
        02 R ID 2/3 1250 Date Time Period Format Qualifier = D8
        03 R AN 1/35 1251 Appliance Placement Date
      DTP S 1 Service Date
        01! R ID 3/3 374 Date/Time Qualifier = 472
        02 R ID 2/3 1250 Date Time Period Format Qualifier = D8 RD8
        03 R AN 1/35 1251 Service Date
      DTP S 1 Repricer Received Date
        01! R ID 3/3 374 Date/Time Qualifier = 050
        02 R ID 2/3 1250 Date Time Period Format Qualifier = D8
        03 R AN 1/35 1251 Repricer Received Date
      DN1 S 1 Orthodontic Total Months of Treatment
        01 S R 1/15 380 Orthodontic Treatment Months Count
        02 S R 1/15 380 Orthodontic Treatment Months Remaining Count
        03 N 1073
        04 S AN 1/80 352 Orthodontic Treatment Indicator
      DN2 S 35 Tooth Status ; P0405
        01 R AN 1/50 127 Tooth Number
        02 R ID 1/2 1368 Tooth Status Code = E M
        03 N 380 1250 1251
        06 R ID 1/3 1270 Code List Qualifier Code = JP
      PWK S 10 Claim Supplemental Information ; P0506
        01 R ID 2/2 755 Report Type Code = B4 DA DG EB OZ P6 RB RR
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
      REF S 1 Predetermination Identification ; R0203
        01! R ID 2/3 128 Reference Identification Qualifier = G3
        02 R AN 1/50 127 Predetermination of Benefits Identifier
        03 N 352 C040
      REF S 1 Service Authorization Exception Code ; R0203
        01! R ID 2/3 128 Reference Identification Qualifier = 4N
        02 R AN 1/50 127 Service Authorization Exception Code = 1 2 3 4 5 6 7
        03 N 352 C040
      REF S 1 Payer Claim Control Number ; R0203
        01! R ID 2/3 128 Reference Identification Qualifier = F8
        02 R AN 1/50 127 Payer Claim Control Number
        03 N 352 C040
      REF S 1 Referral Number ; R0203
        01! R ID 2/3 128 Reference Identification Qualifier = 9F
        02 R AN 1/50 127 Referral Number
        03 N 352 C040
      REF S 1 Prior Authorization ; R0203
        01! R ID 2/3 128 Reference Identification Qualifier = G1
        02 R AN 1/50 127 Prior Authorization Number
        03 N 352 C040
      REF S 1 Repriced Claim Number ; R0203
        01! R ID 2/3 128 Reference Identification Qualifier = 9A
        02 R AN 1/50 127 Repriced Claim Reference Number
        03 N 352 C040
      REF S 1 Adjusted Repriced Claim Number ; R0203
        01! R ID 2/3 128 Reference Identification Qualifier = 9C
        02 R AN 1/50 127 Adjusted Repriced Claim Reference Number
        03 N 352 C040
      REF S 1 Claim Identifier for Transmission Intermediaries ; R0203
        01! R ID 2/3 128 Reference Identification Qualifier = D9
        02 R AN 1/20 127 Claim Identifier for Transmission Intermediaries
        03 N 352 C040
      K3 S 10 File Information
        01 R AN 1/80 449 Fixed Format Information
        02 N 1333 C001
      NTE S 5 Claim Note
        01 R ID 3/3 363 Note Reference Code = ADD
        02 R AN 1/80 352 Claim Note Text
      HI S 1 Health Care Diagnosis Code
        01 R C022 Health Care Code Information ; P0304 E0809
          01-1 R ID 1/3 1270 Code List Qualifier Code = ABK BK TQ
          01-2 R AN 1/30 1271 Diagnosis Code
          01-3 N 1250 1251 782 380 799 1271 1073
        02 S C022 Health Care Code Information ; P0304 E0809
          02-1 R ID 1/3 1270 Code List Qualifier Code = ABF BF TQ
          02-2 R AN 1/30 1271 Diagnosis Code
          02-3 N 1250 1251 782 380 799 1271 1073
        03..04 as 02
        05 N C022 C022 C022 C022 C022 C022 C022 C022
      HCP S 1 Claim Pricing/Repricing Information ; R0113 P0910 P1112
        01 R ID 2/2 1473 Pricing Methodology = 00 01 02 03 04 05 06 07 08 09 10 11 12 13 14
        02 R R 1/10 782 Repriced Allowed Amount
        03 S R 1/10 782 Repriced Saving Amount
        04 S AN 1/50 127 Repricing Organization Identifier
        05 S R 1/9 118 Repricing Per Diem or Flat Rate Amount
        06 N 127 782 234 235 234 355 380
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
        PRV S 1 Referring Provider Specialty Information ; P0203
          01 R ID 1/3 1221 Provider Code = RF
          02 R ID 2/3 128 Reference Identification Qualifier = PXC
          03 R AN 1/50 127 Provider Taxonomy Code
          04 N 156 C035 1223
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
      loop 2310D S 1 Assistant Surgeon Name
        NM1 R 1 Assistant Surgeon Name ; P0809 C1110 C1203
          01! R ID 2/3 98 Entity Identifier Code = DD
          02 R ID 1/1 1065 Entity Type Qualifier = 1
          03 R AN 1/60 1035 Assistant Surgeon Last Name
          04 S AN 1/35 1036 Assistant Surgeon First Name
          05 S AN 1/25 1037 Assistant Surgeon Middle Name or Initial
          06 N 1038
          07 S AN 1/10 1039 Assistant Surgeon Name Suffix
          08 S ID 1/2 66 Identification Code Qualifier = XX
          09 S AN 2/80 67 Assistant Surgeon Identifier
          10 N 706 98 1035
        PRV S 1 Assistant Surgeon Specialty Information ; P0203
          01 R ID 1/3 1221 Provider Code = AS
          02 R ID 2/3 128 Reference Identification Qualifier = PXC
          03 R AN 1/50 127 Provider Taxonomy Code
          04 N 156 C035 1223
        REF S 4 Assistant Surgeon Secondary Identification ; R0203
          01 R ID 2/3 128 Reference Identification Qualifier = 0B 1G G2 LU
          02 R AN 1/50 127 Assistant Surgeon Secondary Identifier
          03 N 352 C040
      loop 2310E S 1 Supervising Provider Name
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
        AMT S 1 Remaining Patient Liability
          01! R ID 1/3 522 Amount Qualifier Code = EAF
          02 R R 1/10 782 Remaining Patient Liability
          03 N 478
        AMT S 1 COB Total Non-Covered Amount
          01! R ID 1/3 522 Amount Qualifier Code = A8
          02 R R 1/10 782 Non-Covered Charge Amount
          03 N 478
        OI R 1 Other Insurance Coverage Information
          01 N 1032 1383
          03 R ID 1/1 1073 Benefits Assignment Certification Indicator = N W Y
          04 N 1351 1360
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
          REF S 1 Other Payer Predetermination Identification ; R0203
            01! R ID 2/3 128 Reference Identification Qualifier = G3
            02 R AN 1/50 127 Other Payer Predetermination Identifier
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
        loop 2330E S 1 Other Payer Supervising Provider
          NM1 R 1 Other Payer Supervising Provider ; P0809 C1110 C1203
            01! R ID 2/3 98 Entity Identifier Code = DQ
            02 R ID 1/1 1065 Entity Type Qualifier = 1
            03 N 1035 1036 1037 1038 1039 66 67 706 98 1035
          REF R 3 Other Payer Supervising Provider Secondary Identification ; R0203
            01 R ID 2/3 128 Reference Identification Qualifier = 0B 1G G2 LU
            02 R AN 1/50 127 Other Payer Supervising Provider Identifier
            03 N 352 C040
        loop 2330F S 1 Other Payer Billing Provider
          NM1 R 1 Other Payer Billing Provider ; P0809 C1110 C1203
            01! R ID 2/3 98 Entity Identifier Code = 85
            02 R ID 1/1 1065 Entity Type Qualifier = 1 2
            03 N 1035 1036 1037 1038 1039 66 67 706 98 1035
          REF R 2 Other Payer Billing Provider Secondary Identification ; R0203
            01 R ID 2/3 128 Reference Identification Qualifier = G2 LU
            02 R AN 1/50 127 Other Payer Billing Provider Identifier
            03 N 352 C040
        loop 2330G S 1 Other Payer Service Facility Location
          NM1 R 1 Other Payer Service Facility Location ; P0809 C1110 C1203
            01! R ID 2/3 98 Entity Identifier Code = 77
            02 R ID 1/1 1065 Entity Type Qualifier = 2
            03 N 1035 1036 1037 1038 1039 66 67 706 98 1035
          REF R 3 Other Payer Service Facility Location Secondary Identification ; R0203
            01 R ID 2/3 128 Reference Identification Qualifier = 0B G2 LU
            02 R AN 1/50 127 Other Payer Service Facility Location Secondary Identifier
            03 N 352 C040
        loop 2330H S 1 Other Payer Assistant Surgeon
          NM1 R 1 Other Payer Assistant Surgeon ; P0809 C1110 C1203
            01! R ID 2/3 98 Entity Identifier Code = DD
            02 R ID 1/1 1065 Entity Type Qualifier = 1
            03 N 1035 1036 1037 1038 1039 66 67 706 98 1035
          REF R 3 Other Payer Assistant Surgeon Secondary Identification ; R0203
            01 R ID 2/3 128 Reference Identification Qualifier = 0B 1G G2 LU
            02 R AN 1/50 127 Other Payer Assistant Surgeon Identifier
            03 N 352 C040
      loop 2400 R 50 Service Line Number
        LX R 1 Service Line Number
          01 R N0 1/6 554 Assigned Number
        SV3 R 1 Dental Service
          01 R C003 Composite Medical Procedure Identifier
            01-1 R ID 2/2 235 Product or Service ID Qualifier = AD
            01-2 R AN 1/48 234 Procedure Code
            01-3 S AN 2/2 1339 Procedure Modifier
            01-4..6 as 3
            01-7 S AN 1/80 352 Description
            01-8 N 234
          02 R R 1/10 782 Line Item Charge Amount
          03 S AN 1/2 1331 Place of Service Code ~237
          04 S C006 Oral Cavity Designation
            04-1 R ID 1/3 1361 Oral Cavity Designation Code
            04-2 S ID 1/3 1361 Oral Cavity Designation Code
            04-3..5 as 2
          05 S ID 1/1 1358 Prosthesis, Crown, or Inlay Code = I R
          06 S R 1/15 380 Procedure Count
          07 N 352 1327 1360 1073
          11 S C004 Composite Diagnosis Code Pointer
            11-1 R N0 1/2 1328 Diagnosis Code Pointer
            11-2 S N0 1/2 1328 Diagnosis Code Pointer
            11-3..4 as 2
        TOO S 32 Tooth Information ; P0102
          01 R ID 1/3 1270 Code List Qualifier Code = JP
          02 S AN 1/30 1271 Tooth Code
          03 S C005 Tooth Surface
            03-1 R ID 1/2 1369 Tooth Surface Code = B D F I L M O
            03-2 S ID 1/2 1369 Tooth Surface Code = B D F I L M O
            03-3..5 as 2
        DTP S 1 Service Date
          01! R ID 3/3 374 Date/Time Qualifier = 472
          02 R ID 2/3 1250 Date Time Period Format Qualifier = D8
          03 R AN 1/35 1251 Service Date
        DTP S 1 Prior Placement Date
          01! R ID 3/3 374 Date/Time Qualifier = 139 441
          02 R ID 2/3 1250 Date Time Period Format Qualifier = D8
          03 R AN 1/35 1251 Prior Placement Date
        DTP S 1 Appliance Placement Date
          01! R ID 3/3 374 Date/Time Qualifier = 452
          02 R ID 2/3 1250 Date Time Period Format Qualifier = D8
          03 R AN 1/35 1251 Appliance Placement Date
        DTP S 1 Replacement Date
          01! R ID 3/3 374 Date/Time Qualifier = 446
          02 R ID 2/3 1250 Date Time Period Format Qualifier = D8
          03 R AN 1/35 1251 Replacement Date
        DTP S 1 Treatment Start Date
          01! R ID 3/3 374 Date/Time Qualifier = 196
          02 R ID 2/3 1250 Date Time Period Format Qualifier = D8
          03 R AN 1/35 1251 Treatment Start Date
        DTP S 1 Treatment Completion Date
          01! R ID 3/3 374 Date/Time Qualifier = 198
          02 R ID 2/3 1250 Date Time Period Format Qualifier = D8
          03 R AN 1/35 1251 Treatment Completion Date
        CN1 S 1 Contract Information
          01 R ID 2/2 1166 Contract Type Code = 01 02 03 04 05 06 09
          02 S R 1/10 782 Contract Amount
          03 S R 1/6 332 Contract Percentage
          04 S AN 1/50 127 Contract Code
          05 S R 1/6 338 Terms Discount Percentage
          06 S AN 1/30 799 Contract Version Identifier
        REF S 5 Service Predetermination Identification ; R0203
          01! R ID 2/3 128 Reference Identification Qualifier = G3
          02 R AN 1/50 127 Predetermination of Benefits Identifier
          03 N 352
          04 S C040 Reference Identifier ; P0304 P0506
            04-1 R ID 2/3 128 Reference Identification Qualifier = 2U
            04-2 R AN 1/50 127 Other Payer Primary Identifier
            04-3 N 128 127 128 127
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
        REF S 1 Repriced Line Item Reference Number ; R0203
          01! R ID 2/3 128 Reference Identification Qualifier = 9B
          02 R AN 1/50 127 Repriced Line Item Reference Number
          03 N 352 C040
        REF S 1 Adjusted Repriced Line Item Reference Number ; R0203
          01! R ID 2/3 128 Reference Identification Qualifier = 9D
          02 R AN 1/50 127 Adjusted Repriced Line Item Reference Number
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
          01 R ID 1/3 522 Amount Qualifier Code = T
          02 R R 1/10 782 Sales Tax Amount
          03 N 478
        K3 S 10 File Information
          01 R AN 1/80 449 Fixed Format Information
          02 N 1333 C001
        HCP S 1 Line Pricing/Repricing Information ; R0113 P0910 P1112
          01 R ID 2/2 1473 Pricing Methodology = 00 01 02 03 04 05 06 07 08 09 10 11 12 13 14
          02 R R 1/10 782 Repriced Allowed Amount
          03 S R 1/10 782 Repriced Saving Amount
          04 S AN 1/50 127 Repricing Organization Identifier
          05 S R 1/9 118 Repricing Per Diem or Flat Rate Amount
          06 N 127 782 234
          09 S ID 2/2 235 Product or Service ID Qualifier = AD
          10 S AN 1/48 234 Repriced Approved HCPCS Code
          11 S ID 2/2 355 Unit or Basis for Measurement Code = UN
          12 S R 1/8 380 Quantity
          13 S ID 2/2 901 Reject Reason Code = T1 T2 T3 T4 T5 T6
          14 S ID 1/2 1526 Policy Compliance Code = 1 2 3 4 5
          15 S ID 1/2 1527 Exception Code = 1 2 3 4 5 6
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
        loop 2420B S 1 Assistant Surgeon Name
          NM1 R 1 Assistant Surgeon Name ; P0809 C1110 C1203
            01! R ID 2/3 98 Entity Identifier Code = DD
            02 R ID 1/1 1065 Entity Type Qualifier = 1
            03 R AN 1/60 1035 Assistant Surgeon Last Name
            04 S AN 1/35 1036 Assistant Surgeon First Name
            05 S AN 1/25 1037 Assistant Surgeon Middle Name
            06 N 1038
            07 S AN 1/10 1039 Assistant Surgeon Name Suffix
            08 S ID 1/2 66 Identification Code Qualifier = XX
            09 S AN 2/80 67 Assistant Surgeon Identifier
            10 N 706 98 1035
          PRV S 1 Assistant Surgeon Specialty Information ; P0203
            01 R ID 1/3 1221 Provider Code = AS
            02 R ID 2/3 128 Reference Identification Qualifier = PXC
            03 R AN 1/50 127 Provider Taxonomy Code
            04 N 156 C035 1223
          REF S 20 Assistant Surgeon Secondary Identification ; R0203
            01 R ID 2/3 128 Reference Identification Qualifier = 0B 1G G2 LU
            02 R AN 1/50 127 Assistant Surgeon Secondary Identifier
            03 N 352
            04 S C040 Reference Identifier ; P0304 P0506
              04-1 R ID 2/3 128 Reference Identification Qualifier = 2U
              04-2 R AN 1/50 127 Other Payer Primary Identifier
              04-3 N 128 127 128 127
        loop 2420C S 1 Supervising Provider Name
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
        loop 2420D S 1 Service Facility Location Name
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
        loop 2430 S 15 Line Adjudication Information
          SVD R 1 Line Adjudication Information
            01 R AN 2/80 67 Other Payer Primary Identifier
            02 R R 1/10 782 Service Line Paid Amount
            03 R C003 Composite Medical Procedure Identifier
              03-1 R ID 2/2 235 Product or Service ID Qualifier = AD ER
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
    loop 2000C S >1 Patient Hierarchical Level
      HL R 1 Patient Hierarchical Level
        01 R AN 1/12 628 Hierarchical ID Number
        02 R AN 1/12 734 Hierarchical Parent ID Number
        03! R ID 1/2 735 Hierarchical Level Code = 23
        04 R ID 1/1 736 Hierarchical Child Code = 0
      PAT R 1 Patient Information ; P0506 P0708
        01 R ID 2/2 1069 Individual Relationship Code = 01 19 20 21 39 40 53 G8
        02 N 1384 584 1220 1250 1251 355 81 1073
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
      same 2300 R 100
SE R 1 Transaction Set Trailer
  01 R N0 1/10 96 Number of Included Segments
  02 R AN 4/9 329 Transaction Set Control Number
`,
};
