import type { GuideSource } from '../guide/guide-source.ts';

/** 999 implementation acknowledgment, TR3 005010X231A1. */
export const IMPLEMENTATION_ACKNOWLEDGMENT: GuideSource = {
  ids: ['005010X231A1', '005010X231'],
  name: 'implementation acknowledgment (999)',
  functionalIdentifier: 'FA',
  setIdentifier: '999',
  text: `
list functional-groups
  AA AB AD AF AG AH AI AK AL AN AO AR AS AT AW BC BE BF BL BS CA CB CC CD CE CF CG CH CI CJ CK CM CN CO CP CR
  CS CT CV D3 D4 D5 DA DD DF DI DM DS DX EC ED EI ER ES EV EX FA FB FC FG FH FR FT GB GC GE GF GL GP GR GT HB
  HC HI HN HP HR HS IA IB IC ID IE IG II IJ IM IN IO IP IR IS KM LA LB LI LN LR LS LT MA MC MD ME MF MG MH MI
  MJ MK MM MN MO MP MQ MR MS MT MV MW MX MY NC NL NP NT OC OG OR OW PA PB PC PD PE PF PG PH PI PJ PK PL PN PO
  PQ PR PS PT PU PV PY QG QM QO RA RB RC RD RE RH RI RJ RK RL RM RN RO RP RQ RR RS RT RU RV RW RX RY RZ SA SB
  SC SD SE SG SH SI SJ SL SM SN SO SP SQ SR SS ST SU SV SW TA TC TD TF TI TM TN TO TP TR TS TT TX UA UB UC UD
  UI UP UW VA VB VC VD VE VH VI VS WA WB WG WI WL WR WT
list transaction-sets
  102 242 815 864 868 993 997 999 130 131 132 133 135 138 139 144 146 147 155 188 189 190 191 197 198 199 200
  201 202 203 205 206 245 248 259 260 261 262 263 264 265 266 810 811 812 814 819 820 821 822 823 824 827 828
  829 831 833 844 849 872 880 103 105 113 149 150 151 152 153 154 157 158 175 176 179 185 194 195 196 249 251
  280 283 284 285 286 288 500 501 511 517 521 527 536 540 561 567 568 650 805 806 813 826 836 838 839 996 104
  106 107 108 109 110 120 121 125 126 127 128 129 160 161 163 204 210 211 212 213 214 215 216 217 219 220 222
  223 224 225 227 228 240 250 300 301 303 304 309 310 311 312 313 315 317 319 322 323 324 325 326 350 352 353
  354 355 356 357 358 359 361 404 410 412 414 417 418 419 420 421 422 423 424 425 426 429 431 432 433 434 435
  436 437 440 451 452 453 455 456 460 463 466 468 470 475 485 486 490 492 494 601 603 715 854 858 859 920 924
  925 926 928 980 990 998 101 140 141 142 143 159 170 180 244 290 503 504 620 625 753 754 816 818 830 832 840
  841 842 843 845 846 847 848 850 851 852 853 855 856 857 860 861 862 863 865 866 867 869 870 873 874 875 876
  877 878 879 881 882 883 884 885 886 887 888 889 890 891 893 894 895 896 940 943 944 945 947 100 111 112 124
  148 186 187 252 255 256 267 268 269 270 271 272 273 274 275 276 277 278 362 834 835 837
list business-units
  TRN02 NM109 "PATIENT NAME NM109" "SUBSCRIBER NAME NM109" ENT01 "SUBSCRIBER NUMBER REF02" CLM01
list element-errors
  1 2 3 4 5 6 7 8 9 10 12 13 I10 I11 I12 I13 I6 I9
list set-errors
  1 2 3 4 5 6 7 8 9 10 11 12 13 15 16 17 18 19 23 24 25 26 27 I5 I6
ST R 1 Transaction Set Header
  01 R ID 3/3 143 Transaction Set Identifier Code = 999
  02 R AN 4/9 329 Transaction Set Control Number
  03 R AN 1/35 1705 Implementation Convention Reference = 005010X231A1 005010X231
AK1 R 1 Functional Group Response Header
  01 R ID 2/2 479 Functional Identifier Code = @functional-groups
  02 R N0 1/9 28 Group Control Number
  03 R AN 1/12 480 Version, Release, or Industry Identifier Code
loop 2000 S >1 Transaction Set Response Header
  AK2 R 1 Transaction Set Response Header
    01 R ID 3/3 143 Transaction Set Identifier Code = @transaction-sets
    02 R AN 4/9 329 Transaction Set Control Number
    03 S AN 1/35 1705 Implementation Convention Reference
  loop 2100 S >1 Error Identification
    IK3 R 1 Error Identification
      01 R ID 2/3 721 Segment ID Code ~77
      02 R N0 1/10 719 Segment Position in Transaction Set
      03 S AN 1/4 447 Loop Identifier Code
      04 R ID 1/3 620 Implementation Segment Syntax Error Code = 1 2 3 4 5 6 7 8 I4 I6 I7 I8 I9
    CTX S 9 Segment Context
      01 R C998 x10 Context Identification
        01-1! R AN 1/35 9999 Context Name = "SITUATIONAL TRIGGER"
        01-2 N 9998
      02 R ID 2/3 721 Segment ID Code ~77
      03 R N0 1/10 719 Segment Position in Transaction Set
      04 S AN 1/4 447 Loop Identifier Code
      05 S C030 Position in Segment
        05-1 R N0 1/2 722 Element Position in Segment
        05-2 S N0 1/2 1528 Component Data Element Position in Composite
        05-3 S N0 1/4 1686 Repeating Data Element Position
      06 S C999 Reference in Segment
        06-1 R N0 1/4 725 Data Element Reference Number
        06-2 S N0 1/4 725 Data Element Reference Number
    CTX S 1 Business Unit Identifier
      01 R C998 x10 Context Identification
        01-1! R AN 1/35 9999 Context Name = @business-units
        01-2 R AN 1/35 9998 Context Reference
      02 N 721 719 447 C030 C999
    loop 2110 S >1 Implementation Data Element Note
      IK4 R 1 Implementation Data Element Note
        01 R C030 Position in Segment
          01-1 R N0 1/2 722 Element Position in Segment
          01-2 S N0 1/2 1528 Component Data Element Position in Composite
          01-3 S N0 1/4 1686 Repeating Data Element Position
        02 S N0 1/4 725 Data Element Reference Number
        03 R ID 1/3 621 Implementation Data Element Syntax Error Code = @element-errors
        04 S AN 1/99 724 Copy of Bad Data Element
      CTX S 10 Element Context
        01 R C998 x10 Context Identification
          01-1 R AN 1/35 9999 Context Name = "SITUATIONAL TRIGGER"
          01-2 N 9998
        02 R ID 2/3 721 Segment ID Code ~77
        03 R N0 1/10 719 Segment Position in Transaction Set
        04 S AN 1/4 447 Loop Identifier Code
        05 S C030 Position in Segment
          05-1 R N0 1/2 722 Element Position in Segment
          05-2 S N0 1/2 1528 Component Data Element Position in Composite
          05-3 S N0 1/4 1686 Repeating Data Element Position
        06 S C999 Reference in Segment
          06-1 R N0 1/4 725 Data Element Reference Number
          06-2 S N0 1/4 725 Data Element Reference Number
  IK5 R 1 Implementation Transaction Set Response Trailer
    01 R ID 1/1 717 Transaction Set Acknowledgment Code = A E M R W X
    02 S ID 1/3 618 Implementation Transaction Set Syntax Error Code = @set-errors
    03..06 as 02
AK9 R 1 Functional Group Response Trailer
  01 R ID 1/1 715 Functional Group Acknowledgment Code = A E M P R W X
  02 R N0 1/6 97 Number of Transaction Sets Included
  03 R N0 1/6 123 Number of Received Transaction Sets
  04 R N0 1/6 2 Number of Accepted Transaction Sets
  05 S ID 1/3 716 Functional Group Syntax Error Code = 1 2 3 4 5 6 10 11 12 13 14 15 16 17 18 19 23 24 25 26
  06..09 as 05
SE R 1 Transaction Set Trailer
  01 R N0 1/10 96 Transaction Segment Count
  02 R AN 4/9 329 Transaction Set Control Number
`,
};
