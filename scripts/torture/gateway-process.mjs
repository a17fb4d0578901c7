// A gateway that is made to die: the composed application (workers and intake) with a failpoint handed in.
// Started with `fork(…, [built])`; told `run` once everything is loaded, so that the next one can be loaded in advance.
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { load } from '../bench/built-core.mjs';

const LEASE_SECONDS = 1;
/** Partners are asked once a second at most; a trial asks more often. */
const COLLECT_EVERY_MS = 250;

const { openGateway } = await load(process.argv[2], 'main/open-gateway.js');
const hits = new Map();
let target;

process.on('message', (order) => {
  if (order.kind === 'run') void run(order);
  if (order.kind === 'count') process.send({ kind: 'counted', hits: Object.fromEntries(hits) });
});
process.on('disconnect', () => process.exit(1));
process.send({ kind: 'loaded' });

async function run({ directory, databaseUrl, claimsFiles, at }) {
  target = at;
  const gateway = await openGateway(
    { directory, role: 'owner' },
    {
      environment: { logLevel: 'error', ...(databaseUrl === undefined ? {} : { databaseUrl }) },
      variables: {},
      trial: { failpoint, leaseSeconds: LEASE_SECONDS },
    },
  );
  process.send({ kind: 'open' });
  await gateway.startWorkers();
  const taking = takeClaims(gateway, claimsFiles);
  for (;;) {
    await gateway.store.inTransaction(gateway.tenantId, ({ jobs }) =>
      jobs.enqueue(gateway.profiles.map(({ id }) => ({ kind: 'collect-files', subject: id }))),
    );
    await Promise.race([sleep(COLLECT_EVERY_MS), taking.then(() => sleep(COLLECT_EVERY_MS))]);
  }
}

/** Tells which claims were answered as accepted: from then on they may not be lost. */
async function takeClaims(gateway, files) {
  for (const file of files) {
    const accepted = [];
    for await (const outcome of gateway.acceptClaims([readFileSync(file)])) {
      if (outcome.outcome === 'refused') throw new Error('a claim of the trial was refused');
      accepted.push(outcome.accountNumber);
    }
    process.send({ kind: 'accepted', file, accepted });
  }
}

/** Ends this process as a power cut would, or stops it in its tracks until somebody lets it go on. */
function failpoint(name) {
  const hit = (hits.get(name) ?? 0) + 1;
  hits.set(name, hit);
  if (target?.name !== name || target.hit !== hit) return;
  if (target.signal === 'SIGSTOP') process.send({ kind: 'stopped' });
  process.kill(process.pid, target.signal);
}
