import { Clearinghouse } from '../../src/simulator/clearinghouse.ts';

/** How often it looks for files that stand there anew. */
const LOOK_MS = 100;
const SEED = 'claimgate';
const REMIT_DELAY_MS = 200;

/** A simulated clearinghouse in this process behind a directory that somebody else serves. */
export interface SimulatedDirectory {
  /** What partners see: `inbound`, `outbound`, `uploading`. */
  readonly root: string;
  stop(): void;
}

/** A file under its final name is whole: it came there by a rename. */
export function simulateDirectory(directory: string): SimulatedDirectory {
  const clearinghouse = new Clearinghouse({
    directory,
    seed: SEED,
    remitDelayMs: REMIT_DELAY_MS,
    clock: () => new Date(),
  });
  const timer = setInterval(() => {
    for (const name of clearinghouse.waitingFiles) clearinghouse.take(name);
    clearinghouse.publishDue();
  }, LOOK_MS);
  return {
    root: clearinghouse.mailbox.root,
    stop() {
      clearInterval(timer);
      clearinghouse.stop();
    },
  };
}
