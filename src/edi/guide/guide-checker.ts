import { parseCompactDate } from '../../base/time.ts';
import type { SegmentPlace } from '../envelope/envelope-handler.ts';
import { problemAt } from '../problem-catalog.ts';
import type { ProblemCode } from '../problems.ts';
import type { SegmentCursor } from '../syntax/segment-cursor.ts';
import {
  type CompiledGuide,
  type CompiledLoop,
  type CompiledSegment,
  isSegmentOf,
} from './compiled-guide.ts';
import { locate } from './locate.ts';
import type { TellProblem, TransactionSetChecker } from './transaction-set-checker.ts';

interface OpenLoop {
  readonly loop: CompiledLoop;
  /** Bits of the required segments and inner loops met so far. */
  segmentsMet: number;
  loopsMet: number;
  claim: string | undefined;
}

/**
 * Follows a set through the loops of a guide: which loop each segment begins or belongs to, which required segment
 * or element is missing, which amount, date or code is none. A segment belongs to the innermost open loop that has
 * a rule for it; segments without a rule stay where they are.
 */
export class GuideChecker implements TransactionSetChecker {
  readonly #guide: CompiledGuide;
  readonly #tell: TellProblem;
  readonly #open: OpenLoop[];
  #place: SegmentPlace | undefined;

  constructor(guide: CompiledGuide, tell: TellProblem) {
    this.#guide = guide;
    this.#tell = tell;
    this.#open = [openLoop(guide.root, undefined)];
  }

  segment(segment: SegmentCursor, place: SegmentPlace): void {
    this.#place = place;
    for (let depth = this.#open.length - 1; depth >= 0; depth--) {
      const open = this.#open[depth] as OpenLoop;
      const rule = findRule(open.loop.segments, segment);
      if (rule !== undefined) {
        this.#leaveTo(depth, place);
        open.segmentsMet |= rule.bit;
        this.#checkElements(rule, segment, place);
        return;
      }
      const inner = findLoop(open.loop.loops, segment);
      if (inner !== undefined) {
        this.#leaveTo(depth, place);
        open.loopsMet |= inner.bit;
        const claim = inner.claimElement === undefined ? open.claim : segment.text(inner.claimElement);
        this.#open.push(openLoop(inner, claim));
        this.#checkElements(inner.begins, segment, place);
        return;
      }
    }
    if (this.#guide.knownTags.get(segment.tag) !== true)
      this.#tellSegment('segment.unexpected', segment, place);
  }

  finish(isComplete: boolean): void {
    // A set that was cut lacks whatever was cut off: its missing trailer says so once.
    if (isComplete && this.#place !== undefined) this.#leaveTo(-1, this.#place);
  }

  /** Closes the loops inside the one at `depth` and tells what they lack. */
  #leaveTo(depth: number, place: SegmentPlace): void {
    while (this.#open.length - 1 > depth) {
      const open = this.#open.pop() as OpenLoop;
      for (const { rule, bit } of open.loop.segments) {
        if (rule.isRequired === true && (open.segmentsMet & bit) === 0) this.#tellMissing(open, rule, place);
      }
      for (const inner of open.loop.loops) {
        if (inner.isRequired && (open.loopsMet & inner.bit) === 0) {
          this.#tellMissing({ ...open, loop: inner }, inner.begins.rule, place);
        }
      }
    }
  }

  #tellMissing(open: OpenLoop, rule: CompiledSegment['rule'], place: SegmentPlace): void {
    const { loop } = open.loop;
    const codes = Object.values(rule.where ?? {}).map((list) => list.replaceAll(' ', '|'));
    const name = [rule.segment, ...codes].join('*');
    const where = loop === '' ? 'the transaction set' : `loop ${loop}`;
    this.#tell(
      problemAt(
        'segment.required-missing',
        { ...locate(place, { segment: rule.segment, loop, claim: open.claim }) },
        `The guide requires ${name} in ${where}.`,
      ),
    );
  }

  #checkElements(compiled: CompiledSegment, segment: SegmentCursor, place: SegmentPlace): void {
    const { rule } = compiled;
    for (const position of rule.required ?? []) {
      if (!segment.has(position)) this.#tellSegment('element.required-missing', segment, place, position);
    }
    for (const position of rule.amounts ?? []) {
      if (segment.has(position) && segment.cents(position) === undefined) {
        this.#tellSegment('element.amount-invalid', segment, place, position);
      }
    }
    for (const position of rule.dates ?? []) {
      if (segment.has(position) && !isDate(segment.text(position))) {
        this.#tellSegment('element.date-invalid', segment, place, position);
      }
    }
    for (const { position, codes } of compiled.codes) {
      if (segment.has(position) && !codes.includes(segment.code(position))) {
        this.#tellSegment('element.code-not-in-list', segment, place, position);
      }
    }
  }

  #tellSegment(code: ProblemCode, segment: SegmentCursor, place: SegmentPlace, element?: number): void {
    const open = this.#open.at(-1);
    this.#tell(
      problemAt(
        code,
        locate(place, { tag: segment.tag, loop: open?.loop.loop, claim: open?.claim, element }),
      ),
    );
  }
}

function openLoop(loop: CompiledLoop, claim: string | undefined): OpenLoop {
  return { loop, segmentsMet: 0, loopsMet: 0, claim };
}

function findRule(rules: readonly CompiledSegment[], segment: SegmentCursor): CompiledSegment | undefined {
  for (const rule of rules) if (isSegmentOf(rule, segment)) return rule;
  return undefined;
}

function findLoop(loops: readonly CompiledLoop[], segment: SegmentCursor): CompiledLoop | undefined {
  for (const loop of loops) if (isSegmentOf(loop.begins, segment)) return loop;
  return undefined;
}

/** CCYYMMDD, or a range of two days with a dash (format qualifiers D8 and RD8). */
function isDate(text: string): boolean {
  if (text.length === 8) return parseCompactDate(text) !== undefined;
  if (text.length !== 17 || text[8] !== '-') return false;
  return parseCompactDate(text.slice(0, 8)) !== undefined && parseCompactDate(text.slice(9)) !== undefined;
}
