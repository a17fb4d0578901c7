import type { GuideSource } from '../guide/guide-source.ts';

/** 271 eligibility, coverage or benefit response, TR3 005010X279A1. */
export const ELIGIBILITY_RESPONSE: GuideSource = {
  ids: ['005010X279A1', '005010X279'],
  name: 'eligibility response (271)',
  functionalIdentifier: 'HB',
  setIdentifier: '271',
  text: `
list references
  18 1L 1W 3H 49 6P CE CT EA EJ F6 GH HJ IF IG N6 NQ Q4 SY Y4
list reject-reasons
  15 35 42 43 45 47 48 49 51 52 56 57 58 60 61 62 63 71 72 73 74 75 76 78
list dates
  096 102 152 291 307 318 340 341 342 343 346 347 356 357 382 435 442 458 472 539 540 636 771
list ranks
  A1 A2 A3 B1 B2 C1 C2 C3 C4 C5 C6 C7 C8 C9 E1 F1 F2 F3 F4 G1 G4 L1 L2 L3 L4 L5 L6 M1 M2 M3 M4 M5 M6 P1 P2 P3
  P4 P5 R1 R2 S1 S2 S3 S4 S5 S6 S7 S8 S9 SA SB SC T1 V1 W1
list benefits
  1 2 3 4 5 6 7 8 A B C CB D E F G H I J K L M MC N O P Q R S T U V W X Y
list service-types
  1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 30 32 33 34 35 36 37 38 39 40 41
  42 43 44 45 46 47 48 49 50 51 52 53 54 55 56 57 58 59 60 61 62 63 64 65 66 67 68 69 70 71 72 73 74 75 76 77
  78 79 80 81 82 83 84 85 86 87 88 89 90 91 92 93 94 95 96 97 98 99 A0 A1 A2 A3 A4 A5 A6 A7 A8 A9 AA AB AC AD
  AE AF AG AH AI AJ AK AL AM AN AO AQ AR B1 B2 B3 BA BB BC BD BE BF BG BH BI BJ BK BL BM BN BP BQ BR BS BT BU
  BV BW BX BY BZ C1 CA CB CC CD CE CF CG CH CI CJ CK CL CM CN CO CP CQ DG DM DS GF GN GY IC MH NI ON PT PU RN
  RT TC TN UC
list insurance-types
  12 13 14 15 16 41 42 43 47 AP C1 CO CP D DB EP FF GP HM HN HS IN IP LC LD LI LT MA MB MC MH MI MP OT PE PL
  PP PR PS QM RP SP TF WC WU
list delivery
  1 2 3 4 5 6 7 8 9 A B C D E F G H J K L M N O P Q R S SG SL SP SX SY SZ T U V W X Y
list references-2110C
  18 1L 1W 49 6P 9F ALS CLI F6 FO G1 IG M7 N6 NQ
list dates-2110C
  096 193 194 198 290 291 292 295 304 307 318 346 348 349 356 357 435 472 636 771
list reject-reasons-2110C
  15 33 52 53 54 55 56 57 60 61 62 63 69 70 98 AA AE AF AG AO CI E8 IA MA
list entities
  13 1I 1P 2B 36 73 FA GP GW I3 IL LR OC P3 P4 P5 PR PRP SEP TTP VER VN VY X3 Y2
list references-2100D
  18 1L 1W 49 6P CE CT EA EJ F6 GH HJ IF IG MRC N6 NQ Q4 SY Y4
list reject-reasons-2100D
  15 35 42 43 45 47 48 49 51 52 56 57 58 60 61 62 63 64 65 66 67 68 71 77
list references-2110D
  18 49 1L 1W 6P 9F ALS CLI F6 FO G1 IG M7 N6 NQ
ST R 1 Transaction Set Header
  01 R ID 3/3 143 Transaction Set Identifier Code = 271
  02 R AN 4/9 329 Transaction Set Control Number
  03 R AN 1/35 1705 Implementation Convention Reference = 005010X279A1 005010X279
BHT R 1 Beginning of Hierarchical Transaction
  01 R ID 4/4 1005 Hierarchical Structure Code = 0022
  02 R ID 2/2 353 Transaction Set Purpose Code = 06 11
  03 S AN 1/50 127 Submitter Transaction Identifier
  04 R DT 8/8 373 Transaction Set Creation Date
  05 R TM 4/8 337 Transaction Set Creation Time
  06 N 640
loop 2000A R >1 Information Source Level
  HL R 1 Information Source Level
    01 R AN 1/12 628 Hierarchical ID Number
    02 N 734
    03! R ID 1/2 735 Hierarchical Level Code = 20
    04 R ID 1/1 736 Hierarchical Child Code = 0 1
  AAA S 9 Request Validation
    01 R ID 1/1 1073 Valid Request Indicator = Y N
    02 N 559
    03 R ID 2/2 901 Reject Reason Code = 04 41 42 79
    04 R ID 1/1 889 Follow-up Action Code = C N P R S Y
  loop 2100A R 1 Information Source Name
    NM1 R 1 Information Source Name ; P0809 C1110 C1203
      01 R ID 2/3 98 Entity Identifier Code = 2B 36 GP P5 PR
      02 R ID 1/1 1065 Entity Type Qualifier = 1 2
      03 R AN 1/60 1035 Last or Organization Name
      04 S AN 1/35 1036 First Name
      05 S AN 1/25 1037 Middle Name
      06 N 1038
      07 S AN 1/10 1039 Name Suffix
      08 R ID 1/2 66 Identification Code Qualifier = 24 46 FI NI PI XV XX
      09 R AN 2/80 67 Identification Code
      10 N 706 98 1035
    PER S 3 Information Source Contact Information ; P0304 P0506 P0708
      01 R ID 2/2 366 Contact Function Code = IC
      02 S AN 1/60 93 Information Source Contact Name
      03 S ID 2/2 365 Communication Number Qualifier = ED EM FX TE UR
      04 S AN 1/256 364 Communication Number
      05 S ID 2/2 365 Communication Number Qualifier = ED EM EX FX TE UR
      06 S AN 1/256 364 Communication Number
      07..08 as 05..06
      09 N 443
    AAA S 9 Request Validation
      01 R ID 1/1 1073 Valid Request Indicator = N Y
      02 N 559
      03 R ID 2/2 901 Reject Reason Code = 04 41 42 79 80 T4
      04 R ID 1/1 889 Follow-up Action Code = C N P R S W X Y
  loop 2000B S >1 Information Receiver Level
    HL R 1 Information Receiver Level
      01 R AN 1/12 628 Hierarchical ID Number
      02 R AN 1/12 734 Hierarchical Parent ID Number
      03! R ID 1/2 735 Hierarchical Level Code = 21
      04 R ID 1/1 736 Hierarchical Child Code = 0 1
    loop 2100B R 1 Information Receiver Name
      NM1 R 1 Information Receiver Name ; P0809 C1110 C1203
        01 R ID 2/3 98 Entity Identifier Code = 1P 2B 36 80 FA GP P5 PR
        02 R ID 1/1 1065 Entity Type Qualifier = 1 2
        03 S AN 1/60 1035 Information Receiver Last or Organization Name
        04 S AN 1/35 1036 Information Receiver First Name
        05 S AN 1/25 1037 Information Receiver Middle Name
        06 N 1038
        07 S AN 1/10 1039 Information Receiver Name Suffix
        08 R ID 1/2 66 Identification Code Qualifier = 24 34 FI PI PP SV XV XX
        09 R AN 2/80 67 Identification Code
        10 N 706 98 1035
      REF S 9 Information Receiver Additional Identification ; R0203
        01 R ID 2/3 128 Reference Identification Qualifier = 0B 1C 1D 1J 4A CT EL EO HPI JD N5 N7 Q4 SY TJ
        02 R AN 1/50 127 Information Receiver Additional Identification
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
      AAA S 9 Information Receiver Request Validation
        01 R ID 1/1 1073 Valid Request Indicator = N Y
        02 N 559
        03 R ID 2/2 901 Reject Reason Code = 15 41 43 44 45 46 47 48 50 51 79 97 T4
        04 R ID 1/1 889 Follow-up Action Code = C N R S W X Y
      PRV S 1 Information Receiver Provider Information ; P0203
        01 R ID 1/3 1221 Provider Code = AD AT BI CO CV H HH LA OT P1 P2 PC PE R RF SB SK SU
        02 S ID 2/3 128 Reference Identification Qualifier = PXC
        03 S AN 1/50 127 Information Receiver Provider Taxonomy Code
        04 N 156 C035 1223
    loop 2000C S >1 Subscriber Level
      HL R 1 Subscriber Level
        01 R AN 1/12 628 Hierarchical ID Number
        02 R AN 1/12 734 Hierarchical Parent ID Number
        03! R ID 1/2 735 Hierarchical Level Code = 22
        04 R ID 1/1 736 Hierarchical Child Code = 0 1
      TRN S 3 Subscriber Trace Number
        01 R ID 1/2 481 Trace Type Code = 1 2
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
        REF S 9 Subscriber Additional Information ; R0203
          01 R ID 2/3 128 Reference Identification Qualifier = @references
          02 R AN 1/50 127 Subscriber Supplemental Identifier
          03 S AN 1/80 352 Plan, Group or Plan Network Name
          04 N C040
        N3 S 1 Subscriber Address
          01 R AN 1/55 166 Subscriber Address Line
          02 S AN 1/55 166 Subscriber Address Line
        N4 S 1 Subscriber City, State, ZIP Code ; E0207 C0605 C0704
          01 R AN 2/30 19 Subscriber City Name
          02 S ID 2/2 156 Subscriber State Code ~22
          03 S ID 3/15 116 Subscriber Postal Zone or ZIP Code ~51
          04 S ID 2/3 26 Subscriber Country Code ~5
          05 N 309 310
          07 S ID 1/3 1715 Subscriber Country Subdivision Code ~5
        AAA S 9 Subscriber Request Validation
          01 R ID 1/1 1073 Valid Request Indicator = N Y
          02 N 559
          03 R ID 2/2 901 Reject Reason Code = @reject-reasons
          04 R ID 1/1 889 Follow-up Action Code = C N R S W X Y
        PRV S 1 Provider Information ; P0203
          01 R ID 1/3 1221 Provider Code = AD AT BI CO CV H HH LA OT P1 P2 PC PE R RF SK SU
          02 S ID 2/3 128 Reference Identification Qualifier = PXC
          03 S AN 1/50 127 Provider Identifier
          04 N 156 C035 1223
        DMG S 1 Subscriber Demographic Information ; P0102 P1011 C1105
          01 S ID 2/3 1250 Date Time Period Format Qualifier = D8
          02 S AN 1/35 1251 Subscriber Birth Date
          03 S ID 1/1 1068 Subscriber Gender Code = F M U
          04 N 1067 C056 1066 26 659 380 1270 1271
        INS S 1 Subscriber Relationship ; P1112
          01 R ID 1/1 1073 Insured Indicator = Y
          02 R ID 2/2 1069 Individual Relationship Code = 18
          03 S ID 3/3 875 Maintenance Type Code = 001
          04 S ID 2/3 1203 Maintenance Reason Code = 25
          05 N 1216 C052 1219 584 1220 1073 1250 1251 1165 19 156 26
          17 S N0 1/9 1470 Birth Sequence Number
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
        DTP S 9 Subscriber Date
          01 R ID 3/3 374 Date/Time Qualifier = @dates
          02 R ID 2/3 1250 Date Time Period Format Qualifier = D8 RD8
          03 R AN 1/35 1251 Date Time Period
        MPI S 1 Subscriber Military Personnel Information ; P0607
          01 R ID 1/1 1201 Information Status Code = A C L O P S T
          02 R ID 2/2 584 Employment Status Code = AE AO AS AT AU CC DD HD IR LX PE RE RM RR RU
          03 R ID 1/1 1595 Government Service Affiliation Code = A B C D E F G H I J K L M N O Q R S U W
          04 S AN 1/80 352 Description = 00 01 06 08 15 11 13 18 22 49 52
          05 S ID 2/2 1596 Military Service Rank = @ranks
          06 S ID 2/3 1250 Date Time Period Format Qualifier = D8 RD8
          07 S AN 1/35 1251 Date Time Period
        loop 2110C S >1 Subscriber Eligibility or Benefit Information
          EB R 1 Subscriber Eligibility or Benefit Information ; P0910
            01 R ID 1/2 1390 Eligibility or Benefit Information = @benefits
            02 S ID 3/3 1207 Benefit Coverage Level Code = CHD DEP ECH EMP ESP FAM IND SPC SPO
            03 S ID 1/2 x99 1365 Service Type Code = @service-types
            04 S ID 1/3 1336 Insurance Type Code = @insurance-types
            05 S AN 1/50 1204 Plan Coverage Description
            06 S ID 1/2 615 Time Period Qualifier = 6 7 13 21 22 23 24 25 26 27 28 29 30 31 32 33 34 35 36
            07 S R 1/10 782 Benefit Amount
            08 S R 1/10 954 Benefit Percent
            09 S ID 2/2 673 Quantity Qualifier = 99 8H CA CE D3 DB DY HS LA LE M2 MN P6 QA S7 S8 VS YY
            10 S R 1/15 380 Benefit Quantity
            11 S ID 1/1 1073 Authorization or Certification Indicator = N U Y
            12 S ID 1/1 1073 In Plan Network Indicator = N U W Y
            13 S C003 Composite Medical Procedure Identifier
              13-1 R ID 2/2 235 Product or Service ID Qualifier = AD CJ HC ID IV N4 ZZ
              13-2 R AN 1/48 234 Procedure Code
              13-3 S AN 2/2 1339 Procedure Modifier
              13-4..6 as 3
              13-7 N 352
              13-8 S AN 1/48 234 Product or Service ID
            14 S C004 Composite Diagnosis Code Pointer
              14-1 R N0 1/2 1328 Diagnosis Code Pointer
              14-2 S N0 1/2 1328 Diagnosis Code Pointer
              14-3..4 as 2
          HSD S 9 Health Care Services Delivery ; P0102 C0605
            01 S ID 2/2 673 Quantity Qualifier = DY FL HS MN VS
            02 S R 1/15 380 Benefit Quantity
            03 S ID 2/2 355 Unit or Basis for Measurement Code = DA MO VS WK YR
            04 S R 1/6 1167 Sample Selection Modulus
            05 S ID 1/2 615 Time Period Qualifier = 6 7 21 22 23 24 25 26 27 28 29 30 31 32 33 34 35
            06 S N0 1/3 616 Period Count
            07 S ID 1/2 678 Delivery Frequency Code = @delivery
            08 S ID 1/1 679 Delivery Pattern Time Code = A B C D E F G Y
          REF S 9 Subscriber Additional Identification ; R0203
            01 R ID 2/3 128 Reference Identification Qualifier = @references-2110C
            02 R AN 1/50 127 Subscriber Eligibility or Benefit Identifier
            03 S AN 1/80 352 Plan, Group or Plan Network Name
            04 N C040
          DTP S 20 Subscriber Eligibility/Benefit Date
            01 R ID 3/3 374 Date/Time Qualifier = @dates-2110C
            02 R ID 2/3 1250 Date Time Period Format Qualifier = D8 RD8
            03 R AN 1/35 1251 Eligibility or Benefit Date Time Period
          AAA S 9 Subscriber Request Validation
            01 R ID 1/1 1073 Valid Request Indicator = N Y
            02 N 559
            03 R ID 2/2 901 Reject Reason Code = @reject-reasons-2110C
            04 R ID 1/1 889 Follow-up Action Code = C N R W X Y
          MSG S 10 Message Text ; C0302
            01 R AN 1/264 933 Free Form Message Text
            02 N 934 1470
          loop 2115C S 10 Subscriber Eligibility or Benefit Additional Information
            III R 1 Subscriber Eligibility or Benefit Additional Information ; P0102 L030405
              01 S ID 1/3 1270 Code List Qualifier Code = GR NI ZZ
              02 S AN 1/30 1271 Industry Code
              03 S ID 2/2 1136 Code Category = 44
              04 S AN 1/264 933 Injured Body Part Name
              05 N 380 C001 752 752 752
          LS S 1 Loop Header
            01 R AN 1/4 447 Loop Identifier Code = 2120
          loop 2120C S 23 Subscriber Benefit Related Entity Name
            NM1 R 1 Subscriber Benefit Related Entity Name ; P0809 C1110 C1203
              01 R ID 2/3 98 Entity Identifier Code = @entities
              02 R ID 1/1 1065 Entity Type Qualifier = 1 2
              03 S AN 1/60 1035 Benefit Related Entity Last or Organization Name
              04 S AN 1/35 1036 Benefit Related Entity First Name
              05 S AN 1/25 1037 Benefit Related Entity Middle Name
              06 N 1038
              07 S AN 1/10 1039 Benefit Related Entity Name Suffix
              08 S ID 1/2 66 Identification Code Qualifier = 24 34 46 FA FI II MI NI PI PP SV XV XX
              09 S AN 2/80 67 Identification Code
              10 S ID 2/2 706 Benefit Related Entity Relationship Code = 01 02 27 41 48 65 72
              11 N 98 1035
            N3 S 1 Subscriber Benefit Related Entity Address
              01 R AN 1/55 166 Benefit Related Entity Address Line
              02 S AN 1/55 166 Benefit Related Entity Address Line
            N4 S 1 Subscriber Benefit Related Entity City, State, ZIP Code ; E0207 C0605 C0704
              01 R AN 2/30 19 Benefit Related Entity City Name
              02 S ID 2/2 156 Benefit Related Entity State Code ~22
              03 S ID 3/15 116 Benefit Related Entity Postal Zone or ZIP Code ~51
              04 S ID 2/3 26 Benefit Related Entity Country Code ~5
              05 S ID 1/2 309 Benefit Related Entity Location Qualifier = RJ
              06 S ID 1/30 310 Benefit Related Entity DOD Health Service Region
              07 S ID 1/3 1715 Benefit Related Entity Country Subdivision Code ~5
            PER S 3 Subscriber Benefit Related Entity Contact Information ; P0304 P0506 P0708
              01 R ID 2/2 366 Contact Function Code = IC
              02 S AN 1/60 93 Benefit Related Entity Contact Name
              03 S ID 2/2 365 Communication Number Qualifier = ED EM FX TE UR WP
              04 S AN 1/256 364 Benefit Related Entity Communication Number
              05 S ID 2/2 365 Communication Number Qualifier = ED EM EX FX TE UR WP
              06 S AN 1/256 364 Communication Number
              07..08 as 05..06
              09 N 443
            PRV S 1 Subscriber Benefit Related Provider Information ; P0203
              01 R ID 1/3 1221 Provider Code = AD AT BI CO CV H HH LA OT P1 P2 PC PE R RF SB SK SU
              02 S ID 2/3 128 Reference Identification Qualifier = PXC
              03 S AN 1/50 127 Benefit Related Entity Provider Taxonomy Code
              04 N 156 C035 1223
          LE S 1 Loop Trailer
            01 R AN 1/4 447 Loop Identifier Code = 2120
      loop 2000D S >1 Dependent Detail
        HL R 1 Dependent Level
          01 R AN 1/12 628 Hierarchical ID Number
          02 R AN 1/12 734 Hierarchical Parent ID Number
          03! R ID 1/2 735 Hierarchical Level Code = 23
          04 R ID 1/1 736 Hierarchical Child Code = 0
        TRN S 3 Dependent Trace Number
          01 R ID 1/2 481 Trace Type Code = 1 2
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
            01 R ID 2/3 128 Reference Identification Qualifier = @references-2100D
            02 R AN 1/50 127 Dependent Supplemental Identifier
            03 S AN 1/80 352 Plan, Group or Plan Network Name
            04 N C040
          N3 S 1 Dependent Address
            01 R AN 1/55 166 Dependent Address Line
            02 S AN 1/55 166 Dependent Address Line
          N4 S 1 Dependent City, State, ZIP Code ; E0207 C0605 C0704
            01 R AN 2/30 19 Dependent City Name
            02 S ID 2/2 156 Dependent State Code ~22
            03 S ID 3/15 116 Dependent Postal Zone or ZIP Code ~51
            04 S ID 2/3 26 Dependent Country Code ~5
            05 N 309 310
            07 S ID 1/3 1715 Dependent Country Subdivision Code ~5
          AAA S 9 Dependent Request Validation
            01 R ID 1/1 1073 Valid Request Indicator = Y N
            02 N 559
            03 R ID 2/2 901 Reject Reason Code = @reject-reasons-2100D
            04 R ID 1/1 889 Follow-up Action Code = C N R S W X Y
          PRV S 1 Provider Information ; P0203
            01 R ID 1/3 1221 Provider Code = AD AT BI CO CV H HH LA OT P1 P2 PC PE R RF SK SU
            02 S ID 2/3 128 Reference Identification Qualifier = PXC
            03 S AN 1/50 127 Provider Identifier
            04 N 156 C035 1223
          DMG S 1 Dependent Demographic Information ; P0102 P1011 C1105
            01 S ID 2/3 1250 Date Time Period Format Qualifier = D8
            02 S AN 1/35 1251 Dependent Birth Date
            03 S ID 1/1 1068 Dependent Gender Code = F M U
            04 N 1067 C056 1066 26 659 380 1270 1271
          INS S 1 Dependent Relationship ; P1112
            01 R ID 1/1 1073 Insured Indicator = N
            02 R ID 2/2 1069 Individual Relationship Code = 01 19 20 21 39 40 53 G8
            03 S ID 3/3 875 Maintenance Type Code = 001
            04 S ID 2/3 1203 Maintenance Reason Code = 25
            05 N 1216 C052 1219 584 1220 1073 1250 1251 1165 19 156 26
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
          DTP S 9 Dependent Date
            01 R ID 3/3 374 Date/Time Qualifier = @dates
            02 R ID 2/3 1250 Date Time Period Format Qualifier = D8 RD8
            03 R AN 1/35 1251 Date Time Period
          MPI S 1 Dependent Military Personnel Information ; P0607
            01 R ID 1/1 1201 Information Status Code = A C L O P S T
            02 R ID 2/2 584 Employment Status Code = AE AO AS AT AU CC DD HD IR LX PE RE RM RR RU
            03 R ID 1/1 1595 Government Service Affiliation Code = A B C D E F G H I J K L M N O Q R S U W
            04 S AN 1/80 352 Description = 00 01 06 08 15 11 13 18 22 49 52
            05 S ID 2/2 1596 Military Service Rank = @ranks
            06 S ID 2/3 1250 Date Time Period Format Qualifier = D8 RD8
            07 S AN 1/35 1251 Date Time Period
          loop 2110D S >1 Dependent Eligibility or Benefit Information
            EB R 1 Dependent Eligibility or Benefit Information ; P0910
              01 R ID 1/2 1390 Eligibility or Benefit Information = @benefits
              02 S ID 3/3 1207 Benefit Coverage Level Code = CHD DEP ECH EMP ESP FAM IND SPC SPO
              03 S ID 1/2 x99 1365 Service Type Code = @service-types
              04 S ID 1/3 1336 Insurance Type Code = @insurance-types
              05 S AN 1/50 1204 Plan Coverage Description
              06 S ID 1/2 615 Time Period Qualifier = 6 7 13 21 22 23 24 25 26 27 28 29 30 31 32 33 34 35 36
              07 S R 1/10 782 Benefit Amount
              08 S R 1/10 954 Benefit Percent
              09 S ID 2/2 673 Quantity Qualifier = 8H 99 CA CE D3 DB DY HS LA LE M2 MN P6 QA S7 S8 VS YY
              10 S R 1/15 380 Benefit Quantity
              11 S ID 1/1 1073 Authorization or Certification Indicator = N U Y
              12 S ID 1/1 1073 In Plan Network Indicator = N U W Y
              13 S C003 Composite Medical Procedure Identifier
                13-1 R ID 2/2 235 Product or Service ID Qualifier = AD CJ HC ID IV N4 ZZ
                13-2 R AN 1/48 234 Procedure Code
                13-3 S AN 2/2 1339 Procedure Modifier
                13-4..6 as 3
                13-7 N 352
                13-8 S AN 1/48 234 Product or Service ID
              14 S C004 Composite Diagnosis Code Pointer
                14-1 R N0 1/2 1328 Diagnosis Code Pointer
                14-2 S N0 1/2 1328 Diagnosis Code Pointer
                14-3..4 as 2
            HSD S 9 Health Care Services Delivery ; P0102 C0605
              01 S ID 2/2 673 Quantity Qualifier = DY FL HS MN VS
              02 S R 1/15 380 Benefit Quantity
              03 S ID 2/2 355 Unit or Basis for Measurement Code = DA MO VS WK YR
              04 S R 1/6 1167 Sample Selection Modulus
              05 S ID 1/2 615 Time Period Qualifier = 6 7 21 22 23 24 25 26 27 28 29 30 31 32 33 34 35
              06 S N0 1/3 616 Period Count
              07 S ID 1/2 678 Delivery Frequency Code = @delivery
              08 S ID 1/1 679 Delivery Pattern Time Code = A B C D E F G Y
            REF S 9 Dependent Additional Identification ; R0203
              01 R ID 2/3 128 Reference Identification Qualifier = @references-2110D
              02 R AN 1/50 127 Dependent Eligibility or Benefit Identifier
              03 S AN 1/80 352 Plan, Group or Plan Network Name
              04 N C040
            DTP S 20 Dependent Eligibility/Benefit Date
              01 R ID 3/3 374 Date/Time Qualifier = @dates-2110C
              02 R ID 2/3 1250 Date Time Period Format Qualifier = D8 RD8
              03 R AN 1/35 1251 Eligibility or Benefit Date Time Period
            AAA S 9 Dependent Request Validation
              01 R ID 1/1 1073 Valid Request Indicator = N Y
              02 N 559
              03 R ID 2/2 901 Reject Reason Code = @reject-reasons-2110C
              04 R ID 1/1 889 Follow-up Action Code = C N R W X Y
            MSG S 10 Message Text ; C0302
              01 R AN 1/264 933 Free Form Message Text
              02 N 934 1470
            loop 2115D S 10 Dependent Eligibility or Benefit Additional Information
              III R 1 Dependent Eligibility or Benefit Additional Information ; P0102 L030405
                01 S ID 1/3 1270 Code List Qualifier Code = GR NI ZZ
                02 S AN 1/30 1271 Industry Code
                03 S ID 2/2 1136 Code Category = 44
                04 S AN 1/264 933 Injured Body Part Name
                05 N 380 C001 752 752 752
            LS S 1 Loop Header
              01 R AN 1/4 447 Loop Identifier Code = 2120
            loop 2120D S 23 Dependent Benefit Related Entity Name
              NM1 R 1 Dependent Benefit Related Entity Name ; P0809 C1110 C1203
                01 R ID 2/3 98 Entity Identifier Code = @entities
                02 R ID 1/1 1065 Entity Type Qualifier = 1 2
                03 S AN 1/60 1035 Benefit Related Entity Last or Organization Name
                04 S AN 1/35 1036 Benefit Related Entity First Name
                05 S AN 1/25 1037 Benefit Related Entity Middle Name
                06 N 1038
                07 S AN 1/10 1039 Benefit Related Entity Name Suffix
                08 S ID 1/2 66 Identification Code Qualifier = 24 34 46 FA FI II MI NI PI PP SV XV XX
                09 S AN 2/80 67 Benefit Related Entity Identifier
                10 S ID 2/2 706 Benefit Related Entity Relationship Code = 01 02 27 41 48 65 72
                11 N 98 1035
              N3 S 1 Dependent Benefit Related Entity Address
                01 R AN 1/55 166 Benefit Related Entity Address Line
                02 S AN 1/55 166 Benefit Related Entity Address Line
              N4 S 1 Dependent Benefit Related Entity City, State, ZIP Code ; E0207 C0605 C0704
                01 R AN 2/30 19 Benefit Related Entity City Name
                02 S ID 2/2 156 Benefit Related Entity State Code ~22
                03 S ID 3/15 116 Benefit Related Entity Postal Zone or ZIP Code ~51
                04 S ID 2/3 26 Benefit Related Entity Country Code ~5
                05 S ID 1/2 309 Benefit Related Entity Location Qualifier = RJ
                06 S ID 1/30 310 Benefit Related Entity DOD Health Service Region
                07 S ID 1/3 1715 Benefit Related Entity Country Subdivision Code ~5
              PER S 3 Dependent Benefit Related Entity Contact Information ; P0304 P0506 P0708
                01 R ID 2/2 366 Contact Function Code = IC
                02 S AN 1/60 93 Benefit Related Entity Contact Name
                03 S ID 2/2 365 Communication Number Qualifier = ED EM FX TE UR WP
                04 S AN 1/256 364 Benefit Related Entity Communication Number
                05 S ID 2/2 365 Communication Number Qualifier = ED EM EX FX TE UR WP
                06 S AN 1/256 364 Benefit Related Entity Communication Number
                07..08 as 05..06
                09 N 443
              PRV S 1 Dependent Benefit Related Provider Information ; P0203
                01 R ID 1/3 1221 Provider Code = AD AT BI CO CV H HH LA OT P1 P2 PC PE R RF SB SK SU
                02 S ID 2/3 128 Reference Identification Qualifier = PXC
                03 S AN 1/50 127 Benefit Related Entity Provider Taxonomy Code
                04 N 156 C035 1223
            LE S 1 Loop Trailer
              01 R AN 1/4 447 Loop Identifier Code = 2120
SE R 1 Transaction Set Trailer
  01 R N0 1/10 96 Transaction Segment Count
  02 R AN 4/9 329 Transaction Set Control Number
`,
};
