import type { GuideSource } from '../guide/guide-source.ts';

/** 835 health care claim payment and advice, TR3 005010X221A1. */
export const REMITTANCE_ADVICE: GuideSource = {
  ids: ['005010X221A1', '005010X221'],
  name: 'remittance advice (835)',
  functionalIdentifier: 'HP',
  setIdentifier: '835',
  text: `
list adjustments
  50 51 72 90 AH AM AP B2 B3 BD BN C5 CR CS CT CV CW DM E3 FB FC GO HM IP IR IS J1 L3 L6 LE LS OA OB PI PL RA
  RE SL TL WO WU
ST R 1 Transaction Set Header
  01 R ID 3/3 143 Transaction Set Identifier Code = 835
  02 R AN 4/9 329 Transaction Set Control Number
  03 N 1705
BPR R 1 Financial Information ; P0607 C0809 P1213 C1415 P1819 C2021
  01 R ID 1/2 305 Transaction Handling Code = C D H I P U X
  02 R R 1/10 782 Total Actual Provider Payment Amount
  03 R ID 1/1 478 Credit or Debit Flag Code = C D
  04 R ID 3/3 591 Payment Method Code = ACH BOP CHK FWT NON
  05 S ID 1/10 812 Payment Format Code = CCP CTX
  06 S ID 2/2 506 DFI Identification Number Qualifier = 01 04
  07 S AN 3/12 507 Sender DFI Number
  08 S ID 1/3 569 Account Number Qualifier = DA
  09 S AN 1/35 508 Sender Bank Account Number
  10 S AN 10/10 509 Payer Identifier
  11 S AN 9/9 510 Originating Company Supplemental Code
  12 S ID 2/2 506 DFI Identification Number Qualifier = 01 04
  13 S AN 3/12 507 Receiver or Provider Bank ID Number
  14 S ID 1/3 569 Account Number Qualifier = DA SG
  15 S AN 1/35 508 Receiver or Provider Account Number
  16 R DT 8/8 373 Check Issue or EFT Effective Date
  17 N 1048 506 507 569 508
TRN R 1 Reassociation Trace Number
  01 R ID 1/2 481 Trace Type Code = 1
  02 R AN 1/50 127 Check or EFT Trace Number
  03 R AN 10/10 509 Payer Identifier
  04 S AN 1/50 127 Originating Company Supplemental Code
CUR S 1 Foreign Currency Information ; C0807 C0907 L101112 C1110 C1210 L131415 C1413 C1513 L161718 C1716 C1816 L192021 C2019 C2119
  01 R ID 2/3 98 Entity Identifier Code = PR
  02 R ID 3/3 100 Currency Code ~5
  03 N 280 98 100 669 374 373 337 374 373 337 374 373 337 374 373 337 374 373 337
REF S 1 Receiver Identification ; R0203
  01! R ID 2/3 128 Reference Identification Qualifier = EV
  02 R AN 1/50 127 Receiver Identifier
  03 N 352 C040
REF S 1 Version Identification ; R0203
  01! R ID 2/3 128 Reference Identification Qualifier = F2
  02 R AN 1/50 127 Version Identification Code
  03 N 352 C040
DTM S 1 Production Date ; R020305 C0403 P0506
  01 R ID 3/3 374 Date/Time Qualifier = 405
  02 R DT 8/8 373 Production Date
  03 N 337 623 1250 1251
loop 1000A R 1 Payer Identifier
  N1 R 1 Payer Identifier ; R0203 P0304
    01! R ID 2/3 98 Entity Identifier Code = PR
    02 R AN 1/60 93 Payer Name
    03 S ID 1/2 66 Identification Code Qualifier = XV
    04 S AN 2/80 67 Payer Identifier
    05 N 706 98
  N3 R 1 Payer Address
    01 R AN 1/55 166 Payer Address Line
    02 S AN 1/55 166 Payer Address Line
  N4 R 1 Payer City, State, ZIP Code ; E0207 C0605 C0704
    01 R AN 2/30 19 Payer City Name
    02 S ID 2/2 156 Payer State or Province Code ~22
    03 S ID 3/15 116 Payer Postal Zone or ZIP Code ~51
    04 S ID 2/3 26 Country Code ~5
    05 N 309 310
    07 S ID 1/3 1715 Country Subdivision Code ~5
  REF S 4 Additional Payer Identification ; R0203
    01 R ID 2/3 128 Reference Identification Qualifier = 2U EO HI NF
    02 R AN 1/50 127 Additional Payer Identifier
    03 N 352 C040
  PER S 1 Payer Business Contact Information ; P0304 P0506 P0708
    01! R ID 2/2 366 Contact Function Code = CX
    02 S AN 1/60 93 Payer Contact Name
    03 S ID 2/2 365 Communication Number Qualifier = EM FX TE
    04 S AN 1/256 364 Communication Number
    05 S ID 2/2 365 Communication Number Qualifier = EM EX FX TE
    06 S AN 1/256 364 Communication Number
    07 S ID 2/2 365 Communication Number Qualifier = EX
    08 S AN 1/256 364 Communication Number
    09 N 443
  PER R >1 Payer Technical Contact Information ; P0304 P0506 P0708
    01! R ID 2/2 366 Contact Function Code = BL
    02 S AN 1/60 93 Payer Contact Name
    03 S ID 2/2 365 Communication Number Qualifier = EM TE UR
    04 S AN 1/256 364 Communication Number
    05 S ID 2/2 365 Communication Number Qualifier = EM EX FX TE UR
    06 S AN 1/256 364 Communication Number
    07 S ID 2/2 365 Communication Number Qualifier = EM EX FX UR
    08 S AN 1/256 364 Communication Number
    09 N 443
  PER S 1 Payer Web Site ; P0304 P0506 P0708
    01! R ID 2/2 366 Contact Function Code = IC
    02 N 93
    03 R ID 2/2 365 Communication Number Qualifier = UR
    04 R AN 1/256 364 Communication Number
    05 N 365 364 365 364 443
loop 1000B R 1 Payee Identification
  N1 R 1 Payee Identification ; R0203 P0304
    01! R ID 2/3 98 Entity Identifier Code = PE
    02 R AN 1/60 93 Payee Name
    03 R ID 1/2 66 Identification Code Qualifier = FI XV XX
    04 R AN 2/80 67 Payee Identification Code
    05 N 706 98
  N3 S 1 Payee Address
    01 R AN 1/55 166 Payee Address Line
    02 S AN 1/55 166 Payee Address Line
  N4 S 1 Payee City, State, ZIP Code ; E0207 C0605 C0704
    01 R AN 2/30 19 Payee City Name
    02 S ID 2/2 156 Payee State or Province Code ~22
    03 S ID 3/15 116 Payee Postal Zone or ZIP Code ~51
    04 S ID 2/3 26 Country Code ~5
    05 N 309 310
    07 S ID 1/3 1715 Country Subdivision Code ~5
  REF S >1 Payee Additional Identification ; R0203
    01 R ID 2/3 128 Reference Identification Qualifier = 0B D3 PQ TJ
    02 R AN 1/50 127 Additional Payee Identifier
    03 N 352 C040
  RDM S 1 Remittance Delivery Method
    01 R ID 1/2 756 Report Transmission Code = BM EM FT OL
    02 S AN 1/60 93 Name
    03 S AN 1/256 364 Communication Number
    04 N C040 C040
loop 2000 S >1 Header Number
  LX R 1 Header Number
    01 R N0 1/6 554 Assigned Number
  TS3 S 1 Provider Summary Information
    01 R AN 1/50 127 Provider Identifier
    02 R AN 1/2 1331 Facility Type Code
    03 R DT 8/8 373 Fiscal Period Date
    04 R R 1/15 380 Total Claim Count
    05 R R 1/10 782 Total Claim Charge Amount
    06 N 782 782 782 782 782 782 782
    13 S R 1/10 782 Total MSP Payer Amount
    14 N 782
    15 S R 1/10 782 Total Non-Lab Charge Amount
    16 N 782
    17 S R 1/10 782 Total HCPCS Reported Charge Amount
    18 S R 1/10 782 Total HCPCS Payable Amount
    19 N 782
    20 S R 1/10 782 Total Professional Component Amount
    21 S R 1/10 782 Total MSP Patient Liability Met Amount
    22 S R 1/10 782 Total Patient Reimbursement Amount
    23 S R 1/15 380 Total PIP Claim Count
    24 S R 1/10 782 Total PIP Adjustment Amount
  TS2 S 1 Provider Supplemental Summary Information
    01 S R 1/10 782 Total DRG Amount
    02 S R 1/10 782 Total Federal Specific Amount
    03 S R 1/10 782 Total Hospital Specific Amount
    04 S R 1/10 782 Total Disproportionate Share Amount
    05 S R 1/10 782 Total Capital Amount
    06 S R 1/10 782 Total Indirect Medical Education Amount
    07 S R 1/15 380 Total Outlier Day Count
    08 S R 1/10 782 Total Day Outlier Count
    09 S R 1/10 782 Total Cost Outlier Amount
    10 S R 1/15 380 Average DRG Length of Stay
    11 S R 1/15 380 Total Discharge Amount
    12 S R 1/15 380 Total Cost Report Day Count
    13 S R 1/15 380 Total Covered Day Count
    14 S R 1/15 380 Total Noncovered Day Count
    15 S R 1/10 782 Total MSP Pass-through Count
    16 S R 1/15 380 Average DRG Weight
    17 S R 1/10 782 Total PPS Capital FSP DRG Amount
    18 S R 1/10 782 Total PPS Capital HSP DRG Amount
    19 S R 1/10 782 Total PPS DSH DRG Amount
  loop 2100 R >1 Claim Payment Information
    CLP R 1 Claim Payment Information
      01 R AN 1/38 1028 Patient Control Number
      02 R ID 1/2 1029 Claim Status Code = 1 2 3 4 19 20 21 22 23 25
      03 R R 1/10 782 Total Claim Charge Amount
      04 R R 1/10 782 Claim Payment Amount
      05 S R 1/10 782 Patient Responsibility Amount
      06 R ID 1/2 1032 Claim Filing Indicator Code = 12 13 14 15 16 17 AM CH DS HM LM MA MB MC OF TV VA WC ZZ
      07 R AN 1/50 127 Payer Claim Control Number
      08 S AN 1/2 1331 Facility Type Code
      09 S ID 1/1 1325 Claim Frequency Type Code ~235
      10 N 1352
      11 S ID 1/4 1354 Diagnosis Related Group (DRG) Code ~229
      12 S R 1/15 380 Diagnosis Related Group (DRG) Weight
      13 S R 1/10 954 Discharge Fraction
      14 N 1073
    CAS S 99 Claim Adjustment ; L050607 C0605 C0705 L080910 C0908 C1008 L111213 C1211 C1311 L141516 C1514 C1614 L171819 C1817 C1917
      01 R ID 1/2 1033 Claim Adjustment Group Code = CO OA PI PR
      02 R ID 1/5 1034 Adjustment Reason Code ~139
      03 R R 1/10 782 Adjustment Amount
      04 S R 1/15 380 Adjustment Quantity
      05 S ID 1/5 1034 Adjustment Reason Code ~139
      06 S R 1/10 782 Adjustment Amount
      07 S R 1/15 380 Adjustment Quantity
      08..19 as 05..07
    NM1 R 1 Patient Name ; P0809 C1110 C1203
      01! R ID 2/3 98 Entity Identifier Code = QC
      02 R ID 1/1 1065 Entity Type Qualifier = 1
      03 S AN 1/60 1035 Patient Last Name
      04 S AN 1/35 1036 Patient First Name
      05 S AN 1/25 1037 Patient Middle Name or Initial
      06 N 1038
      07 S AN 1/10 1039 Patient Name Suffix
      08 S ID 1/2 66 Identification Code Qualifier = 34 HN II MI MR
      09 S AN 2/80 67 Patient Identifier
      10 N 706 98 1035
    NM1 S 1 Insured Name ; P0809 C1110 C1203
      01! R ID 2/3 98 Entity Identifier Code = IL
      02 R ID 1/1 1065 Entity Type Qualifier = 1 2
      03 S AN 1/60 1035 Subscriber Last Name
      04 S AN 1/35 1036 Subscriber First Name
      05 S AN 1/25 1037 Subscriber Middle Name or Initial
      06 N 1038
      07 S AN 1/10 1039 Subscriber Name Suffix
      08 R ID 1/2 66 Identification Code Qualifier = FI II MI
      09 R AN 2/80 67 Subscriber Identifier
      10 N 706 98 1035
    NM1 S 1 Corrected Patient/Insured Name ; P0809 C1110 C1203
      01! R ID 2/3 98 Entity Identifier Code = 74
      02 R ID 1/1 1065 Entity Type Qualifier = 1 2
      03 S AN 1/60 1035 Corrected Patient or Insured Last Name
      04 S AN 1/35 1036 Corrected Patient or Insured First Name
      05 S AN 1/25 1037 Corrected Patient or Insured Middle Name or Initial
      06 N 1038
      07 S AN 1/10 1039 Corrected Patient or Insured Name Suffix
      08 S ID 1/2 66 Identification Code Qualifier = C
      09 S AN 2/80 67 Corrected Insured Identification Indicator
      10 N 706 98 1035
    NM1 S 1 Service Provider Name ; P0809 C1110 C1203
      01! R ID 2/3 98 Entity Identifier Code = 82
      02 R ID 1/1 1065 Entity Type Qualifier = 1 2
      03 S AN 1/60 1035 Rendering Provider Last or Organization Name
      04 S AN 1/35 1036 Rendering Provider First Name
      05 S AN 1/25 1037 Rendering Provider Middle Name or Initial
      06 N 1038
      07 S AN 1/10 1039 Rendering Provider Name Suffix
      08 R ID 1/2 66 Identification Code Qualifier = BD BS FI MC PC SL UP XX
      09 R AN 2/80 67 Rendering Provider Identifier
      10 N 706 98 1035
    NM1 S 1 Crossover Carrier Name ; P0809 C1110 C1203
      01! R ID 2/3 98 Entity Identifier Code = TT
      02 R ID 1/1 1065 Entity Type Qualifier = 2
      03 R AN 1/60 1035 Coordination of Benefits Carrier Name
      04 N 1036 1037 1038 1039
      08 R ID 1/2 66 Identification Code Qualifier = AD FI NI PI PP XV
      09 R AN 2/80 67 Coordination of Benefits Carrier Identifier
      10 N 706 98 1035
    NM1 S 1 Corrected Priority Payer Name ; P0809 C1110 C1203
      01! R ID 2/3 98 Entity Identifier Code = PR
      02 R ID 1/1 1065 Entity Type Qualifier = 2
      03 R AN 1/60 1035 Corrected Priority Payer Name
      04 N 1036 1037 1038 1039
      08 R ID 1/2 66 Identification Code Qualifier = AD FI NI PI PP XV
      09 R AN 2/80 67 Corrected Priority Payer Identification Number
      10 N 706 98 1035
    NM1 S 1 Other Subscriber Name ; P0809 C1110 C1203
      01! R ID 2/3 98 Entity Identifier Code = GB
      02 R ID 1/1 1065 Entity Type Qualifier = 1 2
      03 S AN 1/60 1035 Other Subscriber Last Name
      04 S AN 1/35 1036 Other Subscriber First Name
      05 S AN 1/25 1037 Other Subscriber Middle Name or Initial
      06 N 1038
      07 S AN 1/10 1039 Other Subscriber Name Suffix
      08 S ID 1/2 66 Identification Code Qualifier = FI II MI
      09 S AN 2/80 67 Other Subscriber Identifier
      10 N 706 98 1035
    MIA S 1 Inpatient Adjudication Information
      01 R R 1/15 380 Covered Days or Visits Count
      02 S R 1/10 782 PPS Operating Outlier Amount
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
      19 S R 1/10 782 Nonpayable Professional Component Amount
      20 S AN 1/50 127 Claim Payment Remark Code ~411
      21..23 as 20
      24 S R 1/10 782 PPS-Capital Exception Amount
    MOA S 1 Outpatient Adjudication Information
      01 S R 1/10 954 Reimbursement Rate
      02 S R 1/10 782 Claim HCPCS Payable Amount
      03 S AN 1/50 127 Claim Payment Remark Code ~411
      04..07 as 03
      08 S R 1/10 782 Claim ESRD Payment Amount
      09 S R 1/10 782 Nonpayable Professional Component Amount
    REF S 5 Other Claim Related Identification ; R0203
      01! R ID 2/3 128 Reference Identification Qualifier = 1L 1W 28 6P 9A 9C BB CE EA F8 G1 G3 IG SY
      02 R AN 1/50 127 Other Claim Related Identifier
      03 N 352 C040
    REF S 10 Rendering Provider Identification ; R0203
      01! R ID 2/3 128 Reference Identification Qualifier = 0B 1A 1B 1C 1D 1G 1H 1J D3 G2 LU
      02 R AN 1/50 127 Rendering Provider Secondary Identifier
      03 N 352 C040
    DTM S 2 Statement From or To Date ; R020305 C0403 P0506
      01! R ID 3/3 374 Date/Time Qualifier = 232 233
      02 R DT 8/8 373 Claim Date
      03 N 337 623 1250 1251
    DTM S 1 Coverage Expiration Date ; R020305 C0403 P0506
      01! R ID 3/3 374 Date/Time Qualifier = 036
      02 R DT 8/8 373 Date
      03 N 337 623 1250 1251
    DTM S 1 Claim Received Date ; R020305 C0403 P0506
      01! R ID 3/3 374 Date/Time Qualifier = 050
      02 R DT 8/8 373 Date
      03 N 337 623 1250 1251
    PER S 2 Claim Contact Information ; P0304 P0506 P0708
      01 R ID 2/2 366 Contact Function Code = CX
      02 S AN 1/60 93 Claim Contact Name
      03 R ID 2/2 365 Communication Number Qualifier = EM FX TE
      04 R AN 1/256 364 Claim Contact Communication Number
      05 S ID 2/2 365 Communication Number Qualifier = EM EX FX TE
      06 S AN 1/256 364 Claim Contact Communication Number
      07 S ID 2/2 365 Communication Number Qualifier = EX
      08 S AN 1/256 364 Claim Contact Communication Number Extension
      09 N 443
    AMT S 13 Claim Supplemental Information
      01 R ID 1/3 522 Amount Qualifier Code = AU D8 DY F5 I NL T T2 ZK ZL ZM ZN ZO
      02 R R 1/10 782 Claim Supplemental Information Amount
      03 N 478
    QTY S 14 Claim Supplemental Information Quantity ; R0204 E0204
      01 R ID 2/2 673 Quantity Qualifier = CA CD LA LE NE NR OU PS VS ZK ZL ZM ZN ZO
      02 R R 1/15 380 Claim Supplemental Information Quantity
      03 N C001 61
    loop 2110 S 999 Service Payment Information
      SVC R 1 Service Payment Information
        01 R C003 Composite Medical Procedure Identifier
          01-1 R ID 2/2 235 Product or Service ID Qualifier = AD ER HC HP IV N4 N6 NU UI WK
          01-2 R AN 1/48 234 Adjudicated Procedure Code
          01-3 S AN 2/2 1339 Procedure Modifier
          01-4..6 as 3
          01-7 N 352 234
        02 R R 1/10 782 Line Item Charge Amount
        03 R R 1/10 782 Line Item Provider Payment Amount
        04 S AN 1/48 234 National Uniform Billing Committee Revenue Code ~132
        05 S R 1/15 380 Units of Service Paid Count
        06 S C003 Composite Medical Procedure Identifier
          06-1 R ID 2/2 235 Product or Service ID Qualifier = AD ER HC HP IV N4 N6 NU UI WK
          06-2 R AN 1/48 234 Procedure Code
          06-3 S AN 2/2 1339 Procedure Modifier
          06-4..6 as 3
          06-7 S AN 1/80 352 Procedure Code Description
          06-8 N 234
        07 S R 1/15 380 Original Units of Service Count
      DTM S 2 Service Date ; R020305 C0403 P0506
        01 R ID 3/3 374 Date/Time Qualifier = 150 151 472
        02 R DT 8/8 373 Service Date
        03 N 337 623 1250 1251
      CAS S 99 Service Adjustment ; L050607 C0605 C0705 L080910 C0908 C1008 L111213 C1211 C1311 L141516 C1514 C1614 L171819 C1817 C1917
        01 R ID 1/2 1033 Claim Adjustment Group Code = CO OA PI PR
        02 R ID 1/5 1034 Adjustment Reason Code ~139
        03 R R 1/10 782 Adjustment Amount
        04 S R 1/15 380 Adjustment Quantity
        05 S ID 1/5 1034 Adjustment Reason Code ~139
        06 S R 1/10 782 Adjustment Amount
        07 S R 1/15 380 Adjustment Quantity
        08..19 as 05..07
      REF S 8 Service Identification ; R0203
        01! R ID 2/3 128 Reference Identification Qualifier = 1S APC BB E9 G1 G3 LU RB
        02 R AN 1/50 127 Service Identifier
        03 N 352 C040
      REF S 1 Line Item Control Number ; R0203
        01! R ID 2/3 128 Reference Identification Qualifier = 6R
        02 R AN 1/50 127 Line Item Control Number
        03 N 352 C040
      REF S 10 Rendering Provider Information ; R0203
        01! R ID 2/3 128 Reference Identification Qualifier = 0B 1A 1B 1C 1D 1G 1H 1J D3 G2 HPI SY TJ
        02 R AN 1/50 127 Rendering Provider Identifier
        03 N 352 C040
      REF S 5 HealthCare Policy Identification ; R0203
        01! R ID 2/3 128 Reference Identification Qualifier = 0K
        02 R AN 1/50 127 Healthcare Policy Identification
        03 N 352 C040
      AMT S 9 Service Supplemental Amount
        01 R ID 1/3 522 Amount Qualifier Code = B6 KH T T2 ZK ZL ZM ZN ZO
        02 R R 1/10 782 Service Supplemental Amount
        03 N 478
      QTY S 6 Service Supplemental Quantity ; R0204 E0204
        01 R ID 2/2 673 Quantity Qualifier = ZK ZL ZM ZN ZO
        02 R R 1/15 380 Service Supplemental Quantity Count
        03 N C001 61
      LQ S 99 Health Care Remark Codes ; C0102
        01 R ID 1/3 1270 Code List Qualifier Code = HE RX
        02 R AN 1/30 1271 Remark Code
PLB S >1 Provider Adjustment ; P0506 P0708 P0910 P1112 P1314
  01 R AN 1/50 127 Provider Identifier
  02 R DT 8/8 373 Fiscal Period Date
  03 R C042 Adjustment Identifier
    03-1 R ID 2/2 426 Adjustment Reason Code = @adjustments
    03-2 S AN 1/50 127 Provider Adjustment Identifier
  04 R R 1/10 782 Provider Adjustment Amount
  05 S C042 Adjustment Identifier
    05-1 R ID 2/2 426 Adjustment Reason Code = @adjustments
    05-2 S AN 1/50 127 Provider Adjustment Identifier
  06 S R 1/10 782 Provider Adjustment Amount
  07..14 as 05..06
SE R 1 Transaction Set Trailer
  01 R N0 1/10 96 Transaction Segment Count
  02 R AN 4/9 329 Transaction Set Control Number
`,
};
