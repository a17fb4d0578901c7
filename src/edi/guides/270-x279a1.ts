import type { GuideSource } from '../guide/guide-source.ts';

/** 270 eligibility, coverage or benefit inquiry, TR3 005010X279A1. */
export const ELIGIBILITY_INQUIRY: GuideSource = {
  ids: ['005010X279A1', '005010X279'],
  name: 'eligibility inquiry (270)',
  functionalIdentifier: 'HS',
  setIdentifier: '270',
  text: `
list service-types
  1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 30 32 33 34 35 36 37 38 39 40 41
  42 43 44 45 46 47 48 49 50 51 52 53 54 55 56 57 58 59 60 61 62 63 64 65 66 67 68 69 70 71 72 73 74 75 76 77
  78 79 80 81 82 83 84 85 86 87 88 89 90 91 92 93 94 95 96 97 98 99 A0 A1 A2 A3 A4 A5 A6 A7 A8 A9 AA AB AC AD
  AE AF AG AH AI AJ AK AL AM AN AO AQ AR B1 B2 B3 BA BB BC BD BE BF BG BH BI BJ BK BL BM BN BP BQ BR BS BT BU
  BV BW BX BY BZ C1 CA CB CC CD CE CF CG CH CI CJ CK CL CM CN CO CP CQ DG DM DS GF GN GY IC MH NI ON PT PU RN
  RT TC TN UC
list references
  18 1L 1W 6P CT EA EJ F6 GH HJ IF IG MRC N6 SY Y4
ST R 1 Transaction Set Header
  01 R ID 3/3 143 Transaction Set Identifier Code = 270
  02 R AN 4/9 329 Transaction Set Control Number
  03 R AN 1/35 1705 Implementation Convention Reference = 005010X279A1 005010X279
BHT R 1 Beginning of Hierarchical Transaction
  01 R ID 4/4 1005 Hierarchical Structure Code = 0022
  02 R ID 2/2 353 Transaction Set Purpose Code = 01 13
  03 S AN 1/50 127 Submitter Transaction Identifier
  04 R DT 8/8 373 Transaction Set Creation Date
  05 R TM 4/8 337 Transaction Set Creation Time
  06 S ID 2/2 640 Transaction Type Code = RT
loop 2000A R >1 Information Source Level
  HL R 1 Information Source Level
    01 R AN 1/12 628 Hierarchical ID Number
    02 N 734
    03! R ID 1/2 735 Hierarchical Level Code = 20
    04 R ID 1/1 736 Hierarchical Child Code = 1
  loop 2100A R 1 Information Source Name
    NM1 R 1 Information Source Name ; P0809 C1110 C1203
      01 R ID 2/3 98 Entity Identifier Code = 2B 36 GP P5 PR
      02 R ID 1/1 1065 Entity Type Qualifier = 1 2
      03 R AN 1/60 1035 Information Source Last or Organization Name
      04 S AN 1/35 1036 Information Source First Name
      05 S AN 1/25 1037 Information Source Middle Name
      06 N 1038
      07 S AN 1/10 1039 Information Source Name Suffix
      08 R ID 1/2 66 Identification Code Qualifier = 24 46 FI NI PI XV XX
      09 R AN 2/80 67 Information Source Primary Identifier
      10 N 706 98 1035
  loop 2000B R >1 Information Receiver Level
    HL R 1 Information Receiver Level
      01 R AN 1/12 628 Hierarchical ID Number
      02 R AN 1/12 734 Hierarchical Parent ID Number
      03! R ID 1/2 735 Hierarchical Level Code = 21
      04 R ID 1/1 736 Hierarchical Child Code = 1
    loop 2100B R 1 Information Receiver Name
      NM1 R 1 Information Receiver Name ; P0809 C1110 C1203
        01 R ID 2/3 98 Entity Identifier Code = 1P 2B 36 80 FA GP P5 PR
        02 R ID 1/1 1065 Entity Type Qualifier = 1 2
        03 R AN 1/60 1035 Information Receiver Last or Organization Name
        04 S AN 1/35 1036 Information Receiver First Name
        05 S AN 1/25 1037 Information Receiver Middle Name
        06 N 1038
        07 S AN 1/10 1039 Information Receiver Name Suffix
        08 R ID 1/2 66 Identification Code Qualifier = 24 34 FI PI PP SV XV XX
        09 R AN 2/80 67 Information Receiver Primary Identifier
        10 N 706 98 1035
      REF S 9 Information Receiver Additional Identification ; R0203
        01 R ID 2/3 128 Reference Identification Qualifier = 0B 1C 1D 1J 4A CT EL EO HPI JD N5 N7 Q4 SY TJ
        02 R AN 1/50 127 Information Receiver Additional Identifier
        03 S AN 1/80 352 Information Receiver Additional Identifier State
        04 N C040
      N3 S 1 Information Receiver Address
        01 R AN 1/55 166 Information Receiver Address Line
        02 S AN 1/55 166 Information Receiver Additional Address Line
      N4 S 1 Information Receiver City, State, ZIP Code ; E0207 C0605 C0704
        01 R AN 2/30 19 Information Receiver City Name
        02 S ID 2/2 156 Information Receiver State Code ~22
        03 S ID 3/15 116 Information Receiver Postal Zone or ZIP Code ~51
        04 S ID 2/3 26 Country Code ~5
        05 N 309 310
        07 S ID 1/3 1715 Country Subdivision Code ~5
      PRV S 1 Information Receiver Provider Information ; P0203
        01 R ID 1/3 1221 Provider Code = AD AT BI CO CV H HH LA OT P1 P2 PC PE R RF SB SK SU
        02 S ID 2/3 128 Reference Identification Qualifier = PXC
        03 S AN 1/50 127 Information Receiver Provider Taxonomy Code
        04 N 156 C035 1223
    loop 2000C R >1 Subscriber Level
      HL R 1 Subscriber Level
        01 R AN 1/12 628 Hierarchical ID Number
        02 R AN 1/12 734 Hierarchical Parent ID Number
        03! R ID 1/2 735 Hierarchical Level Code = 22
        04 R ID 1/1 736 Hierarchical Child Code = 0 1
      TRN S 2 Subscriber Trace Number
        01 R ID 1/2 481 Trace Type Code = 1
        02 R AN 1/50 127 Trace Number
        03 R AN 10/10 509 Trace Assigning Entity Identifier
        04 S AN 1/50 127 Trace Assigning Entity Additional Identifier
      loop 2100C R 1 Subscriber Name
        NM1 R 1 Subscriber Name ; P0809 C1110 C1203
          01 R ID 2/3 98 Entity Identifier Code = IL
          02 R ID 1/1 1065 Entity Type Qualifier = 1 2
          03 S AN 1/60 1035 Subscriber Last Name
          04 S AN 1/35 1036 Subscriber First Name
          05 S AN 1/25 1037 Subscriber Middle Name or Initial
          06 N 1038
          07 S AN 1/10 1039 Subscriber Name Suffix
          08 S ID 1/2 66 Identification Code Qualifier = II MI
          09 S AN 2/80 67 Subscriber Primary Identifier
          10 N 706 98 1035
        REF S 9 Subscriber Additional Identification ; R0203
          01 R ID 2/3 128 Reference Identification Qualifier = 18 1L 1W 3H 6P CT EA EJ F6 GH HJ IG N6 NQ SY Y4
          02 R AN 1/50 127 Subscriber Supplemental Identifier
          03 N 352 C040
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
        PRV S 1 Provider Information ; P0203
          01 R ID 1/3 1221 Provider Code = AD AT BI CO CV H HH LA OT P1 P2 PC PE R RF SK SU
          02 S ID 2/3 128 Reference Identification Qualifier = 9K D3 EI HPI PXC SY TJ
          03 S AN 1/50 127 Provider Identifier
          04 N 156 C035 1223
        DMG S 1 Subscriber Demographic Information ; P0102 P1011 C1105
          01 S ID 2/3 1250 Date Time Period Format Qualifier = D8
          02 S AN 1/35 1251 Subscriber Birth Date
          03 S ID 1/1 1068 Subscriber Gender Code = F M
          04 N 1067 C056 1066 26 659 380 1270 1271
        INS S 1 Multiple Birth Sequence Number ; P1112
          01 R ID 1/1 1073 Insured Indicator = Y
          02 R ID 2/2 1069 Individual Relationship Code = 18
          03 N 875 1203 1216 C052 1219 584 1220 1073 1250 1251 1165 19 156 26
          17 R N0 1/9 1470 Birth Sequence Number
        HI S 1 Subscriber Health Care Diagnosis Code
          01 R C022 Health Care Code Information ; P0304 E0809
            01-1 R ID 1/3 1270 Code List Qualifier Code = ABK BK
            01-2 R AN 1/30 1271 Diagnosis Code
            01-3 N 1250 1251 782 380 799 1271 1073
          02 S C022 Health Care Code Information ; P0304 E0809
            02-1 R ID 1/3 1270 Code List Qualifier Code = ABF BF
            02-2 R AN 1/30 1271 Diagnosis Code
            02-3 N 1250 1251 782 380 799 1271 1073
          03..08 as 02
          09 N C022 C022 C022 C022
        DTP S 2 Subscriber Date
          01 R ID 3/3 374 Date/Time Qualifier = 102 291
          02 R ID 2/3 1250 Date Time Period Format Qualifier = D8 RD8
          03 R AN 1/35 1251 Date Time Period
        loop 2110C S 99 Subscriber Eligibility or Benefit Inquiry
          EQ R 1 Subscriber Eligibility or Benefit Inquiry ; R0102
            01 S ID 1/2 x99 1365 Service Type Code = @service-types
            02 S C003 Composite Medical Procedure Identifier
              02-1 R ID 2/2 235 Product or Service ID Qualifier = AD CJ HC ID IV N4 ZZ
              02-2 R AN 1/48 234 Procedure Code
              02-3 S AN 2/2 1339 Procedure Modifier
              02-4..6 as 3
              02-7 N 352 234
            03 S ID 3/3 1207 Coverage Level Code = FAM
            04 N 1336
            05 S C004 Composite Diagnosis Code Pointer
              05-1 R N0 1/2 1328 Diagnosis Code Pointer
              05-2 S N0 1/2 1328 Diagnosis Code Pointer
              05-3..4 as 2
          AMT S 1 Subscriber Spend Down Amount
            01! R ID 1/3 522 Amount Qualifier Code = R
            02 R R 1/10 782 Spend Down Amount
            03 N 478
          AMT S 1 Subscriber Spend Down Total Billed Amount
            01! R ID 1/3 522 Amount Qualifier Code = PB
            02 R R 1/10 782 Spend Down Total Billed Amount
            03 N 478
          III S 1 Subscriber Eligibility or Benefit Additional Inquiry Information ; P0102 L030405
            01 R ID 1/3 1270 Code List Qualifier Code = ZZ
            02 R AN 1/30 1271 Industry Code
            03 N 1136 933 380 C001 752 752 752
          REF S 1 Subscriber Additional Information ; R0203
            01 R ID 2/3 128 Reference Identification Qualifier = 9F G1
            02 R AN 1/50 127 Prior Authorization or Referral Number
            03 N 352 C040
          DTP S 1 Subscriber Eligibility/Benefit Date
            01 R ID 3/3 374 Date/Time Qualifier = 291
            02 R ID 2/3 1250 Date Time Period Format Qualifier = D8 RD8
            03 R AN 1/35 1251 Date Time Period
      loop 2000D S >1 Dependent Level
        HL R 1 Dependent Level
          01 R AN 1/12 628 Hierarchical ID Number
          02 R AN 1/12 734 Hierarchical Parent ID Number
          03! R ID 1/2 735 Hierarchical Level Code = 23
          04 R ID 1/1 736 Hierarchical Child Code = 0
        TRN S 2 Dependent Trace Number
          01 R ID 1/2 481 Trace Type Code = 1
          02 R AN 1/50 127 Trace Number
          03 R AN 10/10 509 Trace Assigning Entity Identifier
          04 S AN 1/50 127 Trace Assigning Entity Additional Identifier
        loop 2100D R 1 Dependent Name
          NM1 R 1 Dependent Name ; P0809 C1110 C1203
            01 R ID 2/3 98 Entity Identifier Code = 03
            02 R ID 1/1 1065 Entity Type Qualifier = 1
            03 S AN 1/60 1035 Dependent Last Name
            04 S AN 1/35 1036 Dependent First Name
            05 S AN 1/25 1037 Dependent Middle Name
            06 N 1038
            07 S AN 1/10 1039 Dependent Name Suffix
            08 N 66 67 706 98 1035
          REF S 9 Dependent Additional Identification ; R0203
            01 R ID 2/3 128 Reference Identification Qualifier = @references
            02 R AN 1/50 127 Dependent Supplemental Identifier
            03 N 352 C040
          N3 S 1 Dependent Address
            01 R AN 1/55 166 Dependent Address Line
            02 S AN 1/55 166 Dependent Address Line
          N4 S 1 Dependent City, State, ZIP Code ; E0207 C0605 C0704
            01 R AN 2/30 19 Dependent City Name
            02 S ID 2/2 156 Dependent State Code ~22
            03 S ID 3/15 116 Dependent Postal Zone or ZIP Code ~51
            04 S ID 2/3 26 Country Code ~5
            05 N 309 310
            07 S ID 1/3 1715 Country Subdivision Code ~5
          PRV S 1 Provider Information ; P0203
            01 R ID 1/3 1221 Provider Code = AD AT BI CO CV H HH LA OT P1 P2 PC PE R RF SK SU
            02 S ID 2/3 128 Reference Identification Qualifier = 9K D3 EI HPI PXC SY TJ
            03 S AN 1/50 127 Provider Identifier
            04 N 156 C035 1223
          DMG S 1 Dependent Demographic Information ; P0102 P1011 C1105
            01 S ID 2/3 1250 Date Time Period Format Qualifier = D8
            02 S AN 1/35 1251 Dependent Birth Date
            03 S ID 1/1 1068 Dependent Gender Code = F M U
            04 N 1067 C056 1066 26 659 380 1270 1271
          INS S 1 Dependent Relationship ; P1112
            01 R ID 1/1 1073 Insured Indicator = N
            02 R ID 2/2 1069 Individual Relationship Code = 01 19 34
            03 N 875 1203 1216 C052 1219 584 1220 1073 1250 1251 1165 19 156 26
            17 S N0 1/9 1470 Birth Sequence Number
          HI S 1 Dependent Health Care Diagnosis Code
            01 R C022 Health Care Code Information ; P0304 E0809
              01-1 R ID 1/3 1270 Code List Qualifier Code = ABK BK
              01-2 R AN 1/30 1271 Diagnosis Code
              01-3 N 1250 1251 782 380 799 1271 1073
            02 S C022 Health Care Code Information ; P0304 E0809
              02-1 R ID 1/3 1270 Code List Qualifier Code = ABF BF
              02-2 R AN 1/30 1271 Diagnosis Code
              02-3 N 1250 1251 782 380 799 1271 1073
            03..08 as 02
            09 N C022 C022 C022 C022
          DTP S 2 Dependent Date
            01 R ID 3/3 374 Date/Time Qualifier = 102 291
            02 R ID 2/3 1250 Date Time Period Format Qualifier = D8 RD8
            03 R AN 1/35 1251 Date Time Period
          loop 2110D R 99 Dependent Eligibility or Benefit Inquiry
            EQ R 1 Dependent Eligibility or Benefit Inquiry ; R0102
              01 S ID 1/2 x99 1365 Service Type Code = @service-types
              02 S C003 Composite Medical Procedure Identifier
                02-1 R ID 2/2 235 Product or Service ID Qualifier = AD CJ HC ID IV N4 ZZ
                02-2 R AN 1/48 234 Procedure Code
                02-3 S AN 2/2 1339 Procedure Modifier
                02-4..6 as 3
                02-7 N 352 234
              03 N 1207 1336
              05 S C004 Composite Diagnosis Code Pointer
                05-1 R N0 1/2 1328 Diagnosis Code Pointer
                05-2 S N0 1/2 1328 Diagnosis Code Pointer
                05-3..4 as 2
            III S 1 Dependent Eligibility or Benefit Additional Inquiry Information ; P0102 L030405
              01 R ID 1/3 1270 Code List Qualifier Code = ZZ
              02 R AN 1/30 1271 Industry Code
              03 N 1136 933 380 C001 752 752 752
            REF S 1 Dependent Additional Information ; R0203
              01 R ID 2/3 128 Reference Identification Qualifier = 9F G1
              02 R AN 1/50 127 Prior Authorization or Referral Number
              03 N 352 C040
            DTP S 1 Dependent Eligibility/Benefit Date
              01 R ID 3/3 374 Date/Time Qualifier = 291
              02 R ID 2/3 1250 Date Time Period Format Qualifier = D8 RD8
              03 R AN 1/35 1251 Date Time Period
SE R 1 Transaction Set Trailer
  01 R N0 1/10 96 Number of Included Segments
  02 R AN 4/9 329 Transaction Set Control Number
`,
};
