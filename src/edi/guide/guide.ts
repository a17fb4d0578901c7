/** Required, situational, not used. */
export type Usage = 'R' | 'S' | 'N';

/** X12.6 data types: AN, ID, DT (date), TM (time), R (decimal), N0/N2 (implied decimals), B (binary). */
export type DataType = 'AN' | 'ID' | 'DT' | 'TM' | 'R' | 'N0' | 'N2' | 'B';

/**
 * An implementation guide (TR3) as data: what may stand where, how often, and what each element may hold.
 *
 * Children stand in the order of the standard. Neighbours that begin with the same segment identifier (the REF
 * segments of a claim, the NM1 loops of its providers) share one position of the standard, and so may come in any
 * order; they are told apart by their qualifiers.
 */
export interface Guide {
  /** GS08 and ST03 values that mean this guide, the current one first. */
  readonly ids: readonly [string, ...string[]];
  /** Our own short name, for people: 'professional claims (837P)'. */
  readonly name: string;
  /** GS01. */
  readonly functionalIdentifier: string;
  /** ST01. */
  readonly setIdentifier: string;
  /** From ST to SE, in the guide's order. */
  readonly children: readonly (SegmentRule | LoopRule)[];
}

/** A loop: it begins with its first segment and ends where a segment has no place in it. */
export interface LoopRule {
  readonly kind: 'loop';
  /** As the guide prints it: '2010AA'. */
  readonly id: string;
  readonly name: string;
  readonly usage: 'R' | 'S';
  /** Infinity when unbounded. */
  readonly repeatMax: number;
  /** The first is the segment that begins the loop. */
  readonly children: readonly (SegmentRule | LoopRule)[];
}

/** One segment at one place of a guide. */
export interface SegmentRule {
  readonly kind: 'segment';
  readonly id: string;
  readonly name: string;
  readonly usage: Usage;
  /** Infinity when unbounded. */
  readonly repeatMax: number;
  /** By position: the element at index 0 is element 01. */
  readonly elements: readonly (ElementRule | CompositeRule)[];
  readonly notes: readonly SyntaxNote[];
}

/** A simple element, or a component of a composite. */
export interface ElementRule {
  readonly kind: 'element';
  readonly usage: Usage;
  /** Its number in X12's data element dictionary: '1065'. */
  readonly dataElement: string;
  readonly name: string;
  readonly type: DataType;
  /** Length in characters; of a number, in digits (X12.6: neither sign nor decimal point counts). */
  readonly min: number;
  readonly max: number;
  readonly repeatMax: number;
  /** The codes that the guide allows; absent where any, or an external list, decides. */
  readonly codes?: readonly string[];
  /** Where the list is kept outside the guide: the X12 code source number. */
  readonly codeSource?: string;
  /** Whether its codes tell this segment from the other segments of its identifier around it. */
  readonly isQualifier: boolean;
}

/** A composite element. */
export interface CompositeRule {
  readonly kind: 'composite';
  readonly usage: Usage;
  /** Its number in X12's dictionary: 'C003'. */
  readonly id: string;
  readonly name: string;
  readonly repeatMax: number;
  /** By position; none where the guide does not use the composite. */
  readonly components: readonly ElementRule[];
  readonly notes: readonly SyntaxNote[];
}

/**
 * A relation between elements of a segment, or components of a composite (X12.6 syntax notes).
 * P: paired, all or none. R: at least one. E: at most one. C: if the first then all. L: if the first then at least
 * one of the rest. Positions count from 1.
 */
export interface SyntaxNote {
  readonly kind: 'P' | 'R' | 'E' | 'C' | 'L';
  readonly positions: readonly number[];
}
