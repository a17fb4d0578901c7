import { invariant } from '../base/invariant.ts';
import type { InterchangeHeader } from '../edi/envelope/envelope-handler.ts';
import type { Latin1Decoder } from '../edi/syntax/segment-reader.ts';
import type { MailboxProfile, PartnerProfile } from '../partners/profile.ts';
import type { Archive } from '../ports/archive.ts';
import type { ReceivedFile } from '../ports/exchange-store.ts';
import type { Failpoint } from '../ports/failpoint.ts';
import type { Store, StoreTransaction } from '../ports/store.ts';
import type { WakeUp } from '../ports/wake-up.ts';
import { applyAnswers } from './apply-answers.ts';
import { type ExaminedFile, examineFiles, putAway } from './examine-file.ts';
import { noPendingAnswers, type PendingAnswers, recordAnswers } from './pending-answers.ts';
import { applyBankFile } from './reassociation/apply-bank-file.ts';
import type { PairingTerms } from './reassociation/pair-payments.ts';
import type { FileSurvey } from './survey-file.ts';
import { type Packing, packingOf } from './unpack/packing.ts';
import { unpackFile } from './unpack/unpack-file.ts';

export interface ReceiveDependencies extends PairingTerms {
  readonly store: Store;
  readonly archive: Archive;
  readonly wakeUp: WakeUp;
  readonly decode: Latin1Decoder;
  readonly profileOf: (partnerId: string) => MailboxProfile;
  readonly failpoint?: Failpoint;
}

export type ReceiveOutcome =
  | { readonly outcome: 'applied'; readonly contents: readonly string[] }
  | { readonly outcome: 'quarantined'; readonly reasonCode: string };

/** Files of one transaction: with few claims spoken of in each, what a transaction costs is shared. */
const FILES_MAX = 50;
/** What they hold together: little enough to be recorded at once, so that other files are recorded beside it. */
const BYTES_MAX = 2 * 1024 * 1024;

/**
 * Applies an archived file of a partner: TA1, 999, 277CA and 835, and a bank's NACHA file, told by their content. The
 * file is read twice: once to see that its envelopes are whole, or that its totals hold, once to apply it in one
 * transaction, so that it counts whole or not at all.
 * A file that is broken, cut, meant for another environment, repeats a control number with other bytes, or holds
 * nothing that is known goes to quarantine with a work item. Sets that no flow applies leave the others alone. The
 * members of a packed file become files of their own, each received like any other.
 *
 * Small files of the partner that wait to be received go with it, and their jobs are done with it: a partner answers an
 * interchange with a dozen files, and its claims are then folded once and not a dozen times. Should one of them
 * break down, the file is received without company.
 */
export async function receiveFile(
  dependencies: ReceiveDependencies,
  tenantId: string,
  fileSha256: string,
): Promise<ReceiveOutcome> {
  const { store, archive } = dependencies;
  const file = await store.inTransaction(tenantId, ({ files }) => files.get(fileSha256));
  invariant(file !== undefined, 'a file to receive is on record');
  if (file.state === 'applied') return { outcome: 'applied', contents: file.contents };
  const packing = await packingOf(archive.open(fileSha256));
  if (packing !== undefined) return await receivePacked(dependencies, tenantId, { file, packing });
  const companyMax = file.sizeBytes < BYTES_MAX ? FILES_MAX - 1 : 0;
  try {
    return await receiveTogether(dependencies, tenantId, { file, companyMax });
  } catch (error) {
    if (companyMax === 0) throw error;
    // What is wrong with the file itself is wrong without company too, and told then.
    return await receiveTogether(dependencies, tenantId, { file, companyMax: 0 });
  }
}

/** What waits to be received with a file, and has not been tried before. */
async function companyOf(
  { archive }: ReceiveDependencies,
  { jobs, files }: StoreTransaction,
  { partnerId, sha256: subject, sizeBytes }: ReceivedFile,
  limit: number,
): Promise<readonly ReceivedFile[]> {
  if (limit === 0) return [];
  let bytesLeft = BYTES_MAX - sizeBytes;
  const company: ReceivedFile[] = [];
  for (const other of await jobs.takeAlong('receive-file', { subject, partnerId, limit })) {
    const file = await files.get(other);
    if (file?.state !== 'archived' || file.sizeBytes > bytesLeft) continue;
    if ((await packingOf(archive.open(other))) !== undefined) continue;
    bytesLeft -= file.sizeBytes;
    company.push(file);
  }
  return company;
}

/** Applies a file and its company in one transaction. */
async function receiveTogether(
  dependencies: ReceiveDependencies,
  tenantId: string,
  { file, companyMax }: { readonly file: ReceivedFile; readonly companyMax: number },
): Promise<ReceiveOutcome> {
  const { store, failpoint } = dependencies;
  const outcome = await store.inTransaction(tenantId, async (transaction) => {
    const receiving = { dependencies, tenantId, transaction, pending: noPendingAnswers() };
    const company = await companyOf(dependencies, transaction, file, companyMax);
    const own = await applyFiles(receiving, [file, ...company]);
    await recordAnswers(transaction, receiving.pending);
    await transaction.jobs.finish(
      'receive-file',
      company.map(({ sha256 }) => sha256),
    );
    await failpoint?.('receive.before-commit');
    return own;
  });
  await failpoint?.('receive.after-commit');
  return outcome;
}

interface Receiving {
  readonly dependencies: ReceiveDependencies;
  readonly tenantId: string;
  readonly transaction: StoreTransaction;
  readonly pending: PendingAnswers;
}

