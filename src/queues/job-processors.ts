import type { JobKind } from '../ports/jobs.ts';

/** Runs one job by calling one flow. May run twice with one effect. */
export type JobProcessor = (tenantId: string, subject: string) => Promise<JobAnswer>;

/** `repeatAfterSeconds`: the job comes around again, though nobody asks for it. */
export interface JobAnswer {
  readonly repeatAfterSeconds?: number;
}

export type JobProcessors = Readonly<Record<JobKind, JobProcessor>>;

type Flow = (tenantId: string, subject: string) => Promise<unknown>;

/** How soon after its deadline an answer is found to be late, at most. */
const LATE_ANSWERS_SECONDS = 60;

/** A payment and its remittance wait for each other for days. */
const UNPAIRED_PAYMENTS_SECONDS = 3600;

/**
 * Binds each job kind to its flow. Three come around by themselves: collection `pollSecondsOf` a partner after each run,
 * the look for late answers every minute, and that for payments without their remittance, or the other way round, every
 * hour.
 */
export function jobProcessors(
  flows: Readonly<Record<JobKind, Flow>>,
  pollSecondsOf: (partnerId: string) => number,
): JobProcessors {
  const once = (flow: Flow): JobProcessor => {
    return async (tenantId, subject) => {
      await flow(tenantId, subject);
      return {};
    };
  };
  return {
    'batch-claims': once(flows['batch-claims']),
    'deliver-interchange': once(flows['deliver-interchange']),
    'receive-file': once(flows['receive-file']),
    async 'collect-files'(tenantId, partnerId) {
      await flows['collect-files'](tenantId, partnerId);
      return { repeatAfterSeconds: pollSecondsOf(partnerId) };
    },
    async 'find-late-answers'(tenantId, subject) {
      await flows['find-late-answers'](tenantId, subject);
      return { repeatAfterSeconds: LATE_ANSWERS_SECONDS };
    },
    async 'find-unpaired-payments'(tenantId, subject) {
      await flows['find-unpaired-payments'](tenantId, subject);
      return { repeatAfterSeconds: UNPAIRED_PAYMENTS_SECONDS };
    },
  };
}

const PERIODIC: ReadonlySet<JobKind> = new Set([
  'collect-files',
  'find-late-answers',
  'find-unpaired-payments',
]);

/** Kinds that come around by themselves. */
export function isPeriodic(kind: JobKind): boolean {
  return PERIODIC.has(kind);
}
