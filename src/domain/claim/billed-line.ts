import type { Cents } from '../../base/money.ts';
import type { BusinessDate } from '../../base/time.ts';
import type { ServiceLine } from './claim.ts';
import { lineControlNumber } from './control-numbers.ts';
import type { Procedure } from './procedure.ts';

/** A service line as it was billed. */
export interface BilledLine {
  readonly number: number;
  /** REF*6R, one for each attempt at sending the claim. */
  readonly controlNumbers: readonly string[];
  readonly procedure: Procedure;
  readonly chargeCents: Cents;
  readonly serviceDate: BusinessDate;
  readonly serviceDateEnd?: BusinessDate;
}

/** A line of a claim that was sent under the given patient control numbers (CLM01), one for each attempt. */
export function billedLine(line: ServiceLine, patientControlNumbers: readonly string[]): BilledLine {
  const { number, procedure, chargeCents, serviceDate, serviceDateEnd } = line;
  return {
    number,
    controlNumbers: patientControlNumbers.map((one) => lineControlNumber(one, number)),
    procedure,
    chargeCents,
    serviceDate,
    ...(serviceDateEnd === undefined ? {} : { serviceDateEnd }),
  };
}