/**
 * Gives the outcome of the first. All are examined before any is applied, and those that tell of payments are applied
 * last: from then on others wait for us, and what can be done before is done while we wait for them.
 */
async function applyFiles(receiving: Receiving, files: readonly ReceivedFile[]): Promise<ReceiveOutcome> {
  const examined = await examineFiles(receiving.dependencies, files);
  let first: ReceiveOutcome | undefined;
  try {
    for (const one of examined) {
      const outcome = await applyFile(receiving, one);
      if (one.file === files[0]) first = outcome;
    }
  } finally {
    await putAway(examined);
  }
  invariant(first !== undefined, 'the first file is among those that are applied');
  return first;
}

async function applyFile(
  { dependencies, tenantId, transaction, pending }: Receiving,
  examined: ExaminedFile,
): Promise<ReceiveOutcome> {
  const { archive, decode, clock, eft, failpoint } = dependencies;
  const { file } = examined;
  const { partnerId, receivedAt, sha256: fileSha256 } = file;
  const profile = dependencies.profileOf(partnerId);
  const pairing = { clock, eft };
  await failpoint?.('receive.surveyed');
  if (examined.bankFile !== undefined) {
    const contents = ['NACHA'];
    const { problemCode: reasonCode } = examined;
    if (reasonCode !== undefined) return await quarantine(transaction, { file, contents, reasonCode });
    await applyBankFile(transaction, examined.bankFile, pairing);
    await transaction.files.setOutcome(fileSha256, { state: 'applied', contents });
    return { outcome: 'applied', contents };
  }
  const { survey, remittances } = examined;
  if (profile.kind === 'bank') {
    return await quarantine(transaction, { file, contents: [], reasonCode: 'file.not-nacha' });
  }
  const { contents, interchanges } = survey;
  const reasonCode = reasonAgainst(survey, profile) ?? (await registerAll(transaction, file, interchanges));
  if (reasonCode !== undefined) return await quarantine(transaction, { file, contents, reasonCode });
  await applyAnswers(
    { transaction, tenantId, partnerId, profile, fileSha256, receivedAt, pending, pairing, failpoint },
    { decode, bytes: archive.open(fileSha256), remittances },
  );
  if (survey.hasUnknownSet) await openWorkItem(transaction, fileSha256, 'file.set-unknown');
  await transaction.files.setOutcome(fileSha256, { state: 'applied', contents });
  return { outcome: 'applied', contents };
}

function reasonAgainst(survey: FileSurvey, profile: PartnerProfile): string | undefined {
  if (survey.problemCode !== undefined) return survey.problemCode;
  // A test answer in production would move real money, and the other way round.
  if (survey.interchanges.some(({ usage }) => usage !== profile.envelope.usage)) {
    return 'interchange.usage-differs';
  }
  return survey.hasKnownContent ? undefined : 'file.set-unknown';
}

/** Remembers each interchange; the reason not to apply the file when one is known with other bytes. */
async function registerAll(
  { files }: StoreTransaction,
  { partnerId, sha256 }: ReceivedFile,
  interchanges: readonly InterchangeHeader[],
): Promise<string | undefined> {
  let hasConflict = false;
  for (const { senderId, receiverId, controlNumber } of interchanges) {
    const registered = await files.registerInterchange({
      partnerId,
      senderId,
      receiverId,
      interchangeControlNumber: controlNumber,
      fileSha256: sha256,
    });
    hasConflict ||= registered === 'conflict';
  }
  return hasConflict ? 'interchange.control-number-reused' : undefined;
}

/** All members are on record and asked to be read with the packed file, or none. */
async function receivePacked(
  { store, archive, wakeUp }: ReceiveDependencies,
  tenantId: string,
  { file, packing }: { readonly file: ReceivedFile; readonly packing: Packing },
): Promise<ReceiveOutcome> {
  const contents = [packing.toUpperCase()];
  const unpacked = await unpackFile(archive, { packing, bytes: archive.open(file.sha256) });
  if (!unpacked.ok) {
    const { code: reasonCode } = unpacked.refusal;
    return await store.inTransaction(tenantId, (transaction) =>
      quarantine(transaction, { file, contents, reasonCode }),
    );
  }
  await store.inTransaction(tenantId, async ({ files, jobs }) => {
    const fresh = await files.recordMembers(file, unpacked.value);
    await jobs.enqueue(fresh.map((sha256) => ({ kind: 'receive-file', subject: sha256 })));
    await files.setOutcome(file.sha256, { state: 'applied', contents });
  });
  wakeUp.wake(tenantId);
  return { outcome: 'applied', contents };
}

async function quarantine(
  transaction: StoreTransaction,
  {
    file,
    contents,
    reasonCode,
  }: { readonly file: ReceivedFile; readonly contents: readonly string[]; readonly reasonCode: string },
): Promise<ReceiveOutcome> {
  await openWorkItem(transaction, file.sha256, reasonCode);
  await transaction.files.setOutcome(file.sha256, {
    state: 'quarantined',
    contents,
    reasonCode,
  });
  return { outcome: 'quarantined', reasonCode };
}

async function openWorkItem(
  { workItems }: StoreTransaction,
  fileSha256: string,
  reasonCode: string,
): Promise<void> {
  await workItems.open([
    { id: `file-quarantined:${fileSha256}`, kind: 'file-quarantined', fileSha256, codes: [reasonCode] },
  ]);
}
