// The protocol as it is in the code, and designs that are not: each of these must be found to be unsafe.

/** The delivery protocol's own tables (`src/domain/exchange/delivery-protocol.ts`), as the explorer takes them. */
export function witnessProtocol({ DELIVERY_TRANSITIONS, FIRST_STEP, STAGE_CHANGES }) {
  return {
    name: 'witness protocol, as the code has it',
    transitions: DELIVERY_TRANSITIONS,
    first: FIRST_STEP,
    stageChanges: STAGE_CHANGES,
    temporaryName: 'per attempt',
    rename: 'one step',
    isFenced: true,
    expected: [],
  };
}

/** Without fencing it is safe too: leases save work, they are not what makes it right. */
export function withoutFencing(protocol) {
  return { ...protocol, name: 'the same, no lease checked', isFenced: false };
}

/** Every other design, with the verdicts that an exhaustive search must find. */
export function unsafeDesigns(protocol) {
  const { transitions } = protocol;
  const changed = (name, changes, expected) => ({ ...protocol, name, expected, ...changes });
  const putTable = (put) => ({
    put,
    'record-put': { done: 'stop', lost: 'stop' },
    stop: {},
  });
  const putChanges = { ...protocol.stageChanges, 'record-put': { from: ['NEW'], to: 'DELIVERED' } };
  // Upload under a temporary name, rename, record; a later run looks for the file itself.
  const lookForFile = {
    'look-for-file': { present: 'record-put', absent: 'upload' },
    upload: { done: 'rename', lost: 'stop' },
    rename: { done: 'record-put', absent: 'look-for-file', taken: 'record-put' },
    'record-put': { done: 'stop', lost: 'stop' },
    stop: {},
  };
  const toTheFile = { NEW: 'look-for-file', DELIVERED: 'stop' };
  return [
    changed(
      'direct put, again until recorded',
      {
        transitions: putTable({ done: 'record-put', lost: 'stop' }),
        first: { NEW: 'put', DELIVERED: 'stop' },
        stageChanges: putChanges,
      },
      ['partial', 'repeated'],
    ),
    changed(
      'direct put + look for the file',
      {
        transitions: {
          ...putTable({ done: 'record-put', lost: 'stop' }),
          'look-for-file': { present: 'record-put', absent: 'put' },
        },
        first: toTheFile,
        stageChanges: putChanges,
      },
      ['partial', 'repeated'],
    ),
    changed(
      'temp + rename + look, shared temp, no fencing',
      {
        transitions: lookForFile,
        first: toTheFile,
        stageChanges: putChanges,
        temporaryName: 'shared',
        isFenced: false,
      },
      ['partial', 'repeated'],
    ),
    changed(
      'temp + rename + look, temp per attempt, fenced',
      { transitions: lookForFile, first: toTheFile, stageChanges: putChanges },
      ['repeated'],
    ),
    changed('intent, shared temp, fenced', { temporaryName: 'shared' }, ['partial', 'repeated']),
    changed('rename as link + unlink', { rename: 'link-and-unlink' }, ['repeated']),
    changed(
      'rename before the intent is on record',
      { transitions: { ...transitions, upload: { done: 'rename', lost: 'stop' } } },
      ['repeated'],
    ),
    changed(
      'upload again where the temporary object is gone',
      {
        transitions: { ...transitions, look: { present: 'rename', absent: 'upload' } },
      },
      ['endless'],
    ),
    changed(
      'upload again in recovery, past the intent',
      {
        first: { ...protocol.first, COMMITTING: 'upload' },
        stageChanges: { ...protocol.stageChanges, upload: { from: ['NEW', 'COMMITTING'], to: 'NEW' } },
      },
      ['repeated'],
    ),
    changed(
      'record before the rename',
      { transitions: { ...transitions, 'commit-intent': { done: 'record-observed', lost: 'discard' } } },
      ['lost'],
    ),
    changed(
      'take a temporary object that is there for a delivery',
      { transitions: { ...transitions, look: { present: 'record-witness', absent: 'record-witness' } } },
      ['lost'],
    ),
    changed(
      'tidy up after a lost lease',
      { transitions: { ...transitions, 'commit-intent': { done: 'rename', lost: 'tidy' } } },
      ['lost'],
    ),
  ];
}
