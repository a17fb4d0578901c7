import type { SegmentRule } from '../guide/guide.ts';
import { readSegmentTable } from '../guide/read-guide-text.ts';

/**
 * The segments around transaction sets, and TA1, as the HIPAA guides have them (appendix C; X12.5, X12.6). The form is
 * that of the guides. Which functional identifier (GS01) goes with which set is said by each guide.
 */
const TEXT = `
list parties
  01 14 20 27 28 29 30 33 ZZ
list notes
  000 001 002 003 004 005 006 007 008 009 010 011 012 013 014 015 016 017 018 019 020 021 022 023 024 025 026 027
  028 029 030 031
ISA R 1 Interchange Control Header
  01 R ID 2/2 I01 Authorization Information Qualifier = 00 03
  02 R AN 10/10 I02 Authorization Information
  03 R ID 2/2 I03 Security Information Qualifier = 00 01
  04 R AN 10/10 I04 Security Information
  05 R ID 2/2 I05 Interchange ID Qualifier = @parties
  06 R AN 15/15 I06 Interchange Sender ID
  07 R ID 2/2 I05 Interchange ID Qualifier = @parties
  08 R AN 15/15 I07 Interchange Receiver ID
  09 R DT 6/6 I08 Interchange Date
  10 R TM 4/4 I09 Interchange Time
  11 R AN 1/1 I65 Repetition Separator
  12 R ID 5/5 I11 Interchange Control Version Number = 00501
  13 R N0 9/9 I12 Interchange Control Number
  14 R ID 1/1 I13 Acknowledgment Requested = 0 1
  15 R ID 1/1 I14 Interchange Usage Indicator = P T
  16 R AN 1/1 I15 Component Element Separator
TA1 S >1 Interchange Acknowledgment
  01 R N0 9/9 I12 Interchange Control Number
  02 R DT 6/6 I08 Interchange Date
  03 R TM 4/4 I09 Interchange Time
  04 R ID 1/1 I17 Interchange Acknowledgment Code = A E R
  05 R ID 3/3 I18 Interchange Note Code = @notes
GS S 1 Functional Group Header
  01 R ID 2/2 479 Functional Identifier Code
  02 R AN 2/15 142 Application Sender's Code
  03 R AN 2/15 124 Application Receiver's Code
  04 R DT 8/8 373 Date
  05 R TM 4/8 337 Time
  06 R N0 1/9 28 Group Control Number
  07 R ID 1/2 455 Responsible Agency Code = X
  08 R AN 1/12 480 Version, Release, or Industry Identifier Code
GE S 1 Functional Group Trailer
  01 R N0 1/6 97 Number of Transaction Sets Included
  02 R N0 1/9 28 Group Control Number
IEA R 1 Interchange Control Trailer
  01 R N0 1/5 I16 Number of Included Functional Groups
  02 R N0 9/9 I12 Interchange Control Number
`;

let rules: ReadonlyMap<string, SegmentRule> | undefined;

/** The rule of ISA, TA1, GS, GE or IEA; undefined for any other identifier. Lengths of the ISA are its fixed widths. */
export function controlSegmentById(identifier: string): SegmentRule | undefined {
  rules ??= new Map(readSegmentTable(TEXT).map((rule) => [rule.id, rule]));
  return rules.get(identifier);
}
