import type { Instant } from '../base/time.ts';

/** What a person did about a work item, and why. */
export interface NewResolution {
  readonly id: string;
  readonly workItemId: string;
  /** `match`, `write-off`, `accept` …, or `undo`. */
  readonly action: string;
  /** In the person's words. */
  readonly reason: string;
  /** Who. */
  readonly actor: string;
  /** Journal entries that it made; absent: none. */
  readonly publicationId?: string;
  /** The resolution that this one takes back; each can be taken back once. */
  readonly undoes?: string;
}

export interface StoredResolution extends NewResolution {
  readonly resolvedAt: Instant;
}

export interface ResolutionReader {
  /** Those of these ids that there are, oldest first. */
  byIds(ids: readonly string[]): Promise<readonly StoredResolution[]>;
  /** Of all of these work items, oldest first. */
  ofWorkItems(workItemIds: readonly string[]): Promise<readonly StoredResolution[]>;
}

export interface ResolutionWriter {
  /** Rows are never changed or deleted. */
  record(resolutions: readonly NewResolution[]): Promise<void>;
}
