// Where to kill: every failpoint at every hit that a small load makes, then random instants.

/** What a small load must pass; a failpoint that is never reached proves nothing. */
const REQUIRED = [
  'accept.archived',
  'accept.before-commit',
  'accept.after-commit',
  'batch.numbered',
  'batch.archived',
  'batch.before-commit',
  'batch.after-commit',
  'delivery.leased',
  ...['upload', 'commit-intent', 'rename', 'record-observed', 'tidy'].flatMap((step) => [
    `delivery.before-${step}`,
    `delivery.after-${step}`,
  ]),
  'collect.fetched',
  'collect.before-commit',
  'collect.after-commit',
  'collect.removed',
  'receive.surveyed',
  'receive.before-commit',
  'receive.after-commit',
  'post.entered',
  'post.published',
  'job.taken',
  'job.done',
  'job.completed',
];

/** Where a stopped process holds no transaction open, which would stop the others too. */
const CAN_HANG =
  /^(delivery\.|batch\.after|collect\.(fetched|after|removed)|receive\.(surveyed|after)|job\.)/;

/** Later hits of what comes around by itself are all alike. */
const HITS_MAX = 8;
const INSTANT_MAX_MS = 900;
const HANG_MAX_MS = 600;
/** One random kill in so many is a host that hangs for longer than its lease instead. */
const HANG_EVERY = 5;

export function missingFailpoints(hits) {
  return REQUIRED.filter((name) => hits[name] === undefined).map((name) => `no load ever came to ${name}`);
}

/**
 * `kills` ways to die. The first hit of every failpoint comes first, then the second of each, and so on; what is left
 * over are random instants, and hosts that hang.
 */
export function killsOf({ hits, kills, random, canHang }) {
  const exhaustive = Object.entries(hits)
    .flatMap(([name, count]) =>
      Array.from({ length: Math.min(count, HITS_MAX) }, (_, index) => ({
        at: { name, hit: index + 1 },
        order: random(1000),
      })),
    )
    .toSorted((one, other) => one.at.hit - other.at.hit || one.order - other.order);
  const names = Object.keys(hits).filter((name) => CAN_HANG.test(name));
  // Of a smaller number a third are random instants all the same.
  const share = kills < exhaustive.length ? Math.ceil((kills * 2) / 3) : exhaustive.length;
  const atFailpoints = exhaustive.slice(0, share);
  const others = Array.from({ length: kills - atFailpoints.length }, (_, index) =>
    canHang && index % HANG_EVERY === 0
      ? {
          hangs: true,
          at: { name: names[random(names.length)], hit: 1 + random(2) },
          thenMs: random(HANG_MAX_MS),
        }
      : { afterMs: random(INSTANT_MAX_MS) },
  );
  return [...atFailpoints.map(({ at }) => ({ at })), ...others];
}
