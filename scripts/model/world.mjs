// The world of one delivery, and what each step of a protocol does to it. A step of several requests is several steps
// here, because a crash, another worker or the partner may come between any two.

/** `temporary` has a letter for each attempt: `-` none, `h` half written, `w` whole. So have `final` and `taken`. */
export function startOf({ workers, crashes, expiries }) {
  return {
    stage: 'NEW',
    epoch: 0,
    isLeased: false,
    attempts: 0,
    commitAttempt: 0,
    temporary: '',
    final: '-',
    taken: '',
    crashesLeft: crashes,
    expiriesLeft: expiries,
    runs: Array.from({ length: workers }, () => undefined),
  };
}

export function keyOf(world) {
  const { stage, epoch, isLeased, attempts, commitAttempt, temporary, final, taken } = world;
  const runs = world.runs.map((run) =>
    run ? `${run.step} ${run.epoch} ${run.attempt} ${run.leftovers ?? ''}` : '',
  );
  return [stage, epoch, isLeased, attempts, commitAttempt, temporary, final, taken]
    .concat(world.crashesLeft, world.expiriesLeft, runs)
    .join('|');
}

/** Everything that may happen next, as `{ label, world }`. */
export function* successors(design, world) {
  for (const [index, run] of world.runs.entries()) {
    if (run === undefined) {
      if (world.isLeased || isOver(world)) continue;
      const epoch = world.epoch + 1;
      const started = { step: design.first[world.stage], epoch, attempt: world.commitAttempt };
      yield {
        label: { run: index, event: 'lease' },
        world: withRun({ ...world, epoch, isLeased: true }, index, started),
      };
      continue;
    }
    yield* EFFECTS[run.step](design, world, index, run);
    if (world.crashesLeft > 0 && run.step !== 'stop') {
      const crashesLeft = world.crashesLeft - 1;
      yield {
        label: { run: index, event: 'crash' },
        world: withRun({ ...world, crashesLeft }, index, undefined),
      };
    }
  }
  // A dead holder's lease always runs out; a live one's only when it is slow, which makes it a zombie.
  const isHolderAlive = world.runs.some((run) => run?.epoch === world.epoch);
  if (world.isLeased && (!isHolderAlive || world.expiriesLeft > 0)) {
    const expiriesLeft = world.expiriesLeft - (isHolderAlive ? 1 : 0);
    yield { label: { event: 'expire' }, world: { ...world, isLeased: false, expiriesLeft } };
  }
  if (world.final !== '-') {
    yield { label: { event: 'take' }, world: { ...world, final: '-', taken: world.taken + world.final } };
  }
}

export function isOver({ stage }) {
  return stage === 'DELIVERED' || stage === 'HELD';
}

function withRun(world, index, run) {
  return { ...world, runs: world.runs.map((old, i) => (i === index ? run : old)) };
}

/** The step ended: the table says what comes next. */
function ended(design, world, index, outcome, changes = {}) {
  const run = { ...world.runs[index], ...changes };
  const step = run.step.split(':')[0];
  const next = design.transitions[step][outcome];
  if (next === undefined) throw new Error(`no way on from ${step} after ${outcome}`);
  return {
    label: { run: index, event: step, outcome },
    world: withRun(world, index, { ...run, step: next }),
  };
}

/** The step goes on with its next request. */
function goingOn(world, index, changes) {
  return {
    label: { run: index, event: 'inside', at: changes.step },
    world: withRun(world, index, { ...world.runs[index], ...changes }),
  };
}

const slotOf = (design, attempt) => (design.temporaryName === 'shared' ? 1 : attempt);

function objectAt(design, world, attempt) {
  return world.temporary[slotOf(design, attempt) - 1] ?? '-';
}

function withObject(design, world, attempt, object) {
  const letters = [...world.temporary.padEnd(slotOf(design, attempt), '-')];
  letters[slotOf(design, attempt) - 1] = object;
  return { ...world, temporary: letters.join('') };
}

function mayWrite(design, world, run) {
  return !design.isFenced || run.epoch === world.epoch;
}

/** A compare-and-set of the store. */
function* recorded(design, world, index, run) {
  const change = design.stageChanges[run.step];
  if (!mayWrite(design, world, run) || !change.from.includes(world.stage)) {
    return yield ended(design, world, index, 'lost');
  }
  const changed = { ...world, stage: change.to };
  if (run.step === 'commit-intent') changed.commitAttempt = run.attempt;
  if (isOver(changed)) changed.isLeased = false;
  return yield ended(design, changed, index, 'done');
}

