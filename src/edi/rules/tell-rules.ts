import type { PlacedSegment } from '../guide/placed-segment.ts';
import type { SetRule } from './rule.ts';

/** Rules are told by bits of one integer, rule 0 the lowest. */
export const RULES_MAX = 24;

/**
 * Tells a segment to the rules whose bits are in `told`. Each is called in a line of its own and not in a loop: the
 * engine then knows which rule a line calls and calls it at once, or takes it in, where a line that calls any of them
 * must find out each time. Most segments are told to two rules or three, so that this counts.
 */
export function tellRules(rules: readonly SetRule[], told: number, placed: PlacedSegment): void {
  if ((told & 0xff) !== 0) {
    if ((told & 0x1) !== 0) rules[0]?.segment(placed);
    if ((told & 0x2) !== 0) rules[1]?.segment(placed);
    if ((told & 0x4) !== 0) rules[2]?.segment(placed);
    if ((told & 0x8) !== 0) rules[3]?.segment(placed);
    if ((told & 0x10) !== 0) rules[4]?.segment(placed);
    if ((told & 0x20) !== 0) rules[5]?.segment(placed);
    if ((told & 0x40) !== 0) rules[6]?.segment(placed);
    if ((told & 0x80) !== 0) rules[7]?.segment(placed);
  }
  if ((told & 0xff00) !== 0) {
    if ((told & 0x100) !== 0) rules[8]?.segment(placed);
    if ((told & 0x200) !== 0) rules[9]?.segment(placed);
    if ((told & 0x400) !== 0) rules[10]?.segment(placed);
    if ((told & 0x800) !== 0) rules[11]?.segment(placed);
    if ((told & 0x1000) !== 0) rules[12]?.segment(placed);
    if ((told & 0x2000) !== 0) rules[13]?.segment(placed);
    if ((told & 0x4000) !== 0) rules[14]?.segment(placed);
    if ((told & 0x8000) !== 0) rules[15]?.segment(placed);
  }
  if ((told & 0xff0000) !== 0) {
    if ((told & 0x10000) !== 0) rules[16]?.segment(placed);
    if ((told & 0x20000) !== 0) rules[17]?.segment(placed);
    if ((told & 0x40000) !== 0) rules[18]?.segment(placed);
    if ((told & 0x80000) !== 0) rules[19]?.segment(placed);
    if ((told & 0x100000) !== 0) rules[20]?.segment(placed);
    if ((told & 0x200000) !== 0) rules[21]?.segment(placed);
    if ((told & 0x400000) !== 0) rules[22]?.segment(placed);
    if ((told & 0x800000) !== 0) rules[23]?.segment(placed);
  }
}
