import type { GuideSource } from '../guide/guide-source.ts';

/** 837 institutional claims, TR3 005010X223A2. */
export const INSTITUTIONAL_CLAIMS: GuideSource = {
  ids: ['005010X223A2', '005010X223', '005010X223A1', '005010X223A3'],
  name: 'institutional claims (837I)',
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
  03 R AN 1/35 1705 Implementation Convention Reference = 005010X223A2 005010X223 005010X223A1 005010X223A3
BHT R 1 Beginning of Hierarchical Transaction
  01 R ID 4/4 1005 Hierarchical Structure Code = 0019
  02 R ID 2/2 353 Transaction Set Purpose Code = 00 18
  03 R AN 1/30 127 Reference Identification
  04 R DT 8/8 373 Transaction Set Creation Date
  05 R TM 4/8 337 Transaction Set Creation Time
  06 R ID 2/2 640 Claim Identifier = 31 CH RP
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
      02 R ID 1/1 1065 Entity Type Qualifier = 2
      03 R AN 1/60 1035 Billing Provider Organizational Name
      04 N 1036 1037 1038 1039
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
      01 R ID 2/3 128 Reference Identification Qualifier = EI
      02 R AN 1/50 127 Billing Provider Tax Identification Number
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
      02 R ID 1/1 1065 Entity Type Qualifier = 2
      03 N 1035 1036 1037 1038 1039 66 67 706 98 1035
    N3 R 1 Pay-to Address
      01 R AN 1/55 166 Pay-to Address Line
      02 S AN 1/55 166 Pay-to Address Line
    N4 R 1 Pay-to Address City, State, ZIP Code ; E0207 C0605 C0704
      01 R AN 2/30 19 Pay-to Address City Name
      02 S ID 2/2 156 Pay-to Address State Code ~22
      03 S ID 3/15 116 Pay-to Address Postal Zone or ZIP Code ~51
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
      05 N 1336 1143 1073 584
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
        02 S ID 2/2 156 Payer State Code ~22
        03 S ID 3/15 116 Payer Postal Zone or ZIP Code ~51
        04 S ID 2/3 26 Country Code ~5
        05 N 309 310
        07 S ID 1/3 1715 Country Subdivision Code ~5
      REF S 3 Payer Secondary Identification ; R0203
        01! R ID 2/3 128 Reference Identification Qualifier = 2U EI FY NF
        02 R AN 1/50 127 Payer Additional Identifier
        03 N 352 C040
      REF S 1 Billing Provider Secondary Identification ; R0203
        01! R ID 2/3 128 Reference Identification Qualifier = G2 LU
        02 R AN 1/50 127 Billing Provider Secondary Identifier
        03 N 352 C040
    loop 2300 S 100 Claim Information
      CLM R 1 Claim Information
        01 R AN 1/20 1028 Claim Submitter's Identifier
        02 R R 1/10 782 Total Claim Charge Amount
        03 N 1032 1343
        05 R C023 Health Care Service Location Information
          05-1 R AN 1/2 1331 Facility Type Code
          05-2 R ID 1/2 1332 Facility Code Qualifier = A
          05-3 R ID 1/1 1325 Claim Frequency Code ~235
        06 N 1073
        07 R ID 1/1 1359 Assignment or Plan Participation Code = A B C
        08 R ID 1/1 1073 Benefits Assignment Certification Indicator = N W Y
        09 R ID 1/1 1363 Release of Information Code = I Y
        10 N 1351 C024 1366 1073 1338 1073 1360 1029 1073 1383
        20 S ID 1/2 1514 Delay Reason Code = 1 2 3 4 5 6 7 8 9 10 11 15
      DTP S 1 Discharge Hour
        01! R ID 3/3 374 Date/Time Qualifier = 096
        02 R ID 2/3 1250 Date Time Period Format Qualifier = TM
        03 R AN 1/35 1251 Discharge Time
      DTP R 1 Statement Dates
        01! R ID 3/3 374 Date/Time Qualifier = 434
        02 R ID 2/3 1250 Date Time Period Format Qualifier = RD8
        03 R AN 1/35 1251 Statement From and To Date
      DTP S 1 Admission Date/Hour
        01! R ID 3/3 374 Date/Time Qualifier = 435
        02 R ID 2/3 1250 Date Time Period Format Qualifier = D8 DT
        03 R AN 1/35 1251 Admission Date and Hour
      DTP S 1 Repricer Received Date
        01! R ID 3/3 374 Date/Time Qualifier = 050
        02 R ID 2/3 1250 Date Time Period Format Qualifier = D8
        03 R AN 1/35 1251 Repricer Received Date
      CL1 R 1 Institutional Claim Code
        01 R ID 1/1 1315 Admission Type Code ~231
        02 S ID 1/1 1314 Admission Source Code ~230
        03 R ID 1/2 1352 Patient Status Code ~239
        04 N 1345
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
        06 S AN 1/30 799 Contract Version Identifier
      AMT S 1 Patient Estimated Amount Due
        01 R ID 1/3 522 Amount Qualifier Code = F3
        02 R R 1/10 782 Patient Responsibility Amount
        03 N 478
      REF S 1 Service Authorization Exception Code ; R0203
        01! R ID 2/3 128 Reference Identification Qualifier = 4N
        02 R AN 1/50 127 Service Authorization Exception Code = 1 2 3 4 5 6 7
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
      REF S 1 Repriced Claim Number ; R0203
        01! R ID 2/3 128 Reference Identification Qualifier = 9A
        02 R AN 1/50 127 Repriced Claim Reference Number
        03 N 352 C040
      REF S 1 Adjusted Repriced Claim Number ; R0203
        01! R ID 2/3 128 Reference Identification Qualifier = 9C
        02 R AN 1/50 127 Adjusted Repriced Claim Reference Number
        03 N 352 C040
      REF S 5 Investigational Device Exemption Number ; R0203
        01! R ID 2/3 128 Reference Identification Qualifier = LX
        02 R AN 1/50 127 Investigational Device Exemption Identifier
        03 N 352 C040
      REF S 1 Claim Identifier for Transmission Intermediaries ; R0203
        01! R ID 2/3 128 Reference Identification Qualifier = D9
        02 R AN 1/20 127 Claim Identifier for Transmission Intermediaries
        03 N 352 C040
      REF S 1 Auto Accident State ; R0203
        01! R ID 2/3 128 Reference Identification Qualifier = LU
        02 R AN 1/50 127 Auto Accident State or Province Code
        03 N 352 C040
      REF S 1 Medical Record Number ; R0203
        01! R ID 2/3 128 Reference Identification Qualifier = EA
        02 R AN 1/50 127 Medical Record Number
        03 N 352 C040
      REF S 1 Demonstration Project Identifier ; R0203
        01! R ID 2/3 128 Reference Identification Qualifier = P4
        02 R AN 1/50 127 Demonstration Project Identifier
        03 N 352 C040
      REF S 1 Peer Review Organization (PRO) Approval Number ; R0203
        01! R ID 2/3 128 Reference Identification Qualifier = G4
        02 R AN 1/50 127 Peer Review Authorization Number
        03 N 352 C040
      K3 S 10 File Information
        01 R AN 1/80 449 Fixed Format Information
        02 N 1333 C001
      NTE S 10 Claim Note
        01! R ID 3/3 363 Note Reference Code = ALG DCP DGN DME MED NTR ODT RHB RLH RNH SET SFM SPT UPI
        02 R AN 1/80 352 Claim Note Text
      NTE S 1 Billing Note
        01! R ID 3/3 363 Note Reference Code = ADD
        02 R AN 1/80 352 Billing Note Text
      CRC S 1 EPSDT Referral
        01 R ID 2/2 1136 Code Category = ZZ
        02 R ID 1/1 1073 Certification Condition Indicator = Y N
        03 R ID 2/3 1321 Condition Code = AV NU S2 ST
        04 S ID 2/3 1321 Condition Code = AV NU S2 ST
        05 as 04
        06 N 1321 1321
      HI R 1 Principal Diagnosis
        01 R C022 Health Care Code Information ; P0304 E0809
          01-1! R ID 1/3 1270 Code List Qualifier Code = ABK BK
          01-2 R AN 1/30 1271 Principal Diagnosis Code
          01-3 N 1250 1251 782 380 799 1271
          01-9 S ID 1/1 1073 Present on Admission Indicator = N U W Y
        02 N C022 C022 C022 C022 C022 C022 C022 C022 C022 C022 C022
      HI S 1 Admitting Diagnosis
        01 R C022 Health Care Code Information ; P0304 E0809
          01-1! R ID 1/3 1270 Code List Qualifier Code = ABJ BJ
          01-2 R AN 1/30 1271 Admitting Diagnosis Code
          01-3 N 1250 1251 782 380 799 1271 1073
        02 N C022 C022 C022 C022 C022 C022 C022 C022 C022 C022 C022
      HI S 1 Patient's Reason for Visit
        01 R C022 Health Care Code Information ; P0304 E0809
          01-1! R ID 1/3 1270 Code List Qualifier Code = APR PR
          01-2 R AN 1/30 1271 Patient Reason for Visit
          01-3 N 1250 1251 782 380 799 1271 1073
        02 S C022 Health Care Code Information ; P0304 E0809
          02-1 R ID 1/3 1270 Code List Qualifier Code = APR PR
          02-2 R AN 1/30 1271 Patient Reason for Visit
          02-3 N 1250 1251 782 380 799 1271 1073
        03 as 02
        04 N C022 C022 C022 C022 C022 C022 C022 C022 C022
      HI S 1 External Cause of Injury
        01 R C022 Health Care Code Information ; P0304 E0809
          01-1! R ID 1/3 1270 Code List Qualifier Code = ABN BN
          01-2 R AN 1/30 1271 External Cause of Injury Code
          01-3 N 1250 1251 782 380 799 1271
          01-9 S ID 1/1 1073 Present on Admission Indicator = N U W Y
        02 S C022 Health Care Code Information ; P0304 E0809
          02-1 R ID 1/3 1270 Code List Qualifier Code = ABN BN
          02-2 R AN 1/30 1271 External Cause of Injury Code
          02-3 N 1250 1251 782 380 799 1271
          02-9 S ID 1/1 1073 Present on Admission Indicator = N U W Y
        03..12 as 02
      HI S 1 Diagnosis Related Group (DRG) Information
        01 R C022 Health Care Code Information ; P0304 E0809
          01-1! R ID 1/3 1270 Code List Qualifier Code = DR
          01-2 R AN 1/30 1271 Diagnosis Related Group (DRG) Code
          01-3 N 1250 1251 782 380 799 1271 1073
        02 N C022 C022 C022 C022 C022 C022 C022 C022 C022 C022 C022
      HI S 2 Other Diagnosis Information
        01 R C022 Health Care Code Information ; P0304 E0809
          01-1! R ID 1/3 1270 Code List Qualifier Code = ABF BF
          01-2 R AN 1/30 1271 Other Diagnosis
          01-3 N 1250 1251 782 380 799 1271
          01-9 S ID 1/1 1073 Present on Admission Indicator = N U W Y
        02 S C022 Health Care Code Information ; P0304 E0809
          02-1 R ID 1/3 1270 Code List Qualifier Code = ABF BF
          02-2 R AN 1/30 1271 Other Diagnosis
          02-3 N 1250 1251 782 380 799 1271
          02-9 S ID 1/1 1073 Present on Admission Indicator = N U W Y
        03..12 as 02
      HI S 1 Principal Procedure Information
        01 R C022 Health Care Code Information ; P0304 E0809
          01-1! R ID 1/3 1270 Code List Qualifier Code = BBR BR CAH
          01-2 R AN 1/30 1271 Principal Procedure Code
          01-3 R ID 2/3 1250 Date Time Period Format Qualifier = D8
          01-4 R AN 1/35 1251 Principal Procedure Date
          01-5 N 782 380 799 1271 1073
        02 N C022 C022 C022 C022 C022 C022 C022 C022 C022 C022 C022
      HI S 2 Other Procedure Information
        01 R C022 Health Care Code Information ; P0304 E0809
          01-1! R ID 1/3 1270 Code List Qualifier Code = BBQ BQ
          01-2 R AN 1/30 1271 Procedure Code
          01-3 R ID 2/3 1250 Date Time Period Format Qualifier = D8
          01-4 R AN 1/35 1251 Procedure Date
          01-5 N 782 380 799 1271 1073
        02 S C022 Health Care Code Information ; P0304 E0809
          02-1 R ID 1/3 1270 Code List Qualifier Code = BBQ BQ
          02-2 R AN 1/30 1271 Procedure Code
          02-3 R ID 2/3 1250 Date Time Period Format Qualifier = D8
          02-4 R AN 1/35 1251 Procedure Date
          02-5 N 782 380 799 1271 1073
        03..12 as 02
      HI S 2 Occurrence Span Information
        01 R C022 Health Care Code Information ; P0304 E0809
          01-1! R ID 1/3 1270 Code List Qualifier Code = BI
          01-2 R AN 1/30 1271 Occurrence Span Code
          01-3 R ID 2/3 1250 Date Time Period Format Qualifier = RD8
          01-4 R AN 1/35 1251 Occurrence Span Code Date
          01-5 N 782 380 799 1271 1073
        02 S C022 Health Care Code Information ; P0304 E0809
          02-1 R ID 1/3 1270 Code List Qualifier Code = BI
          02-2 R AN 1/30 1271 Occurrence Span Code
          02-3 R ID 2/3 1250 Date Time Period Format Qualifier = RD8
          02-4 R AN 1/35 1251 Occurrence Span Code Date
          02-5 N 782 380 799 1271 1073
        03..12 as 02
      HI S 2 Occurrence Information
        01 R C022 Health Care Code Information ; P0304 E0809
          01-1! R ID 1/3 1270 Code List Qualifier Code = BH
          01-2 R AN 1/30 1271 Occurrence Code
          01-3 R ID 2/3 1250 Date Time Period Format Qualifier = D8
          01-4 R AN 1/35 1251 Occurrence Code Date
          01-5 N 782 380 799 1271 1073
        02 S C022 Health Care Code Information ; P0304 E0809
          02-1 R ID 1/3 1270 Code List Qualifier Code = BH
          02-2 R AN 1/30 1271 Occurrence Code
          02-3 R ID 2/3 1250 Date Time Period Format Qualifier = D8
          02-4 R AN 1/35 1251 Occurrence Code Date
          02-5 N 782 380 799 1271 1073
        03..12 as 02
      HI S 2 Value Information
        01 R C022 Health Care Code Information ; P0304 E0809
          01-1! R ID 1/3 1270 Code List Qualifier Code = BE
          01-2 R AN 1/30 1271 Value Code
          01-3 N 1250 1251
          01-5 R R 1/10 782 Value Code Amount
          01-6 N 380 799 1271 1073
        02 S C022 Health Care Code Information ; P0304 E0809
          02-1 R ID 1/3 1270 Code List Qualifier Code = BE
          02-2 R AN 1/30 1271 Value Code
          02-3 N 1250 1251
          02-5 R R 1/10 782 Value Code Amount
          02-6 N 380 799 1271 1073
        03..12 as 02
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
      HI S 2 Treatment Code Information
        01 R C022 Health Care Code Information ; P0304 E0809
          01-1! R ID 1/3 1270 Code List Qualifier Code = TC
          01-2 R AN 1/30 1271 Treatment Code
          01-3 N 1250 1251 782 380 799 1271 1073
        02 S C022 Health Care Code Information ; P0304 E0809
          02-1 R ID 1/3 1270 Code List Qualifier Code = TC
          02-2 R AN 1/30 1271 Treatment Code
          02-3 N 1250 1251 782 380 799 1271 1073
        03..12 as 02
      HCP S 1 Claim Pricing/Repricing Information ; R0113 P0910 P1112
        01 R ID 2/2 1473 Pricing Methodology = 00 01 02 03 04 05 06 07 08 09 10 11 12 13 14
        02 R R 1/10 782 Repriced Allowed Amount
        03 S R 1/10 782 Repriced Saving Amount
        04 S AN 1/50 127 Repricing Organization Identifier
        05 S R 1/9 118 Repricing Per Diem or Flat Rate Amount
        06 S AN 1/50 127 Repriced Approved DRG Code
        07 S R 1/10 782 Repriced Approved Amount
        08 S AN 1/48 234 Repriced Approved Revenue Code ~132
        09 N 235 234
        11 S ID 2/2 355 Unit or Basis for Measurement Code = DA UN
        12 S R 1/15 380 Repriced Approved Service Unit Count
        13 S ID 2/2 901 Reject Reason Code = T1 T2 T3 T4 T5 T6
        14 S ID 1/2 1526 Policy Compliance Code = 1 2 3 4 5
        15 S ID 1/2 1527 Exception Code = 1 2 3 4 5 6
      loop 2310A S 1 Attending Provider Name
        NM1 R 1 Attending Provider Name ; P0809 C1110 C1203
          01! R ID 2/3 98 Entity Identifier Code = 71
          02 R ID 1/1 1065 Entity Type Qualifier = 1
          03 R AN 1/60 1035 Attending Provider Last Name
          04 S AN 1/35 1036 Attending Provider First Name
          05 S AN 1/25 1037 Attending Provider Middle Name or Initial
          06 N 1038
          07 S AN 1/10 1039 Attending Provider Name Suffix
          08 S ID 1/2 66 Identification Code Qualifier = XX
          09 S AN 2/80 67 Attending Provider Primary Identifier
          10 N 706 98 1035
        PRV S 1 Attending Provider Specialty Information ; P0203
          01 R ID 1/3 1221 Provider Code = AT
          02 R ID 2/3 128 Reference Identification Qualifier = PXC
          03 R AN 1/50 127 Provider Taxonomy Code
          04 N 156 C035 1223
        REF S 4 Attending Provider Secondary Identification ; R0203
          01 R ID 2/3 128 Reference Identification Qualifier = 0B 1G G2 LU
          02 R AN 1/50 127 Attending Provider Secondary Identifier
          03 N 352 C040
      loop 2310B S 1 Operating Physician Name
        NM1 R 1 Operating Physician Name ; P0809 C1110 C1203
          01! R ID 2/3 98 Entity Identifier Code = 72
          02 R ID 1/1 1065 Entity Type Qualifier = 1
          03 R AN 1/60 1035 Operating Physician Last Name
          04 S AN 1/35 1036 Operating Physician First Name
          05 S AN 1/25 1037 Operating Physician Middle Name or Initial
          06 N 1038
          07 S AN 1/10 1039 Operating Physician Name Suffix
          08 S ID 1/2 66 Identification Code Qualifier = XX
          09 S AN 2/80 67 Operating Physician Primary Identifier
          10 N 706 98 1035
        REF S 4 Operating Physician Secondary Identification ; R0203
          01 R ID 2/3 128 Reference Identification Qualifier = 0B 1G G2 LU
          02 R AN 1/50 127 Operating Physician Secondary Identifier
          03 N 352 C040
      loop 2310C S 1 Other Operating Physician Name
        NM1 R 1 Other Operating Physician Name ; P0809 C1110 C1203
          01! R ID 2/3 98 Entity Identifier Code = ZZ
          02 R ID 1/1 1065 Entity Type Qualifier = 1
          03 R AN 1/60 1035 Other Operating Physician Last Name
          04 S AN 1/35 1036 Other Operating Physician First Name
          05 S AN 1/25 1037 Other Operating Physician Middle Name or Initial
          06 N 1038
          07 S AN 1/10 1039 Other Operating Physician Name Suffix
          08 S ID 1/2 66 Identification Code Qualifier = XX
          09 S AN 2/80 67 Other Operating Physician Identifier
          10 N 706 98 1035
        REF S 4 Other Operating Physician Secondary Identification ; R0203
          01 R ID 2/3 128 Reference Identification Qualifier = 0B 1G G2 LU
          02 R AN 1/50 127 Other Provider Secondary Identifier
          03 N 352 C040
      loop 2310D S 1 Rendering Provider Name
        NM1 R 1 Rendering Provider Name ; P0809 C1110 C1203
          01! R ID 2/3 98 Entity Identifier Code = 82
          02 R ID 1/1 1065 Entity Type Qualifier = 1
          03 R AN 1/60 1035 Rendering Provider Last Name
          04 S AN 1/35 1036 Rendering Provider First Name
          05 S AN 1/25 1037 Rendering Provider Middle Name or Initial
          06 N 1038
          07 S AN 1/10 1039 Rendering Provider Name Suffix
          08 S ID 1/2 66 Identification Code Qualifier = XX
          09 S AN 2/80 67 Rendering Provider Identifier
          10 N 706 98 1035
        REF S 4 Rendering Provider Secondary Identification ; R0203
          01 R ID 2/3 128 Reference Identification Qualifier = 0B 1G G2 LU
          02 R AN 1/50 127 Rendering Provider Secondary Identifier
          03 N 352 C040
      loop 2310E S 1 Service Facility Location Name
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
      loop 2310F S 1 Referring Provider Name
        NM1 R 1 Referring Provider Name ; P0809 C1110 C1203
          01! R ID 2/3 98 Entity Identifier Code = DN
          02 R ID 1/1 1065 Entity Type Qualifier = 1
          03 R AN 1/60 1035 Referring Provider Last Name
          04 S AN 1/35 1036 Referring Provider First Name
          05 S AN 1/25 1037 Referring Provider Middle Name or Initial
          06 N 1038
          07 S AN 1/10 1039 Referring Provider Name Suffix
          08 S ID 1/2 66 Identification Code Qualifier = XX
          09 S AN 2/80 67 Identification Code
          10 N 706 98 1035
        REF S 3 Referring Provider Secondary Identification ; R0203
          01 R ID 2/3 128 Reference Identification Qualifier = 0B 1G G2
          02 R AN 1/50 127 Referring Provider Secondary Identifier
          03 N 352 C040
      loop 2320 S 10 Other Subscriber Information
        SBR R 1 Other Subscriber Information
          01 R ID 1/1 1138 Payer Responsibility Sequence Number Code = A B C D E F G H P S T U
          02 R ID 2/2 1069 Individual Relationship Code = 01 18 19 20 21 39 40 53 G8
          03 S AN 1/50 127 Insured Group or Policy Number
          04 S AN 1/60 93 Other Insured Group Name
          05 N 1336 1143 1073 584
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
        MIA S 1 Inpatient Adjudication Information
          01 R R 1/15 380 Covered Days or Visits Count
          02 N 782
          03 S R 1/15 380 Lifetime Psychiatric Days Count
          04 S R 1/10 782 Claim DRG Amount
          05 S AN 1/50 127 Claim Payment Remark Code ~411
          06 S R 1/10 782 Claim Disproportionate Share Amount
          07 S R 1/10 782 Claim MSP Pass-through Amount
          08 S R 1/10 782 Claim PPS Capital Amount
          09 S R 1/10 782 PPS-Capital FSP DRG Amount
          10 S R 1/10 782 PPS-Capital HSP DRG Amount
          11 S R 1/10 782 PPS-Capital DSH DRG Amount
          12 S R 1/10 782 Old Capital Amount
          13 S R 1/10 782 PPS-Capital IME Amount
          14 S R 1/10 782 PPS-Operating Hospital Specific DRG Amount
          15 S R 1/15 380 Cost Report Day Count
          16 S R 1/10 782 PPS-Operating Federal Specific DRG Amount
          17 S R 1/10 782 Claim PPS Capital Outlier Amount
          18 S R 1/10 782 Claim Indirect Teaching Amount
          19 S R 1/10 782 Non-Payable Professional Component Billed Amount
          20 S AN 1/50 127 Claim Payment Remark Code ~411
          21..23 as 20
          24 S R 1/10 782 PPS-Capital Exception Amount
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
            01 R AN 1/55 166 Other Insured Address Line
            02 S AN 1/55 166 Other Insured Address Line
          N4 S 1 Other Subscriber City, State, ZIP Code ; E0207 C0605 C0704
            01 R AN 2/30 19 Other Insured City Name
            02 S ID 2/2 156 Other Insured State or Province Code ~22
            03 S ID 3/15 116 Other Insured Postal Zone or ZIP Code ~51
            04 S ID 2/3 26 Country Code ~5
            05 N 309 310
            07 S ID 1/3 1715 Country Subdivision Code ~5
          REF S 2 Other Subscriber Secondary Identification ; R0203
            01 R ID 2/3 128 Reference Identification Qualifier = SY
            02 R AN 1/50 127 Other Insured Additional Identifier
            03 N 352 C040
        loop 2330B R 1 Other Payer Name
          NM1 R 1 Other Payer Name ; P0809 C1110 C1203
            01! R ID 2/3 98 Entity Identifier Code = PR
            02 R ID 1/1 1065 Entity Type Qualifier = 2
            03 R AN 1/60 1035 Other Payer Last or Organization Name
            04 N 1036 1037 1038 1039
            08 R ID 1/2 66 Identification Code Qualifier = PI XV
            09 R AN 2/80 67 Other Payer Primary Identifier
            10 N 706 98 1035
          N3 S 1 Other Payer Address
            01 R AN 1/55 166 Other Payer Address Line
            02 S AN 1/55 166 Other Payer Address Line
          N4 S 1 Other Payer City, State, ZIP Code ; E0207 C0605 C0704
            01 R AN 2/30 19 Other Payer City Name
            02 S ID 2/2 156 Other Payer State Code ~22
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
        loop 2330C S 1 Other Payer Attending Provider
          NM1 R 1 Other Payer Attending Provider ; P0809 C1110 C1203
            01! R ID 2/3 98 Entity Identifier Code = 71
            02 R ID 1/1 1065 Entity Type Qualifier = 1
            03 N 1035 1036 1037 1038 1039 66 67 706 98 1035
          REF R 4 Other Payer Attending Provider Secondary Identification ; R0203
            01 R ID 2/3 128 Reference Identification Qualifier = 0B 1G G2 LU
            02 R AN 1/50 127 Other Payer Attending Provider Identifier
            03 N 352 C040
        loop 2330D S 1 Other Payer Operating Physician
          NM1 R 1 Other Payer Operating Physician ; P0809 C1110 C1203
            01! R ID 2/3 98 Entity Identifier Code = 72
            02 R ID 1/1 1065 Entity Type Qualifier = 1
            03 N 1035 1036 1037 1038 1039 66 67 706 98 1035
          REF R 4 Other Payer Operating Physician Secondary Identification ; R0203
            01 R ID 2/3 128 Reference Identification Qualifier = 0B 1G G2 LU
            02 R AN 1/50 127 Other Payer Operating Provider Secondary Identifier
            03 N 352 C040
        loop 2330E S 1 Other Payer Other Operating Physician
          NM1 R 1 Other Payer Other Operating Physician ; P0809 C1110 C1203
            01! R ID 2/3 98 Entity Identifier Code = ZZ
            02 R ID 1/1 1065 Entity Type Qualifier = 1
            03 N 1035 1036 1037 1038 1039 66 67 706 98 1035
          REF R 4 Other Payer Other Operating Physician Secondary Identification ; R0203
            01 R ID 2/3 128 Reference Identification Qualifier = 0B 1G G2 LU
            02 R AN 1/50 127 Other Payer Other Operating Physician Secondary Identifier
            03 N 352 C040
        loop 2330F S 1 Other Payer Service Facility Location
          NM1 R 1 Other Payer Service Facility Location ; P0809 C1110 C1203
            01! R ID 2/3 98 Entity Identifier Code = 77
            02 R ID 1/1 1065 Entity Type Qualifier = 2
            03 N 1035 1036 1037 1038 1039 66 67 706 98 1035
          REF R 3 Other Payer Service Facility Location Secondary Identification ; R0203
            01 R ID 2/3 128 Reference Identification Qualifier = 0B G2 LU
            02 R AN 1/50 127 Other Payer Service Facility Location Identifier
            03 N 352 C040
        loop 2330G S 1 Other Payer Rendering Provider Name
          NM1 R 1 Other Payer Rendering Provider Name ; P0809 C1110 C1203
            01! R ID 2/3 98 Entity Identifier Code = 82
            02 R ID 1/1 1065 Entity Type Qualifier = 1
            03 N 1035 1036 1037 1038 1039 66 67 706 98 1035
          REF R 4 Other Payer Rendering Provider Secondary Identification ; R0203
            01 R ID 2/3 128 Reference Identification Qualifier = 0B 1G G2 LU
            02 R AN 1/50 127 Other Payer Rendering Provider Secondary Identifier
            03 N 352 C040
        loop 2330H S 1 Other Payer Referring Provider
          NM1 R 1 Other Payer Referring Provider ; P0809 C1110 C1203
            01! R ID 2/3 98 Entity Identifier Code = DN
            02 R ID 1/1 1065 Entity Type Qualifier = 1
            03 N 1035 1036 1037 1038 1039 66 67 706 98 1035
          REF R 3 Other Payer Referring Provider Secondary Identification ; R0203
            01 R ID 2/3 128 Reference Identification Qualifier = 0B 1G G2
            02 R AN 1/50 127 Other Payer Referring Provider Identifier
            03 N 352 C040
        loop 2330I S 1 Other Payer Billing Provider
          NM1 R 1 Other Payer Billing Provider ; P0809 C1110 C1203
            01! R ID 2/3 98 Entity Identifier Code = 85
            02 R ID 1/1 1065 Entity Type Qualifier = 2
            03 N 1035 1036 1037 1038 1039 66 67 706 98 1035
          REF R 2 Other Payer Billing Provider Secondary Information ; R0203
            01 R ID 2/3 128 Reference Identification Qualifier = G2 LU
            02 R AN 1/50 127 Other Payer Billing Provider Identifier
            03 N 352 C040
      loop 2400 R 999 Service Line Number
        LX R 1 Service Line Number
          01 R N0 1/6 554 Assigned Number
        SV2 R 1 Institutional Service Line ; R0102 P0405
          01 R AN 1/48 234 Service Line Revenue Code ~132
          02 S C003 Composite Medical Procedure Identifier
            02-1 R ID 2/2 235 Product or Service ID Qualifier = ER HC HP IV WK
            02-2 R AN 1/48 234 Procedure Code
            02-3 S AN 2/2 1339 Procedure Modifier
            02-4..6 as 3
            02-7 S AN 1/80 352 Description
            02-8 N 234
          03 R R 1/10 782 Line Item Charge Amount
          04 R ID 2/2 355 Unit or Basis for Measurement Code = DA UN
          05 R R 1/15 380 Service Unit Count
          06 N 1371
          07 S R 1/10 782 Line Item Denied Charge or Non-Covered Charge Amount
          08 N 1073 1345 1337
        PWK S 10 Line Supplemental Information ; P0506
          01 R ID 2/2 755 Attachment Report Type Code = @reports
          02 R ID 1/2 756 Attachment Transmission Code = AA BM EL EM FT FX
          03 N 757 98
          05 S ID 1/2 66 Identification Code Qualifier = AC
          06 S AN 2/50 67 Identification Code
          07 N 352 C002 1525
        DTP S 1 Service Date
          01 R ID 3/3 374 Date/Time Qualifier = 472
          02 R ID 2/3 1250 Date Time Period Format Qualifier = D8 RD8
          03 R AN 1/35 1251 Service Date
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
        AMT S 1 Service Tax Amount
          01! R ID 1/3 522 Amount Qualifier Code = GT
          02 R R 1/10 782 Service Tax Amount
          03 N 478
        AMT S 1 Facility Tax Amount
          01! R ID 1/3 522 Amount Qualifier Code = N8
          02 R R 1/10 782 Facility Tax Amount
          03 N 478
        NTE S 1 Third Party Organization Notes
          01 R ID 3/3 363 Note Reference Code = TPO
          02 R AN 1/80 352 Line Note Text
        HCP S 1 Line Pricing/Repricing Information ; R0113 P0910 P1112
          01 R ID 2/2 1473 Pricing Methodology = 00 01 02 03 04 05 06 07 08 09 10 11 12 13 14
          02 R R 1/10 782 Repriced Allowed Amount
          03 S R 1/10 782 Repriced Saving Amount
          04 S AN 1/50 127 Repricing Organization Identifier
          05 S R 1/9 118 Repricing Per Diem or Flat Rate Amount
          06 S AN 1/50 127 Repriced Approved DRG Code
          07 S R 1/10 782 Repriced Approved Amount
          08 S AN 1/48 234 Repriced Approved Revenue Code ~132
          09 S ID 2/2 235 Product or Service ID Qualifier = ER HC HP IV WK
          10 S AN 1/48 234 Repriced Approved HCPCS Code
          11 S ID 2/2 355 Unit or Basis for Measurement Code = DA UN
          12 S R 1/8 380 Quantity
          13 S ID 2/2 901 Reject Reason Code = T1 T2 T3 T4 T5 T6
          14 S ID 1/2 1526 Policy Compliance Code = 1 2 3 4 5
          15 S ID 1/2 1527 Exception Code = 1 2 3 4 5 6
        loop 2410 S 1 Drug Identification
          LIN R 1 Drug Identification ; P0405 P0607 P0809 P1011 P1213 P1415 P1617 P1819 P2021 P2223 P2425 P2627 P2829 P3031
            01 N 350
            02 R ID 2/2 235 Product or Service ID Qualifier = N4
            03 R AN 1/48 234 National Drug Code
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
        loop 2420A S 1 Operating Physician Name
          NM1 R 1 Operating Physician Name ; P0809 C1110 C1203
            01! R ID 2/3 98 Entity Identifier Code = 72
            02 R ID 1/1 1065 Entity Type Qualifier = 1
            03 R AN 1/60 1035 Operating Physician Last Name
            04 S AN 1/35 1036 Operating Physician First Name
            05 S AN 1/25 1037 Operating Physician Middle Name or Initial
            06 N 1038
            07 S AN 1/10 1039 Operating Physician Name Suffix
            08 S ID 1/2 66 Identification Code Qualifier = XX
            09 S AN 2/80 67 Operating Physician Primary Identifier
            10 N 706 98 1035
          REF S 20 Operating Physician Secondary Identification ; R0203
            01 R ID 2/3 128 Reference Identification Qualifier = 0B 1G G2 LU
            02 R AN 1/50 127 Operating Physician Secondary Identifier
            03 N 352
            04 S C040 Reference Identifier ; P0304 P0506
              04-1 R ID 2/3 128 Reference Identification Qualifier = 2U
              04-2 R AN 1/50 127 Other Payer Primary Identifier
              04-3 N 128 127 128 127
        loop 2420B S 1 Other Operating Physician Name
          NM1 R 1 Other Operating Physician Name ; P0809 C1110 C1203
            01! R ID 2/3 98 Entity Identifier Code = ZZ
            02 R ID 1/1 1065 Entity Type Qualifier = 1
            03 R AN 1/60 1035 Other Operating Physician Last Name
            04 S AN 1/35 1036 Other Operating Physician First Name
            05 S AN 1/25 1037 Other Operating Physician Middle Name or Initial
            06 N 1038
            07 S AN 1/10 1039 Other Operating Physician Name Suffix
            08 S ID 1/2 66 Identification Code Qualifier = XX
            09 S AN 2/80 67 Other Operating Physician Identifier
            10 N 706 98 1035
          REF S 20 Other Operating Physician Secondary Identification ; R0203
            01 R ID 2/3 128 Reference Identification Qualifier = 0B 1G G2 LU
            02 R AN 1/50 127 Other Provider Secondary Identifier
            03 N 352
            04 S C040 Reference Identifier ; P0304 P0506
              04-1 R ID 2/3 128 Reference Identification Qualifier = 2U
              04-2 R AN 1/50 127 Other Payer Primary Identifier
              04-3 N 128 127 128 127
        loop 2420C S 1 Rendering Provider Name
          NM1 R 1 Rendering Provider Name ; P0809 C1110 C1203
            01! R ID 2/3 98 Entity Identifier Code = 82
            02 R ID 1/1 1065 Entity Type Qualifier = 1
            03 R AN 1/60 1035 Rendering Provider Last Name
            04 S AN 1/35 1036 Rendering Provider First Name
            05 S AN 1/25 1037 Rendering Provider Middle Name or Initial
            06 N 1038
            07 S AN 1/10 1039 Rendering Provider Name Suffix
            08 S ID 1/2 66 Identification Code Qualifier = XX
            09 S AN 2/80 67 Rendering Provider Identifier
            10 N 706 98 1035
          REF S 20 Rendering Provider Secondary Identification ; R0203
            01 R ID 2/3 128 Reference Identification Qualifier = 0B 1G G2 LU
            02 R AN 1/50 127 Rendering Provider Secondary Identifier
            03 N 352
            04 S C040 Reference Identifier ; P0304 P0506
              04-1 R ID 2/3 128 Reference Identification Qualifier = 2U
              04-2 R AN 1/50 127 Other Payer Primary Identifier
              04-3 N 128 127 128 127
        loop 2420D S 1 Referring Provider Name
          NM1 R 1 Referring Provider Name ; P0809 C1110 C1203
            01! R ID 2/3 98 Entity Identifier Code = DN
            02 R ID 1/1 1065 Entity Type Qualifier = 1
            03 R AN 1/60 1035 Referring Provider Last Name
            04 S AN 1/35 1036 Referring Provider First Name
            05 S AN 1/25 1037 Referring Provider Middle Name or Initial
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
        loop 2430 S 15 Line Adjudication Information
          SVD R 1 Line Adjudication Information
            01 R AN 2/80 67 Other Payer Primary Identifier
            02 R R 1/10 782 Service Line Paid Amount
            03 S C003 Composite Medical Procedure Identifier
              03-1 R ID 2/2 235 Product or Service ID Qualifier = ER HC HP IV WK
              03-2 R AN 1/48 234 Procedure Code
              03-3 S AN 2/2 1339 Procedure Modifier
              03-4..6 as 3
              03-7 S AN 1/80 352 Procedure Code Description
              03-8 N 234
            04 R AN 1/48 234 Service Line Revenue Code ~132
            05 R R 1/8 380 Quantity
            06 S N0 1/6 554 Bundled Line Number
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
  01 R N0 1/10 96 Transaction Segment Count
  02 R AN 4/9 329 Transaction Set Control Number
`,
};
