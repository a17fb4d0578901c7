// Mistakes that somebody could make, each as a change of the source, with the cheapest check that must notice it.
// `tests`: a test file and the start of a test's name. `at`: kills of a short torture.

const PROTOCOL = 'src/domain/exchange/delivery-protocol.ts';
const STEPS = 'src/flows/delivery-steps.ts';
const RUN = 'src/flows/delivery-run.ts';
const DELIVERIES = 'src/store/delivery-store.ts';
const JOBS = 'src/store/job-store.ts';
const SESSION = 'src/connectors/sftp/sftp-session.ts';
const COLLECT = 'src/flows/collect-files.ts';
const ACCEPT = 'src/flows/accept-claims.ts';

const MODEL = { tests: ['test/domain/exchange/delivery-protocol.test.ts', 'delivers once'] };
const faults = (name) => ({ tests: ['test/connectors/sftp-faults.test.ts', name] });
const flow = (name) => ({ tests: ['test/flows/deliver-interchange.test.ts', name] });
const store = (name) => ({ tests: ['test/store/postgres-store.test.ts', name] });

export const BUGS = [
  {
    name: 'the intent is recorded after the rename',
    file: PROTOCOL,
    changes: [
      ["upload: { done: 'commit-intent'", "upload: { done: 'rename'"],
      ["rename: { done: 'record-observed'", "rename: { done: 'commit-intent'"],
      ["'commit-intent': { done: 'rename'", "'commit-intent': { done: 'record-observed'"],
    ],
    check: MODEL,
  },
  {
    name: 'recovery uploads again',
    file: PROTOCOL,
    changes: [
      ["COMMITTING: 'look'", "COMMITTING: 'upload'"],
      ["upload: { from: ['NEW'], to: 'NEW' }", "upload: { from: ['NEW', 'COMMITTING'], to: 'NEW' }"],
    ],
    check: MODEL,
  },
  {
    name: 'a temporary object that is gone is uploaded again',
    file: PROTOCOL,
    changes: [
      [
        "look: { present: 'rename', absent: 'record-witness' }",
        "look: { present: 'rename', absent: 'upload' }",
      ],
    ],
    check: MODEL,
  },
  {
    name: 'a temporary object that is there counts as delivered',
    file: PROTOCOL,
    changes: [["look: { present: 'rename'", "look: { present: 'record-witness'"]],
    check: MODEL,
  },
  {
    name: 'a run that lost its lease tidies up',
    file: PROTOCOL,
    changes: [["lost: 'discard'", "lost: 'tidy'"]],
    check: MODEL,
  },
  {
    name: 'a run that lost its lease removes the committed attempt’s object',
    file: STEPS,
    changes: [['await run.removeTemporaries([run.attempt]);', 'await run.removeTemporaries([1, 2, 3, 4]);']],
    check: flow('a slow run that lost its lease'),
  },
  {
    name: 'a commit conflict is ignored',
    file: STEPS,
    changes: [["if (committed === undefined) return 'lost';", "if (committed === undefined) return 'done';"]],
    check: flow('a slow run that lost its lease'),
  },
  {
    name: 'all attempts share one temporary name',
    file: RUN,
    changes: [['`${interchange.id}.${attempt}.part`', '`${interchange.id}.part`']],
    check: flow('a crash after-upload'),
  },
  {
    name: 'temporary objects stand where the partner looks',
    file: RUN,
    changes: [['remotePath(temporaryDirectory, `', 'remotePath(directory, `']],
    check: { at: 'delivery.before-rename:1,delivery.before-commit-intent:1' },
  },
  {
    name: 'other bytes of the same length under the final name count as ours',
    file: STEPS,
    changes: [["if (sha256 !== run.interchange.archiveSha256) return 'other-bytes';", 'void sha256;']],
    check: flow('overwrites nothing'),
  },
  {
    name: 'a lease is checked without its epoch',
    file: DELIVERIES,
    changes: [
      [
        ".where('interchange_id', '=', interchangeId).where('epoch', '=', epoch)",
        ".where('interchange_id', '=', interchangeId).where('epoch', '>=', epoch)",
      ],
    ],
    check: store('whose lease ran out are another'),
  },
  {
    name: 'a lease that another holds is taken',
    file: DELIVERIES,
    changes: [
      [
        'coalesce(lease_until <= clock_timestamp(), true)',
        'coalesce(lease_until <= clock_timestamp(), true) or true',
      ],
    ],
    check: store('are leased by one worker of many'),
  },
  {
    name: 'a lease never runs out',
    file: DELIVERIES,
    changes: [['coalesce(lease_until <= clock_timestamp(), true)', 'lease_until is null']],
    check: store('whose lease ran out are another'),
  },
  {
    name: 'put() instead of a pipeline: a refused WRITE is success',
    file: SESSION,
    changes: [
      ['    throw error;\n  }\n  progress();', '    if (!isOpen) throw error;\n  }\n  progress();'],
      [
        "if ((await stateOf(sftp, path))?.sizeBytes !== byteCount) throw transportFailure('transport.short-write');",
        '',
      ],
    ],
    check: faults('is no success when WRITE'),
  },
  {
    name: 'the stored size is not verified',
    file: SESSION,
    changes: [
      [
        "if ((await stateOf(sftp, path))?.sizeBytes !== byteCount) throw transportFailure('transport.short-write');",
        '',
      ],
    ],
    check: faults('is no success when its size cannot be verified'),
  },
  {
    name: 'FAILURE is taken for absent',
    file: SESSION,
    changes: [
      [
        'if (statusCodeOf(error) === NO_SUCH_FILE) return undefined;',
        'if (statusCodeOf(error) === NO_SUCH_FILE || statusCodeOf(error) === FAILURE) return undefined;',
      ],
    ],
    check: faults('takes only'),
  },
  {
    name: 'a rename replaces what is there',
    file: SESSION,
    changes: [
      [
        'if (canRenameInOneStep && (await stateOf(sftp, to)) !== undefined) {',
        'if (canRenameInOneStep && (await stateOf(sftp, to))?.sizeBytes === -1) {',
      ],
    ],
    check: { tests: ['test/connectors/sftp-openssh.test.ts', 'never replaces a file'] },
  },
  {
    name: 'a file that ends early counts as read',
    file: SESSION,
    changes: [["if (position < size) throw transportFailure('transport.short-read');", '']],
    check: faults('that ends early is short'),
  },
  {
    name: 'the remote file is removed before the commit',
    file: COLLECT,
    changes: [
      [
        "else if (one !== 'nothing') fetched.push(one);\n",
        "else if (one !== 'nothing') {\n        fetched.push(one);\n        await session.remove(one.path);\n      }\n",
      ],
    ],
    check: { at: 'collect.before-commit:1,collect.fetched:2' },
  },
  {
    name: 'the reading of a file is asked for outside its transaction',
    file: COLLECT,
    changes: [
      [
        "    await jobs.enqueue(isNew.map(({ sha256 }) => ({ kind: 'receive-file', subject: sha256, partnerId })));\n",
        '',
      ],
      [
        "  await dependencies.failpoint?.('collect.after-commit');\n",
        "  await dependencies.failpoint?.('collect.after-commit');\n  await dependencies.store.inTransaction(tenantId, ({ jobs }) =>\n    jobs.enqueue(fresh.map(({ sha256 }) => ({ kind: 'receive-file', subject: sha256, partnerId }))),\n  );\n",
      ],
      ['async ({ files, jobs }) => {\n    const isNew', 'async ({ files }) => {\n    const isNew'],
    ],
    check: { at: 'collect.after-commit:1' },
  },
  {
    name: 'the batch job is asked for outside the acceptance’s transaction',
    file: ACCEPT,
    changes: [
      ['    await transaction.jobs.enqueue(\n', '    void ((nothing: unknown) => nothing)(\n'],
      [
        "  await failpoint?.('accept.after-commit');\n",
        "  await failpoint?.('accept.after-commit');\n  await store.inTransaction(tenantId, ({ jobs }) =>\n    jobs.enqueue(plan.claims.map(({ partnerId }) => ({ kind: 'batch-claims', subject: partnerId }))),\n  );\n",
      ],
    ],
    check: { at: 'accept.after-commit:1' },
  },
  {
    name: 'a file seen before is fetched again and again',
    file: 'src/flows/fetch-file.ts',
    changes: [["    if (isKnown) return 'nothing';\n", '    void isKnown;\n']],
    check: { tests: ['test/flows/collect-left-files.test.ts', 'a file that the partner wants left alone'] },
  },
  {
    name: 'a remittance is posted without looking for its identity',
    file: 'src/flows/post-remittance.ts',
    changes: [
      ['if (same !== undefined) {', 'if (same !== undefined && same.id === context.releasing) {'],
      ['isIdentityPosted: posted.some((one) => one.identity === identity)', 'isIdentityPosted: false'],
    ],
    check: { tests: ['test/flows/receive-file.test.ts', 'posts once whatever name'] },
  },
  {
    name: 'an entry’s postings are added again at a replay',
    file: 'src/store/ledger-store.ts',
    changes: [['from entry join added using (id), unnest', 'from entry, unnest']],
    check: store('adds an entry once'),
  },
  {
    name: 'ISA13 is read and then written',
    file: 'src/store/interchange-store.ts',
    changes: [
      [
        "  const row = await db\n    .insertInto('control_number')\n    .values({ partner_id: partnerId, counter, last_number: 1 })",
        "  const last = await db\n    .selectFrom('control_number')\n    .select('last_number')\n    .where('partner_id', '=', partnerId)\n    .where('counter', '=', counter)\n    .executeTakeFirst();\n  const next = (last?.last_number ?? 0) + 1;\n  const row = await db\n    .insertInto('control_number')\n    .values({ partner_id: partnerId, counter, last_number: next })",
      ],
      [
        '.doUpdateSet({ last_number: sql`control_number.last_number + 1` }),',
        '.doUpdateSet({ last_number: sql`excluded.last_number` }),',
      ],
    ],
    check: { tests: ['test/store/postgres-store.test.ts', 'taken at once are all different'] },
  },
  {
    name: 'a job wanted again while it runs is dropped, as by jobId',
    file: JOBS,
    changes: [
      [
        'generation = job.generation + 1,\n        due_at = case',
        'generation = job.generation,\n        due_at = case',
      ],
    ],
    check: store('wanted again while they run'),
  },
  {
    name: 'a worker whose job was taken over completes it',
    file: JOBS,
    changes: [["    .where('epoch', '=', job.epoch)\n    .where('generation'", "    .where('generation'"]],
    check: store('whose worker vanished are due again'),
  },
  {
    name: 'a commit whose end is unknown is run again',
    file: 'src/store/transaction.ts',
    changes: [["  'store.unavailable',\n]", "  'store.unavailable',\n  'store.commit-unknown',\n]"]],
    check: { tests: ['test/store/postgres-failures.test.ts', 'never runs a commit again'] },
  },
];
