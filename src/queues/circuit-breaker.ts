import { Failure } from '../base/failure.ts';
import { REMOTE_KINDS, type TakenJob } from '../ports/jobs.ts';
import type { CircuitPolicy, CircuitStore } from '../ports/workers.ts';

/** After five failures in a row a partner is left alone for 10 seconds, then 20, 40 … and ten minutes at most. */
export const CIRCUIT_POLICY: CircuitPolicy = { failuresMax: 5, pauseSecondsFirst: 10, pauseSecondsMax: 600 };

/** Failures of the partner's server; those of our own disk and database say nothing about it. */
const PARTNER_FAILURE = /^transport\./;

/** Notes on the partner's circuit how a job ended, in the transaction that settles the job. */
export async function noteOnCircuit(
  circuits: CircuitStore,
  { kind, partnerId }: TakenJob,
  outcome: { readonly error?: unknown; readonly policy: CircuitPolicy },
): Promise<void> {
  if (!REMOTE_KINDS.includes(kind)) return;
  const { error, policy } = outcome;
  if (error === undefined) await circuits.close(partnerId);
  else if (error instanceof Failure && PARTNER_FAILURE.test(error.code)) {
    await circuits.fail(partnerId, error.code, policy);
  }
}
