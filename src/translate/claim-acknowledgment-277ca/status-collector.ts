import type { BusinessDate } from '../../base/time.ts';
import { parseCompactDate } from '../../base/time.ts';
import type { FrontEndStatusFact } from '../../domain/claim/fact.ts';
import type { SourcePlace } from '../../domain/exchange/source.ts';
import type { SegmentCursor } from '../../edi/syntax/segment-cursor.ts';
import { keptCode } from '../kept-code.ts';

/** One STC composite: category (A2, A7 …), status code, entity code. */
export type ClaimStatusCode = FrontEndStatusFact['statuses'][number];

/** STC01, STC10 and STC11 hold the composites. */
const COMPOSITES = [1, 10, 11];

/** Categories by which a claim does not go on: returned, not found, and rejected (interpretation 2203). */
const REJECTING_CATEGORIES: ReadonlySet<string> = new Set(['A3', 'A4', 'A6', 'A7', 'A8']);

const ACCEPT = 'WQ';

/** Statuses kept of one claim or level: a guide's file has a handful, and a claim must stay small in memory. */
const STATUSES_MAX = 100;

/** Adds up the STC segments of one claim, provider or submission of a 277CA (005010X214). */
export class StatusCollector {
  readonly statuses: ClaimStatusCode[] = [];
  /** STC02 of the first segment that has a day there. */
  effectiveDate: BusinessDate | undefined;
  /** Where its first STC stands. */
  place: SourcePlace | undefined;
  #hasAcceptance = false;
  #hasRejection = false;

  add(segment: SegmentCursor, place: SourcePlace): void {
    this.place ??= place;
    this.effectiveDate ??= parseCompactDate(segment.text(2));
    const action = segment.text(3);
    if (action === ACCEPT) this.#hasAcceptance = true;
    else if (action !== '') this.#hasRejection = true;
    for (const position of COMPOSITES) {
      if (!segment.has(position)) continue;
      const [category, status, entity] = segment.components(position).map(keptCode);
      if (REJECTING_CATEGORIES.has(category ?? '')) this.#hasRejection = true;
      if (this.statuses.length >= STATUSES_MAX) continue;
      this.statuses.push({
        category: category ?? '',
        status: status ?? '',
        ...(entity === undefined || entity === '' ? {} : { entity }),
      });
    }
  }

  /** Whether a segment rejects, by its action or by a category: where the two conflict, it is a rejection. */
  get isRejected(): boolean {
    return this.#hasRejection;
  }

  /** Whether a segment says WQ and none rejects. What says neither accepts nothing. */
  get isAccepted(): boolean {
    return this.#hasAcceptance && !this.#hasRejection;
  }
}
