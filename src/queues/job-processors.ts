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

/**
 * Binds each job kind to its flow. Two come around by themselves: collection `pollSecondsOf` a partner after each run,
 * and the look for late answers every minute.
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
  };
}

/** Kinds that come around by themselves. */
export function isPeriodic(kind: JobKind): boolean {
  return kind === 'collect-files' || kind === 'find-late-answers';
}
