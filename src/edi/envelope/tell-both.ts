import type { EnvelopeHandler } from './envelope-handler.ts';

/** A handler that tells two others the same, in this order, so that a file is read once for both. */
export function tellBoth(one: EnvelopeHandler, other: EnvelopeHandler): EnvelopeHandler {
  const both: EnvelopeHandler = {
    interchangeOpened(...told) {
      one.interchangeOpened?.(...told);
      other.interchangeOpened?.(...told);
    },
    interchangeAcknowledgment(...told) {
      one.interchangeAcknowledgment?.(...told);
      other.interchangeAcknowledgment?.(...told);
    },
    groupOpened(...told) {
      one.groupOpened?.(...told);
      other.groupOpened?.(...told);
    },
    setOpened(...told) {
      one.setOpened?.(...told);
      other.setOpened?.(...told);
    },
    countedSegment(segment, ordinal, numbers) {
      one.countedSegment?.(segment, ordinal, numbers);
      other.countedSegment?.(segment, ordinal, numbers);
    },
    setClosed(...told) {
      one.setClosed?.(...told);
      other.setClosed?.(...told);
    },
    groupClosed(...told) {
      one.groupClosed?.(...told);
      other.groupClosed?.(...told);
    },
    interchangeClosed(...told) {
      one.interchangeClosed?.(...told);
      other.interchangeClosed?.(...told);
    },
    problem(problem) {
      one.problem?.(problem);
      other.problem?.(problem);
    },
  };
  // A place is made for every segment as soon as anybody hears `segment`.
  if (one.segment === undefined && other.segment === undefined) return both;
  return {
    ...both,
    segment(segment, place) {
      one.segment?.(segment, place);
      other.segment?.(segment, place);
    },
  };
}
