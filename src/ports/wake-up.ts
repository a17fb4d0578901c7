/** Tells the workers that work is due now. A hint: what it does not reach, the sweeper finds. */
export interface WakeUp {
  wake(tenantId: string): void;
}
