import type { GuideSource } from '../guide/guide-source.ts';

/** 276 health care claim status request, TR3 005010X212. */
export const CLAIM_STATUS_REQUEST: GuideSource = {
  ids: ['005010X212'],
  name: 'claim status request (276)',
  functionalIdentifier: 'HR',
  setIdentifier: '276',
  text: `
ST R 1 Transaction Set Header
  01 R ID 3/3 143 Transaction Set Identifier Code = 276
  02 R AN 4/9 329 Transaction Set Control Number
  03 R AN 1/35 1705 Implementation Convention Reference = 005010X212
BHT R 1 Beginning of Hierarchical Transaction
  01 R ID 4/4 1005 Hierarchical Structure Code = 0010
  02 R ID 2/2 353 Transaction Set Purpose Code = 13
  03 R AN 1/50 127 Reference Identification
  04 R DT 8/8 373 Transaction Set Creation Date
  05 R TM 4/8 337 Transaction Set Creation Time
  06 N 640
loop 2000A R >1 Information Source Level
  HL R 1 Information Source Level
    01 R AN 1/12 628 Hierarchical ID Number
    02 N 734
    03! R ID 1/2 735 Hierarchical Level Code = 20
    04 R ID 1/1 736 Hierarchical Child Code = 1
  loop 2100A R 1 Payer Name
    NM1 R 1 Payer Name ; P0809 C1110 C1203
      01 R ID 2/3 98 Entity Identifier Code = PR
      02 R ID 1/1 1065 Entity Type Qualifier = 2
      03 R AN 1/60 1035 Payer Name
      04 N 1036 1037 1038 1039
      08 R ID 1/2 66 Identification Code Qualifier = PI XV
      09 R AN 2/80 67 Payer Identifier
      10 N 706 98 1035
  loop 2000B R >1 Information Receiver Level
    HL R 1 Information Receiver Level
      01 R AN 1/12 628 Hierarchical ID Number
      02 R AN 1/12 734 Hierarchical Parent ID Number
      03! R ID 1/2 735 Hierarchical Level Code = 21
      04 R ID 1/1 736 Hierarchical Child Code = 1
    loop 2100B R 1 Information Receiver Name
      NM1 R 1 Information Receiver Name ; P0809 C1110 C1203
        01 R ID 2/3 98 Entity Identifier Code = 41
        02 R ID 1/1 1065 Entity Type Qualifier = 1 2
        03 S AN 1/60 1035 Information Receiver Last or Organization Name
        04 S AN 1/35 1036 Information Receiver First Name
        05 S AN 1/25 1037 Information Receiver Middle Name
        06 N 1038 1039
        08 R ID 1/2 66 Identification Code Qualifier = 46
        09 R AN 2/80 67 Information Receiver Identification Number
        10 N 706 98 1035
    loop 2000C R >1 Service Provider Level
      HL R 1 Service Provider Level
        01 R AN 1/12 628 Hierarchical ID Number
        02 R AN 1/12 734 Hierarchical Parent ID Number
        03! R ID 1/2 735 Hierarchical Level Code = 19
        04 R ID 1/1 736 Hierarchical Child Code = 1
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
      loop 2000D R >1 Subscriber Level
        HL R 1 Subscriber Level
          01 R AN 1/12 628 Hierarchical ID Number
          02 R AN 1/12 734 Hierarchical Parent ID Number
          03! R ID 1/2 735 Hierarchical Level Code = 22
          04 R ID 1/1 736 Hierarchical Child Code = 0 1
        DMG S 1 Subscriber Demographic Information ; P0102 P1011 C1105
          01 R ID 2/3 1250 Date Time Period Format Qualifier = D8
          02 R AN 1/35 1251 Subscriber Birth Date
          03 S ID 1/1 1068 Subscriber Gender Code = F M
          04 N 1067 C056 1066 26 659 380 1270 1271
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
            01 R ID 1/2 481 Trace Type Code = 1
            02 R AN 1/50 127 Current Transaction Trace Number
            03 N 509 127
          REF S 1 Payer Claim Control Number ; R0203
            01! R ID 2/3 128 Reference Identification Qualifier = 1K
            02 R AN 1/50 127 Payer Claim Control Number
            03 N 352 C040
          REF S 1 Institutional Bill Type Identification ; R0203
            01! R ID 2/3 128 Reference Identification Qualifier = BLT
            02 R AN 1/50 127 Bill Type Identifier
            03 N 352 C040
          REF S 1 Application or Location System Identifier ; R0203
            01! R ID 2/3 128 Reference Identification Qualifier = LU
            02 R AN 1/50 127 Application or Location System Identifier
            03 N 352 C040
          REF S 1 Group Number ; R0203
            01! R ID 2/3 128 Reference Identification Qualifier = 6P
            02 R AN 1/50 127 Group Number
            03 N 352 C040
          REF S 1 Patient Control Number ; R0203
            01! R ID 2/3 128 Reference Identification Qualifier = EJ
            02 R AN 1/50 127 Patient Control Number
            03 N 352 C040
          REF S 1 Pharmacy Prescription Number ; R0203
            01! R ID 2/3 128 Reference Identification Qualifier = XZ
            02 R AN 1/50 127 Pharmacy Prescription Number
            03 N 352 C040
          REF S 1 Claim Identifier for Transmission Intermediaries ; R0203
            01! R ID 2/3 128 Reference Identification Qualifier = D9
            02 R AN 1/50 127 Clearinghouse Trace Number
            03 N 352 C040
          AMT S 1 Claim Submitted Charges
            01 R ID 1/3 522 Amount Qualifier Code = T3
            02 R R 1/10 782 Total Claim Charge Amount
            03 N 478
          DTP S 1 Claim Level Service Date
            01 R ID 3/3 374 Date/Time Qualifier = 472
            02 R ID 2/3 1250 Date Time Period Format Qualifier = D8 RD8
            03 R AN 1/35 1251 Claim Service Period
          loop 2210D S >1 Service Line Information
            SVC R 1 Service Line Information
              01 R C003 Composite Medical Procedure Identifier
                01-1 R ID 2/2 235 Product or Service ID Qualifier = AD ER HC HP IV N4 NU WK
                01-2 R AN 1/48 234 Procedure Code
                01-3 S AN 2/2 1339 Procedure Modifier
                01-4..6 as 3
                01-7 N 352 234
              02 R R 1/10 782 Line Item Charge Amount
              03 N 782
              04 S AN 1/48 234 Revenue Code ~132
              05 N 380 C003
              07 S R 1/15 380 Units of Service Count
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
          DMG R 1 Dependent Demographic Information ; P0102 P1011 C1105
            01 R ID 2/3 1250 Date Time Period Format Qualifier = D8
            02 R AN 1/35 1251 Patient Birth Date
            03 S ID 1/1 1068 Patient Gender Code = F M
            04 N 1067 C056 1066 26 659 380 1270 1271
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
              01 R ID 1/2 481 Trace Type Code = 1
              02 R AN 1/50 127 Current Transaction Trace Number
              03 N 509 127
            REF S 1 Payer Claim Control Number ; R0203
              01! R ID 2/3 128 Reference Identification Qualifier = 1K
              02 R AN 1/50 127 Payer Claim Control Number
              03 N 352 C040
            REF S 1 Institutional Bill Type Identification ; R0203
              01! R ID 2/3 128 Reference Identification Qualifier = BLT
              02 R AN 1/50 127 Bill Type Identifier
              03 N 352 C040
            REF S 1 Application or Location System Identifier ; R0203
              01! R ID 2/3 128 Reference Identification Qualifier = LU
              02 R AN 1/50 127 Application or Location System Identifier
              03 N 352 C040
            REF S 1 Group Number ; R0203
              01! R ID 2/3 128 Reference Identification Qualifier = 6P
              02 R AN 1/50 127 Group Number
              03 N 352 C040
            REF S 1 Patient Control Number ; R0203
              01! R ID 2/3 128 Reference Identification Qualifier = EJ
              02 R AN 1/50 127 Patient Control Number
              03 N 352 C040
            REF S 1 Pharmacy Prescription Number ; R0203
              01! R ID 2/3 128 Reference Identification Qualifier = XZ
              02 R AN 1/50 127 Pharmacy Prescription Number
              03 N 352 C040
            REF S 1 Claim Identifier for Transmission Intermediaries ; R0203
              01! R ID 2/3 128 Reference Identification Qualifier = D9
              02 R AN 1/50 127 Clearinghouse Trace Number
              03 N 352 C040
            AMT S 1 Claim Submitted Charges
              01 R ID 1/3 522 Amount Qualifier Code = T3
              02 R R 1/10 782 Total Claim Charge Amount
              03 N 478
            DTP S 1 Claim Service Date
              01 R ID 3/3 374 Date/Time Qualifier = 472
              02 R ID 2/3 1250 Date Time Period Format Qualifier = D8 RD8
              03 R AN 1/35 1251 Claim Service Period
            loop 2210E S >1 Service Line Information
              SVC R 1 Service Line Information
                01 R C003 Composite Medical Procedure Identifier
                  01-1 R ID 2/2 235 Product or Service ID Qualifier = AD ER HC HP IV N4 NU WK
                  01-2 R AN 1/48 234 Procedure Code
                  01-3 S AN 2/2 1339 Procedure Modifier
                  01-4..6 as 3
                  01-7 N 352 234
                02 R R 1/10 782 Line Item Charge Amount
                03 N 782
                04 S AN 1/48 234 Revenue Code ~132
                05 N 380 C003
                07 S R 1/15 380 Units of Service Count
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
