import type { GuideSource } from '../guide/guide-source.ts';

/** 277 health care claim acknowledgment, TR3 005010X214. */
export const CLAIM_ACKNOWLEDGMENT: GuideSource = {
  ids: ['005010X214'],
  name: 'claim acknowledgment (277CA)',
  functionalIdentifier: 'HN',
  setIdentifier: '277',
  text: `
list entities
  03 1P 1Z 40 41 71 72 73 77 82 85 87 DK DN DQ FA GB HK IL LI MSC PR PRP QB QC QD SEP TL TTP TU
ST R 1 Transaction Set Header
  01 R ID 3/3 143 Transaction Set Identifier Code = 277
  02 R AN 4/9 329 Transaction Set Control Number
  03 R AN 1/35 1705 Implementation Convention Reference = 005010X214
BHT R 1 Beginning of Hierarchical Transaction
  01 R ID 4/4 1005 Hierarchical Structure Code = 0085
  02 R ID 2/2 353 Transaction Set Purpose Code = 08
  03 R AN 1/30 127 Reference Identification
  04 R DT 8/8 373 Transaction Set Creation Date
  05 R TM 4/8 337 Transaction Set Creation Time
  06 R ID 2/2 640 Transaction Type Code = TH
loop 2000A R 1 Information Source Level
  HL R 1 Information Source Level
    01 R AN 1/12 628 Hierarchical ID Number
    02 N 734
    03! R ID 1/2 735 Hierarchical Level Code = 20
    04 R ID 1/1 736 Hierarchical Child Code = 1
  loop 2100A R 1 Information Source Name
    NM1 R 1 Information Source Name ; P0809 C1110 C1203
      01 R ID 2/3 98 Entity Identifier Code = AY PR
      02 R ID 1/1 1065 Entity Type Qualifier = 2
      03 R AN 1/60 1035 Information Source Name
      04 N 1036 1037 1038 1039
      08 R ID 1/2 66 Identification Code Qualifier = 46 FI PI XV
      09 R AN 2/80 67 Information Source Identifier
      10 N 706 98 1035
  loop 2200A R 1 Transmission Receipt Control Identifier
    TRN R 1 Transmission Receipt Control Identifier
      01 R ID 1/2 481 Trace Type Code = 1
      02 R AN 1/50 127 Information Source Application Trace Identifier
      03 N 509 127
    DTP R 1 Information Source Receipt Date
      01! R ID 3/3 374 Date/Time Qualifier = 050
      02 R ID 2/3 1250 Date Time Period Format Qualifier = D8
      03 R AN 1/35 1251 Information Source Receipt Date
    DTP R 1 Information Source Process Date
      01! R ID 3/3 374 Date/Time Qualifier = 009
      02 R ID 2/3 1250 Date Time Period Format Qualifier = D8
      03 R AN 1/35 1251 Information Source Process Date
  loop 2000B R 1 Information Receiver Level
    HL R 1 Information Receiver Level
      01 R AN 1/12 628 Hierarchical ID Number
      02 R AN 1/12 734 Hierarchical Parent ID Number
      03! R ID 1/2 735 Hierarchical Level Code = 21
      04 R ID 1/1 736 Hierarchical Child Code = 0 1
    loop 2100B R 1 Information Receiver Name
      NM1 R 1 Information Receiver Name ; P0809 C1110 C1203
        01 R ID 2/3 98 Entity Identifier Code = 41
        02 R ID 1/1 1065 Entity Type Qualifier = 1 2
        03 R AN 1/60 1035 Information Receiver Last or Organizational Name
        04 S AN 1/35 1036 Information Receiver First Name
        05 S AN 1/25 1037 Information Receiver Middle Name or Initial
        06 N 1038 1039
        08 R ID 1/2 66 Identification Code Qualifier = 46
        09 R AN 2/80 67 Information Receiver Primary Identifier
        10 N 706 98 1035
    loop 2200B R 1 Information Receiver Application Trace Identifier
      TRN R 1 Information Receiver Application Trace Identifier
        01 R ID 1/2 481 Trace Type Code = 2
        02 R AN 1/50 127 Claim Transaction Batch Number
        03 N 509 127
      STC R >1 Information Receiver Status Information
        01 R C043 Health Care Claim Status
          01-1 R AN 1/30 1271 Health Care Claim Status Category Code ~507
          01-2 R AN 1/30 1271 Health Care Claim Status Code ~508
          01-3 S ID 2/3 98 Entity Identifier Code = 36 40 41 AY PR
          01-4 N 1270
        02 R DT 8/8 373 Status Information Effective Date
        03 R ID 1/2 306 Action Code = U WQ
        04 R R 1/10 782 Total Submitted Charges for Unit Work
        05 N 782 373 591 373 429
        10 S C043 Health Care Claim Status
          10-1 R AN 1/30 1271 Health Care Claim Status Category Code ~507
          10-2 R AN 1/30 1271 Health Care Claim Status Code ~508
          10-3 S ID 2/3 98 Entity Identifier Code = 36 40 41 AY PR
          10-4 N 1270
        11 as 10
        12 N 933
      QTY S 1 Total Accepted Quantity ; R0204 E0204
        01! R ID 2/2 673 Quantity Qualifier = 90
        02 R R 1/15 380 Total Accepted Quantity
        03 N C001 61
      QTY S 1 Total Rejected Quantity ; R0204 E0204
        01! R ID 2/2 673 Quantity Qualifier = AA
        02 R R 1/15 380 Total Rejected Quantity
        03 N C001 61
      AMT S 1 Total Accepted Amount
        01! R ID 1/3 522 Amount Qualifier Code = YU
        02 R R 1/10 782 Total Accepted Amount
        03 N 478
      AMT S 1 Total Rejected Amount
        01! R ID 1/3 522 Amount Qualifier Code = YY
        02 R R 1/10 782 Total Rejected Amount
        03 N 478
    loop 2000C S >1 Billing Provider of Service Level
      HL R 1 Billing Provider of Service Level
        01 R AN 1/12 628 Hierarchical ID Number
        02 R AN 1/12 734 Hierarchical Parent ID Number
        03! R ID 1/2 735 Hierarchical Level Code = 19
        04 R ID 1/1 736 Hierarchical Child Code = 0 1
      loop 2100C R 1 Billing Provider Name
        NM1 R 1 Billing Provider Name ; P0809 C1110 C1203
          01 R ID 2/3 98 Entity Identifier Code = 85
          02 R ID 1/1 1065 Entity Type Qualifier = 1 2
          03 R AN 1/60 1035 Billing Provider Last or Organizational Name
          04 S AN 1/35 1036 Billing Provider First Name
          05 S AN 1/25 1037 Billing Provider Middle Name or Initial
          06 N 1038
          07 S AN 1/10 1039 Billing Provider Name Suffix
          08 R ID 1/2 66 Identification Code Qualifier = FI SV XX
          09 R AN 2/80 67 Billing Provider Identifier
          10 N 706 98 1035
      loop 2200C S 1 Provider of Service Information Trace Identifier
        TRN R 1 Provider of Service Information Trace Identifier
          01 R ID 1/2 481 Trace Type Code = 1
          02 R AN 1/50 127 Provider of Service Information Trace Identifier
          03 N 509 127
        STC S >1 Billing Provider Status Information
          01 R C043 Health Care Claim Status
            01-1 R AN 1/30 1271 Health Care Claim Status Category Code ~507
            01-2 R AN 1/30 1271 Health Care Claim Status Code ~508
            01-3 S ID 2/3 98 Entity Identifier Code = 36 40 41 77 82 85 87 AY PR
            01-4 N 1270
          02 N 373
          03 R ID 1/2 306 Action Code = U WQ
          04 R R 1/10 782 Total Submitted Charges for Unit Work
          05 N 782 373 591 373 429
          10 S C043 Health Care Claim Status
            10-1 R AN 1/30 1271 Health Care Claim Status Category Code ~507
            10-2 R AN 1/30 1271 Health Care Claim Status Code ~508
            10-3 S ID 2/3 98 Entity Identifier Code = 36 40 41 77 82 85 87 AY PR
            10-4 N 1270
          11 as 10
          12 N 933
        REF S 3 Provider Secondary Identifier ; R0203
          01 R ID 2/3 128 Reference Identification Qualifier = 0B 1G G2 LU SY TJ
          02 R AN 1/50 127 Billing Provider Additional Identifier
          03 N 352 C040
        QTY S 1 Total Accepted Quantity ; R0204 E0204
          01! R ID 2/2 673 Quantity Qualifier = QA
          02 R R 1/15 380 Total Accepted Quantity
          03 N C001 61
        QTY S 1 Total Rejected Quantity ; R0204 E0204
          01! R ID 2/2 673 Quantity Qualifier = QC
          02 R R 1/15 380 Total Rejected Quantity
          03 N C001 61
        AMT S 1 Total Accepted Amount
          01! R ID 1/3 522 Amount Qualifier Code = YU
          02 R R 1/10 782 Total Accepted Amount
          03 N 478
        AMT S 1 Total Rejected Amount
          01! R ID 1/3 522 Amount Qualifier Code = YY
          02 R R 1/10 782 Total Rejected Amount
          03 N 478
      loop 2000D S >1 Patient Level
        HL R 1 Patient Level
          01 R AN 1/12 628 Hierarchical ID Number
          02 R AN 1/12 734 Hierarchical Parent ID Number
          03! R ID 1/2 735 Hierarchical Level Code = PT
          04 N 736
        loop 2100D R 1 Patient Name
          NM1 R 1 Patient Name ; P0809 C1110 C1203
            01 R ID 2/3 98 Entity Identifier Code = QC
            02 R ID 1/1 1065 Entity Type Qualifier = 1
            03 R AN 1/60 1035 Patient Last or Organizational Name
            04 S AN 1/35 1036 Patient First Name
            05 S AN 1/25 1037 Patient Middle Name or Initial
            06 N 1038
            07 S AN 1/10 1039 Patient Name Suffix
            08 R ID 1/2 66 Identification Code Qualifier = II MI
            09 R AN 2/80 67 Patient Identification Number
            10 N 706 98 1035
        loop 2200D R >1 Claim Status Tracking Number
          TRN R 1 Claim Status Tracking Number
            01 R ID 1/2 481 Trace Type Code = 2
            02 R AN 1/50 127 Patient Control Number
            03 N 509 127
          STC R >1 Claim Level Status Information
            01 R C043 Health Care Claim Status
              01-1 R AN 1/30 1271 Health Care Claim Status Category Code ~507
              01-2 R AN 1/30 1271 Health Care Claim Status Code ~508
              01-3 S ID 2/3 98 Entity Identifier Code = @entities
              01-4 N 1270
            02 R DT 8/8 373 Status Information Effective Date
            03 R ID 1/2 306 Action Code = U WQ
            04 R R 1/10 782 Total Claim Charge Amount
            05 N 782 373 591 373 429
            10 S C043 Health Care Claim Status
              10-1 R AN 1/30 1271 Health Care Claim Status Category Code ~507
              10-2 R AN 1/30 1271 Health Care Claim Status Code ~508
              10-3 S ID 2/3 98 Entity Identifier Code = @entities
              10-4 N 1270
            11 as 10
            12 S AN 1/264 933 Free Form Message Text
          REF S 3 Payer Claim Control Number ; R0203
            01! R ID 2/3 128 Reference Identification Qualifier = 1K
            02 R AN 1/50 127 Payer Claim Control Number
            03 N 352 C040
          REF S 3 Claim Identifier for Transmission Intermediaries ; R0203
            01! R ID 2/3 128 Reference Identification Qualifier = D9
            02 R AN 1/50 127 Clearinghouse Trace Number
            03 N 352 C040
          REF S 3 Institutional Bill Type Identification ; R0203
            01! R ID 2/3 128 Reference Identification Qualifier = BLT
            02 R AN 1/50 127 Institutional Bill Type Identification
            03 N 352 C040
          DTP R 1 Claim Level Service Date
            01 R ID 3/3 374 Date/Time Qualifier = 472
            02 R ID 2/3 1250 Date Time Period Format Qualifier = D8 RD8
            03 R AN 1/35 1251 Claim Service Period
          loop 2220D S >1 Service Line Information
            SVC R 1 Service Line Information
              01 R C003 Composite Medical Procedure Identifier
                01-1 R ID 2/2 235 Product or Service ID Qualifier = AD ER HC HP IV NU WK
                01-2 R AN 1/48 234 Procedure Code
                01-3 S AN 2/2 1339 Procedure Modifier
                01-4..6 as 3
                01-7 N 352 234
              02 R R 1/10 782 Line Item Charge Amount
              03 N 782
              04 S AN 1/48 234 Revenue Code ~132
              05 N 380 C003
              07 S R 1/15 380 Original Units of Service Count
            STC R >1 Service Line Level Status Information
              01 R C043 Health Care Claim Status
                01-1 R AN 1/30 1271 Health Care Claim Status Category Code ~507
                01-2 R AN 1/30 1271 Health Care Claim Status Code ~508
                01-3 S ID 2/3 98 Entity Identifier Code = @entities
                01-4 N 1270
              02 N 373
              03 R ID 1/2 306 Action Code = U
              04 N 782 782 373 591 373 429
              10 S C043 Health Care Claim Status
                10-1 R AN 1/30 1271 Health Care Claim Status Category Code ~507
                10-2 R AN 1/30 1271 Health Care Claim Status Code ~508
                10-3 S ID 2/3 98 Entity Identifier Code = @entities
                10-4 N 1270
              11 as 10
              12 S AN 1/264 933 Free Form Message Text
            REF S 1 Service Line Item Identification ; R0203
              01! R ID 2/3 128 Reference Identification Qualifier = FJ
              02 R AN 1/50 127 Line Item Control Number
              03 N 352 C040
            REF S 1 Pharmacy Prescription Number ; R0203
              01! R ID 2/3 128 Reference Identification Qualifier = XZ
              02 R AN 1/50 127 Pharmacy Prescription Number
              03 N 352 C040
            DTP S 1 Service Line Date
              01 R ID 3/3 374 Date/Time Qualifier = 472
              02 R ID 2/3 1250 Date Time Period Format Qualifier = D8 RD8
              03 R AN 1/35 1251 Service Line Date
SE R 1 Transaction Set Trailer
  01 R N0 1/10 96 Transaction Segment Count
  02 R AN 4/9 329 Transaction Set Control Number
`,
};
