/** What can be wrong with a proof, or with the file that it is held against; `docs/reference/balance-proofs.md` has each. */
export const PROOF_FAULT_CODES = [
  'proof.form',
  'proof.cut',
  'proof.file-differs',
  'proof.set-missing',
  'proof.set-damaged',
  'proof.left-out',
  'proof.place-differs',
  'proof.figure-differs',
  'proof.total-differs',
  'proof.balance-differs',
  'proof.remittance-differs',
  'proof.missing',
] as const;

export type ProofFaultCode = (typeof PROOF_FAULT_CODES)[number];

/** The first thing that is wrong, in plain words. It repeats no value of the file. */
export interface ProofFault {
  readonly code: ProofFaultCode;
  readonly message: string;
}

/** Ends a verification; `verifyProof` makes a refusal of it. */
export class ProofRefused extends Error {
  override readonly name = 'ProofRefused';
  readonly fault: ProofFault;

  constructor(code: ProofFaultCode, message: string) {
    super(message);
    this.fault = { code, message };
  }
}

/** Goes on where `holds`, and otherwise refuses with the sentence. */
export function requireThat(holds: boolean, code: ProofFaultCode, message: string): asserts holds {
  if (!holds) throw new ProofRefused(code, message);
}
