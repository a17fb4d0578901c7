import type { GuideSource } from '../guide/guide-source.ts';

/** 277 health care claim status response, TR3 005010X212. */
export const CLAIM_STATUS_RESPONSE: GuideSource = {
  ids: ['005010X212'],
  name: 'claim status response (277)',
  functionalIdentifier: 'HN',
  setIdentifier: '277',
  text: `
list entities
  03 13 17 1E 1G 1H 1I 1O 1P 1Q 1R 1S 1T 1U 1V 1W 1X 1Y 1Z 28 2A 2B 2D 2E 2I 2K 2P 2Q 2S 2Z 30 36 3A 3C 3D 3E
  3F 3G 3H 3I 3J 3K 3L 3M 3N 3O 3P 3Q 3R 3S 3T 3U 3V 3W 3X 3Y 3Z 40 43 44 4A 4B 4C 4D 4E 4F 4G 4H 4I 4J 4L 4M
  4N 4O 4P 4Q 4R 4S 4U 4V 4W 4X 4Y 4Z 5A 5B 5C 5D 5E 5F 5G 5H 5I 5J 5K 5L 5M 5N 5O 5P 5Q 5R 5S 5T 5U 5V 5W 5X
  5Y 5Z 61 6A 6B 6C 6D 6E 6F 6G 6H 6I 6J 6K 6L 6N 6O 6P 6Q 6R 6S 6U 6V 6W 6X 6Y 71 72 73 74 77 7C 80 82 84 85
  87 95 CK CZ D2 DD DJ DK DN DO DQ E1 E2 E7 E9 FA FD FE G0 G3 GB GI GJ GK GM GY HF HH I3 IJ IL IN LI LR MR
  MSC OB OD OX P0 P2 P3 P4 P5 P7 PRP PT PV PW QA QB QC QD QE QH QK QL QN QO QS QV QY RC RW S4 SEP SJ SU T4 TL
  TQ TT TTP TU UH X3 X4 X5 ZZ
ST R 1 Transaction Set Header
  01 R ID 3/3 143 Transaction Set Identifier Code = 277
  02 R AN 4/9 329 Transaction Set Control Number
  03 R AN 1/35 1705 Implementation Convention Reference = 005010X212
BHT R 1 Beginning of Hierarchical Transaction
  01 R ID 4/4 1005 Hierarchical Structure Code = 0010
  02 R ID 2/2 353 Transaction Set Purpose Code = 08
  03 R AN 1/50 127 Reference Identification
  04 R DT 8/8 373 Transaction Set Creation Date
  05 R TM 4/8 337 Transaction Set Creation Time
  06 R ID 2/2 640 Transaction Type Code = DG
loop 2000A R >1 Information Source Level
  HL R 1 Information Source Level
    01 R AN 1/12 628 Hierarchical ID Number
    02 N 734
    03! R ID 1/2 735 Hierarchical Level Code = 20
    04 R ID 1/1 736 Hierarchical Child Code = 1
  loop 2100A R 1 Information Source Name
    NM1 R 1 Information Source Name ; P0809 C1110 C1203
      01 R ID 2/3 98 Entity Identifier Code = PR
      02 R ID 1/1 1065 Entity Type Qualifier = 2
      03 R AN 1/60 1035 Payer Name
      04 N 1036 1037 1038 1039
      08 R ID 1/2 66 Identification Code Qualifier = PI XV
      09 R AN 2/80 67 Payer Identifier
      10 N 706 98 1035
    PER S 1 Payer Contact Information ; P0304 P0506 P0708
      01 R ID 2/2 366 Contact Function Code = IC
      02 S AN 1/60 93 Payer Contact Name
      03 R ID 2/2 365 Communication Number Qualifier = ED EM FX TE
      04 R AN 1/256 364 Payer Contact Communication Number
      05 S ID 2/2 365 Communication Number Qualifier = ED EM EX FX TE
      06 S AN 1/256 364 Payer Contact Communication Number
      07..08 as 05..06
      09 N 443
  loop 2000B R >1 Information Receiver Level
    HL R 1 Information Receiver Level
      01 R AN 1/12 628 Hierarchical ID Number
      02 R AN 1/12 734 Hierarchical Parent ID Number
      03! R ID 1/2 735 Hierarchical Level Code = 21
      04 R ID 1/1 736 Hierarchical Child Code = 0 1
    loop 2100B R 1 Information Receiver Name
      NM1 R 1 Information Receiver Name ; P0809 C1110 C1203
        01 R ID 2/3 98 Entity Identifier Code = 41
        02 R ID 1/1 1065 Entity Type Qualifier = 1 2
        03 S AN 1/60 1035 Information Receiver Last or Organizational Name
        04 S AN 1/35 1036 Information Receiver First Name
        05 S AN 1/25 1037 Information Receiver Middle Name
        06 N 1038 1039
        08 R ID 1/2 66 Identification Code Qualifier = 46
        09 R AN 2/80 67 Information Receiver Identification Number
        10 N 706 98 1035
    loop 2200B S 1 Information Receiver Trace Identifier
      TRN R 1 Information Receiver Trace Identifier
        01 R ID 1/2 481 Trace Type Code = 2
        02 R AN 1/50 127 Claim Transaction Batch Number
        03 N 509 127
      STC R >1 Information Receiver Status Information
        01 R C043 Health Care Claim Status
          01-1 R AN 1/30 1271 Health Care Claim Status Category Code ~507
          01-2 R AN 1/30 1271 Health Care Claim Status Code ~508
          01-3 S ID 2/3 98 Entity Identifier Code = 41 AY PR
          01-4 N 1270
        02 R DT 8/8 373 Status Information Effective Date
        03 N 306 782 782 373 591 373 429
        10 S C043 Health Care Claim Status
          10-1 R AN 1/30 1271 Health Care Claim Status Category Code ~507
          10-2 R AN 1/30 1271 Health Care Claim Status Code ~508
          10-3 S ID 2/3 98 Entity Identifier Code = 41 AY PR
          10-4 N 1270
        11 as 10
        12 N 933
    loop 2000C S >1 Service Provider Level
      HL R 1 Service Provider Level
        01 R AN 1/12 628 Hierarchical ID Number
        02 R AN 1/12 734 Hierarchical Parent ID Number
        03! R ID 1/2 735 Hierarchical Level Code = 19
        04 R ID 1/1 736 Hierarchical Child Code = 0 1
      loop 2100C R 2 Provider Name
        NM1 R 1 Provider Name ; P0809 C1110 C1203
          01 R ID 2/3 98 Entity Identifier Code = 1P
          02 R ID 1/1 1065 Entity Type Qualifier = 1 2
          03 S AN 1/60 1035 Provider Last or Organization Name
          04 S AN 1/35 1036 Provider First Name
          05 S AN 1/25 1037 Provider Middle Name
          06 N 1038
          07 S AN 1/10 1039 Provider Name Suffix
          08 R ID 1/2 66 Identification Code Qualifier = FI SV XX
          09 R AN 2/80 67 Provider Identifier
          10 N 706 98 1035
      loop 2200C S 1 Provider of Service Trace Identifier
        TRN R 1 Provider of Service Trace Identifier
          01 R ID 1/2 481 Trace Type Code = 1
          02 R AN 1/50 127 Provider of Service Information Trace Identifier
          03 N 509 127
        STC R >1 Provider Status Information
          01 R C043 Health Care Claim Status
            01-1 R AN 1/30 1271 Health Care Claim Status Category Code ~507
            01-2 R AN 1/30 1271 Health Care Claim Status Code ~508
            01-3 S ID 2/3 98 Entity Identifier Code = 1P
            01-4 N 1270
          02 R DT 8/8 373 Status Information Effective Date
          03 N 306 782 782 373 591 373 429
          10 S C043 Health Care Claim Status
            10-1 R AN 1/30 1271 Health Care Claim Status Category Code ~507
            10-2 R AN 1/30 1271 Health Care Claim Status Code ~508
            10-3 S ID 2/3 98 Entity Identifier Code = 1P
            10-4 N 1270
          11 as 10
          12 N 933
      loop 2000D S >1 Subscriber Level
        HL R 1 Subscriber Level
          01 R AN 1/12 628 Hierarchical ID Number
          02 R AN 1/12 734 Hierarchical Parent ID Number
          03! R ID 1/2 735 Hierarchical Level Code = 22
          04 R ID 1/1 736 Hierarchical Child Code = 0 1
        loop 2100D R 1 Subscriber Name
          NM1 R 1 Subscriber Name ; P0809 C1110 C1203
            01 R ID 2/3 98 Entity Identifier Code = IL
            02 R ID 1/1 1065 Entity Type Qualifier = 1 2
            03 R AN 1/60 1035 Subscriber Last Name
            04 S AN 1/35 1036 Subscriber First Name
            05 S AN 1/25 1037 Subscriber Middle Name or Initial
            06 N 1038
            07 S AN 1/10 1039 Subscriber Name Suffix
            08 R ID 1/2 66 Identification Code Qualifier = 24 II MI
            09 R AN 2/80 67 Subscriber Identifier
            10 N 706 98 1035
        loop 2200D S >1 Claim Status Tracking Number
          TRN R 1 Claim Status Tracking Number
            01 R ID 1/2 481 Trace Type Code = 2
            02 R AN 1/50 127 Referenced Transaction Trace Number
            03 N 509 127
          STC R >1 Claim Level Status Information
            01 R C043 Health Care Claim Status
              01-1 R AN 1/30 1271 Health Care Claim Status Category Code ~507
              01-2 R AN 1/30 1271 Health Care Claim Status Code ~508
              01-3 S ID 2/3 98 Entity Identifier Code = @entities
              01-4 S ID 1/3 1270 Code List Qualifier Code = RX
            02 R DT 8/8 373 Status Information Effective Date
            03 N 306
            04 S R 1/10 782 Total Claim Charge Amount
            05 S R 1/10 782 Claim Payment Amount
            06 S DT 8/8 373 Adjudication Finalized Date
            07 N 591
            08 S DT 8/8 373 Remittance Date
            09 S AN 1/16 429 Remittance Trace Number
            10 S C043 Health Care Claim Status
              10-1 R AN 1/30 1271 Health Care Claim Status Category Code ~507
              10-2 R AN 1/30 1271 Health Care Claim Status Code ~508
              10-3 S ID 2/3 98 Entity Identifier Code = @entities
              10-4 S ID 1/3 1270 Code List Qualifier Code = RX
            11 as 10
            12 N 933
          REF S 1 Payer Claim Control Number ; R0203
            01! R ID 2/3 128 Reference Identification Qualifier = 1K
            02 R AN 1/50 127 Payer Claim Control Number
            03 N 352 C040
          REF S 1 Institutional Bill Type Identification ; R0203
            01! R ID 2/3 128 Reference Identification Qualifier = BLT
            02 R AN 1/50 127 Bill Type Identifier
            03 N 352 C040
          REF S 1 Patient Control Number ; R0203
            01! R ID 2/3 128 Reference Identification Qualifier = EJ
            02 R AN 1/50 127 Patient Control Number
            03 N 352 C040
          REF S 1 Pharmacy Prescription Number ; R0203
            01! R ID 2/3 128 Reference Identification Qualifier = XZ
            02 R AN 1/50 127 Pharmacy Prescription Number
            03 N 352 C040
          REF S 1 Voucher Identifier ; R0203
            01! R ID 2/3 128 Reference Identification Qualifier = VV
            02 R AN 1/50 127 Voucher Identifier
            03 N 352 C040
          REF S 1 Claim Identifier for Transmission Intermediaries ; R0203
            01! R ID 2/3 128 Reference Identification Qualifier = D9
            02 R AN 1/50 127 Clearinghouse Trace Number
            03 N 352 C040
          DTP S 1 Claim Level Service Date
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
              03 R R 1/10 782 Line Item Payment Amount
              04 S AN 1/48 234 Revenue Code ~132
              05 N 380 C003
              07 R R 1/15 380 Units of Service Count
            STC R >1 Service Line Level Status Information
              01 R C043 Health Care Claim Status
                01-1 R AN 1/30 1271 Health Care Claim Status Category Code ~507
                01-2 R AN 1/30 1271 Health Care Claim Status Code ~508
                01-3 S ID 2/3 98 Entity Identifier Code = @entities
                01-4 S ID 1/3 1270 Code List Qualifier Code = RX
              02 R DT 8/8 373 Status Information Effective Date
              03 N 306 782 782 373 591 373 429
              10 S C043 Health Care Claim Status
                10-1 R AN 1/30 1271 Health Care Claim Status Category Code ~507
                10-2 R AN 1/30 1271 Health Care Claim Status Code ~508
                10-3 S ID 2/3 98 Entity Identifier Code = @entities
                10-4 S ID 1/3 1270 Code List Qualifier Code = RX
              11 as 10
              12 N 933
            REF S 1 Service Line Item Identification ; R0203
              01 R ID 2/3 128 Reference Identification Qualifier = FJ
              02 R AN 1/50 127 Line Item Control Number
              03 N 352 C040
            DTP R 1 Service Line Date
              01 R ID 3/3 374 Date/Time Qualifier = 472
              02 R ID 2/3 1250 Date Time Period Format Qualifier = D8 RD8
              03 R AN 1/35 1251 Service Line Date
        loop 2000E S >1 Dependent Level
          HL R 1 Dependent Level
            01 R AN 1/12 628 Hierarchical ID Number
            02 R AN 1/12 734 Hierarchical Parent ID Number
            03! R ID 1/2 735 Hierarchical Level Code = 23
            04 N 736
          loop 2100E R 1 Dependent Name
            NM1 R 1 Dependent Name ; P0809 C1110 C1203
              01 R ID 2/3 98 Entity Identifier Code = QC
              02 R ID 1/1 1065 Entity Type Qualifier = 1
              03 R AN 1/60 1035 Patient Last Name
              04 S AN 1/35 1036 Patient First Name
              05 S AN 1/25 1037 Patient Middle Name or Initial
              06 N 1038
              07 S AN 1/10 1039 Patient Name Suffix
              08 N 66 67 706 98 1035
          loop 2200E R >1 Claim Status Tracking Number
            TRN R 1 Claim Status Tracking Number
              01 R ID 1/2 481 Trace Type Code = 2
              02 R AN 1/50 127 Referenced Transaction Trace Number
              03 N 509 127
            STC R >1 Claim Level Status Information
              01 R C043 Health Care Claim Status
                01-1 R AN 1/30 1271 Health Care Claim Status Category Code ~507
                01-2 R AN 1/30 1271 Health Care Claim Status Code ~508
                01-3 S ID 2/3 98 Entity Identifier Code = @entities
                01-4 S ID 1/3 1270 Code List Qualifier Code = RX
              02 R DT 8/8 373 Status Information Effective Date
              03 N 306
              04 S R 1/10 782 Total Claim Charge Amount
              05 S R 1/10 782 Claim Payment Amount
              06 S DT 8/8 373 Adjudication Finalized Date
              07 N 591
              08 S DT 8/8 373 Remittance Date
              09 S AN 1/16 429 Remittance Trace Number
              10 S C043 Health Care Claim Status
                10-1 R AN 1/30 1271 Health Care Claim Status Category Code ~507
                10-2 R AN 1/30 1271 Health Care Claim Status Code ~508
                10-3 S ID 2/3 98 Entity Identifier Code = @entities
                10-4 S ID 1/3 1270 Code List Qualifier Code = RX
              11 as 10
              12 N 933
            REF S 1 Payer Claim Control Number ; R0203
              01! R ID 2/3 128 Reference Identification Qualifier = 1K
              02 R AN 1/50 127 Payer Claim Control Number
              03 N 352 C040
            REF S 1 Institutional Bill Type Identification ; R0203
              01! R ID 2/3 128 Reference Identification Qualifier = BLT
              02 R AN 1/50 127 Institutional Bill Type Identification
              03 N 352 C040
            REF S 1 Patient Control Number ; R0203
              01! R ID 2/3 128 Reference Identification Qualifier = EJ
              02 R AN 1/50 127 Patient Control Number
              03 N 352 C040
            REF S 1 Pharmacy Prescription Number ; R0203
              01! R ID 2/3 128 Reference Identification Qualifier = XZ
              02 R AN 1/50 127 Pharmacy Prescription Number
              03 N 352 C040
            REF S 1 Voucher Identifier ; R0203
              01! R ID 2/3 128 Reference Identification Qualifier = VV
              02 R AN 1/50 127 Voucher Identifier
              03 N 352 C040
            REF S 1 Claim Identifier for Transmission Intermediaries ; R0203
              01! R ID 2/3 128 Reference Identification Qualifier = D9
              02 R AN 1/50 127 Clearinghouse Trace Number
              03 N 352 C040
            DTP S 1 Claim Level Service Date
              01 R ID 3/3 374 Date/Time Qualifier = 472
              02 R ID 2/3 1250 Date Time Period Format Qualifier = D8 RD8
              03 R AN 1/35 1251 Claim Service Period
            loop 2220E S >1 Service Line Information
              SVC R 1 Service Line Information
                01 R C003 Composite Medical Procedure Identifier
                  01-1 R ID 2/2 235 Product or Service ID Qualifier = AD ER HC HP IV NU WK
                  01-2 R AN 1/48 234 Procedure Code
                  01-3 S AN 2/2 1339 Procedure Modifier
                  01-4..6 as 3
                  01-7 N 352 234
                02 R R 1/10 782 Line Item Charge Amount
                03 R R 1/10 782 Line Item Payment Amount
                04 S AN 1/48 234 Revenue Code ~132
                05 N 380 C003
                07 R R 1/15 380 Units of Service Count
              STC R >1 Service Line Level Status Information
                01 R C043 Health Care Claim Status
                  01-1 R AN 1/30 1271 Health Care Claim Status Category Code ~507
                  01-2 R AN 1/30 1271 Health Care Claim Status Code ~508
                  01-3 S ID 2/3 98 Entity Identifier Code = @entities
                  01-4 S ID 1/3 1270 Code List Qualifier Code = RX
                02 R DT 8/8 373 Status Information Effective Date
                03 N 306 782 782 373 591 373 429
                10 S C043 Health Care Claim Status
                  10-1 R AN 1/30 1271 Health Care Claim Status Category Code ~507
                  10-2 R AN 1/30 1271 Health Care Claim Status Code ~508
                  10-3 S ID 2/3 98 Entity Identifier Code = @entities
                  10-4 S ID 1/3 1270 Code List Qualifier Code = RX
                11 as 10
                12 N 933
              REF S 1 Service Line Item Identification ; R0203
                01 R ID 2/3 128 Reference Identification Qualifier = FJ
                02 R AN 1/50 127 Line Item Control Number
                03 N 352 C040
              DTP R 1 Service Line Date
                01 R ID 3/3 374 Date/Time Qualifier = 472
                02 R ID 2/3 1250 Date Time Period Format Qualifier = D8 RD8
                03 R AN 1/35 1251 Service Line Date
SE R 1 Transaction Set Trailer
  01 R N0 1/10 96 Transaction Segment Count
  02 R AN 4/9 329 Transaction Set Control Number
`,
};
