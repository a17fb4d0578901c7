/**
 * The witness protocol: how a file reaches a partner once although the reply to its rename may be lost and the
 * partner may take it at any moment. Only the gateway makes and renames the temporary object, so that after the
 * intent is on record its absence witnesses that the rename took place.
 *
 * After COMMITTING nobody uploads; before it nobody renames; each attempt has a temporary name of its own.
 *
 * The proof needs a rename that is one step at the partner. Partners that have none get a weaker protocol, which is
 * never called exactly-once: where it cannot tell whether the partner has the file, nothing is sent again by itself.
 *
 * These tables are the protocol: the flow follows them, the store takes its compare-and-sets from them, and
 * `npm run model` walks them over every interleaving.
 */

/** From the strongest to the weakest. */
export const DELIVERY_MODES = [
  /** `posix-rename@openssh.com`: one step at the server. */
  'posix-rename',
  /** SFTP's own rename, which may be a link and an unlink: a server that dies in between leaves both names. */
  'plain-rename',
  /** No rename: the file grows under its final name, and only an acknowledgment proves that it arrived. */
  'ack-gated',
] as const;

export type DeliveryMode = (typeof DELIVERY_MODES)[number];

/** What stands in the database. Each way from one to the next is a compare-and-set on state and lease epoch. */
export type DeliveryStage = 'NEW' | 'COMMITTING' | 'DELIVERED' | 'HELD' | 'IN_DOUBT';

export type DeliveryStep =
  /** Store the bytes under the temporary name of a new attempt and verify them. */
  | 'upload'
  /** NEW to COMMITTING, naming the attempt whose temporary object becomes the file: the point of no return. */
  | 'commit-intent'
  /** Look at the temporary object of the committed attempt, and at nothing else. */
  | 'look'
  | 'rename'
  /** The final name is taken: compare what stands there with our bytes. */
  | 'compare'
  /** COMMITTING to DELIVERED: the partner was seen to have the file. */
  | 'record-observed'
  /** COMMITTING to DELIVERED: the temporary object is gone. */
  | 'record-witness'
  /** COMMITTING to HELD: a person decides. */
  | 'hold'
  /** Remove this run's own temporary object, which can no longer be committed to: another run may need its own. */
  | 'discard'
  /** Remove the temporary objects of attempts that came to nothing. Only once the delivery is over. */
  | 'tidy'
  /** Ack-gated only: store the bytes under the final name itself, which has to be free, and verify them. */
  | 'write-final'
  /** COMMITTING to IN_DOUBT: an acknowledgment settles it, or a person. */
  | 'doubt'
  | 'stop';

/** How a step ended. Whatever else happens is a failure: nothing changes, and a later run starts anew. */
export type StepOutcome =
  | 'done'
  | 'present'
  | 'absent'
  | 'taken'
  | 'same-bytes'
  | 'other-bytes'
  /** The partner may have seen some of the file, or all of it. */
  | 'unsure'
  /** The partner has acknowledged the interchange meanwhile. */
  | 'answered'
  /** A compare-and-set changed nothing: another run has the lease, and what it does is right. */
  | 'lost';

/** Where a run that took the lease begins. */
export const FIRST_STEP: Readonly<Record<DeliveryStage, DeliveryStep>> = {
  NEW: 'upload',
  COMMITTING: 'look',
  DELIVERED: 'stop',
  HELD: 'stop',
  IN_DOUBT: 'stop',
};

export type DeliveryTransitions = Readonly<
  Record<DeliveryStep, Readonly<Partial<Record<StepOutcome, DeliveryStep>>>>
>;

export const DELIVERY_TRANSITIONS: DeliveryTransitions = {
  upload: { done: 'commit-intent', lost: 'stop' },
  'commit-intent': { done: 'rename', lost: 'discard' },
  look: { present: 'rename', absent: 'record-witness' },
  // Another run may have renamed it meanwhile, so that its absence is looked at like any other.
  rename: { done: 'record-observed', absent: 'look', taken: 'compare' },
  // The partner may take the file between the rename's answer and the look at it.
  compare: { 'same-bytes': 'record-observed', 'other-bytes': 'hold', absent: 'look' },
  'record-observed': { done: 'tidy', lost: 'stop' },
  'record-witness': { done: 'tidy', lost: 'stop' },
  hold: { done: 'stop', lost: 'stop' },
  discard: { done: 'stop' },
  tidy: { done: 'stop' },
  'write-final': {},
  doubt: {},
  stop: {},
};

/** Where a run begins and how it goes on. */
export interface DeliveryProtocol {
  readonly first: Readonly<Record<DeliveryStage, DeliveryStep>>;
  readonly transitions: DeliveryTransitions;
}

const DOUBT = { done: 'stop', answered: 'stop', lost: 'stop' } as const;

export const DELIVERY_PROTOCOLS: Readonly<Record<DeliveryMode, DeliveryProtocol>> = {
  'posix-rename': { first: FIRST_STEP, transitions: DELIVERY_TRANSITIONS },
  'plain-rename': {
    first: FIRST_STEP,
    transitions: {
      ...DELIVERY_TRANSITIONS,
      // Unlinking comes after linking, so that an absent object is still a witness. One that is present proves
      // nothing: the partner may have taken the link. Only our bytes under the final name do.
      look: { present: 'compare', absent: 'record-witness' },
      compare: { 'same-bytes': 'record-observed', 'other-bytes': 'hold', absent: 'doubt' },
      doubt: DOUBT,
    },
  },
  'ack-gated': {
    first: { ...FIRST_STEP, NEW: 'commit-intent', COMMITTING: 'compare' },
    transitions: {
      ...DELIVERY_TRANSITIONS,
      // The partner may take the first byte: the intent stands before it.
      'commit-intent': { done: 'write-final', lost: 'stop' },
      'write-final': { done: 'record-observed', taken: 'compare', unsure: 'doubt' },
      // Other bytes may be a cut copy of ours as well as a stranger's.
      compare: { 'same-bytes': 'record-observed', 'other-bytes': 'doubt', absent: 'doubt' },
      doubt: DOUBT,
    },
  },
};

interface StageChange {
  readonly from: readonly DeliveryStage[];
  readonly to: DeliveryStage;
}

/** What a recording step changes: only in one of the stages `from`, and only while the epoch is still the run's. */
export const STAGE_CHANGES: Readonly<
  Record<'upload' | 'commit-intent' | 'record-observed' | 'record-witness' | 'hold' | 'doubt', StageChange>
> = {
  /** Counts the attempt. */
  upload: { from: ['NEW'], to: 'NEW' },
  'commit-intent': { from: ['NEW'], to: 'COMMITTING' },
  'record-observed': { from: ['COMMITTING'], to: 'DELIVERED' },
  'record-witness': { from: ['COMMITTING'], to: 'DELIVERED' },
  hold: { from: ['COMMITTING'], to: 'HELD' },
  doubt: { from: ['COMMITTING'], to: 'IN_DOUBT' },
};