const EFFECTS = {
  *upload(design, world, index, run) {
    const { from, to } = design.stageChanges.upload;
    if (!mayWrite(design, world, run) || !from.includes(world.stage)) {
      return yield ended(design, world, index, 'lost');
    }
    const attempts = world.attempts + 1;
    const counted = { ...world, stage: to, attempts };
    return yield goingOn(counted, index, { step: 'upload:half', attempt: attempts });
  },
  *'upload:half'(design, world, index, run) {
    yield goingOn(withObject(design, world, run.attempt, 'h'), index, { step: 'upload:rest' });
  },
  *'upload:rest'(design, world, index, run) {
    // What another run has renamed or removed meanwhile does not come back; the size is verified.
    const object = objectAt(design, world, run.attempt);
    if (object === '-')
      return yield { label: { run: index, event: 'fail' }, world: withRun(world, index, undefined) };
    return yield ended(design, withObject(design, world, run.attempt, 'w'), index, 'done');
  },
  'commit-intent': recorded,
  *look(design, world, index) {
    const attempt = world.commitAttempt;
    yield ended(design, world, index, objectAt(design, world, attempt) === '-' ? 'absent' : 'present', {
      attempt,
    });
  },
  // The final name is looked at first where the rename itself would replace it; elsewhere the server looks at both.
  *rename(design, world, index, run) {
    if (world.final !== '-') yield ended(design, world, index, 'taken');
    if (objectAt(design, world, run.attempt) === '-') yield ended(design, world, index, 'absent');
    else if (world.final === '-') yield goingOn(world, index, { step: 'rename:now' });
  },
  *'rename:now'(design, world, index, run) {
    const object = objectAt(design, world, run.attempt);
    if (object === '-') return yield ended(design, world, index, 'absent');
    if (design.rename === 'link-and-unlink') {
      return yield goingOn({ ...world, final: object }, index, { step: 'rename:unlink' });
    }
    return yield ended(
      design,
      { ...withObject(design, world, run.attempt, '-'), final: object },
      index,
      'done',
    );
  },
  *'rename:unlink'(design, world, index, run) {
    yield ended(design, withObject(design, world, run.attempt, '-'), index, 'done');
  },
  *compare(design, world, index) {
    if (world.final === '-') yield ended(design, world, index, 'absent');
    else if (world.final === 'h') yield ended(design, world, index, 'other-bytes');
    else yield goingOn(world, index, { step: 'compare:remove' });
  },
  *'compare:remove'(design, world, index, run) {
    yield ended(design, withObject(design, world, run.attempt, '-'), index, 'same-bytes');
  },
  'record-observed': recorded,
  'record-witness': recorded,
  hold: recorded,
  *discard(design, world, index, run) {
    yield ended(design, withObject(design, world, run.attempt, '-'), index, 'done');
  },
  *tidy(design, world, index) {
    const attempts = Array.from({ length: world.attempts }, (_, i) => i + 1);
    const leftovers = attempts.filter((attempt) => attempt !== world.commitAttempt);
    yield goingOn(world, index, { step: 'tidy:remove', leftovers });
  },
  *'tidy:remove'(design, world, index, run) {
    let tidied = world;
    for (const attempt of run.leftovers) tidied = withObject(design, tidied, attempt, '-');
    yield ended(design, tidied, index, 'done', { leftovers: undefined });
  },
  *stop(design, world, index) {
    yield { label: { run: index, event: 'stop' }, world: withRun(world, index, undefined) };
  },

  // Steps of designs that were considered and are unsafe: they write or look where the partner takes.
  *put(design, world, index, run) {
    if (!mayWrite(design, world, run)) return yield ended(design, world, index, 'lost');
    return yield goingOn({ ...world, final: 'h', attempts: world.attempts + 1 }, index, { step: 'put:rest' });
  },
  *'put:rest'(design, world, index) {
    yield ended(design, { ...world, final: 'w' }, index, 'done');
  },
  *'look-for-file'(design, world, index) {
    yield ended(design, world, index, world.final === '-' ? 'absent' : 'present');
  },
  'record-put': recorded,
};
