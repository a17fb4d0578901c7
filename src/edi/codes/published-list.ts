/** A code as a published file says it, still as text. */
export interface PublishedCode {
  /** Counts from 1. */
  readonly line: number;
  readonly code: string;
  /** The first day, '' when the file gives none. */
  readonly start: string;
  /** The first day on which the code is no longer valid, '' when the file gives none. */
  readonly stop: string;
}

export interface PublishedList {
  readonly codes: readonly PublishedCode[];
  /** Whether the file tells since when and until when codes are valid, also of those that are gone. */
  readonly hasHistory: boolean;
}
