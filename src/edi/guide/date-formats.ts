import { type Tag, tagOf } from '../syntax/tag.ts';
import { type ContentFault, isDay, isTime } from './element-content.ts';

const DAY = tagOf('D8');
const DAY_RANGE = tagOf('RD8');
const SHORT_DAY = tagOf('D6');
const DAY_AND_TIME = tagOf('DT');
const TIME_OF_DAY = tagOf('TM');
const DASH = 0x2d;

/**
 * Whether element 1251 is written as the format qualifier before it says (element 1250): D8 and D6 a day, RD8 two
 * days with a dash, DT a day with hour and minute, TM hour and minute. Other formats are not looked into.
 */
export function dateByFormatFault(format: Tag, view: DataView, start: number, stop: number): ContentFault {
  const length = stop - start;
  switch (format) {
    case DAY:
      return dateFaultUnless(length === 8 && isDay(view, start, stop));
    case SHORT_DAY:
      return dateFaultUnless(length === 6 && isDay(view, start, stop));
    case DAY_RANGE:
      return dateFaultUnless(
        length === 17 &&
          view.getUint8(start + 8) === DASH &&
          isDay(view, start, start + 8) &&
          isDay(view, start + 9, stop),
      );
    case DAY_AND_TIME:
      return dateFaultUnless(length === 12 && isDay(view, start, start + 8) && isTime(view, start + 8, stop));
    case TIME_OF_DAY:
      return length === 4 && isTime(view, start, stop) ? undefined : 'element.time-invalid';
    default:
      return undefined;
  }
}

function dateFaultUnless(isValid: boolean): ContentFault {
  return isValid ? undefined : 'element.date-invalid';
}
