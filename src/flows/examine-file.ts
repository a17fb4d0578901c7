import { Ahead } from '../base/ahead.ts';
import type { NachaProblemCode } from '../edi/nacha/nacha-problem.ts';
import type { Latin1Decoder } from '../edi/syntax/segment-reader.ts';
import type { Archive } from '../ports/archive.ts';
import type { ReceivedFile } from '../ports/exchange-store.ts';
import { type BankFile, isBankFile, problemOfBankFile } from './reassociation/apply-bank-file.ts';
import { type FileSurvey, surveyFile } from './survey-file.ts';
import { type ProvenRemittance, surveyRemittances } from './survey-remittances.ts';

/** A file of a partner before any of it counts: a bank's, with what is wrong with it, or one of X12 interchanges. */
export type ExaminedFile =
  | {
      readonly file: ReceivedFile;
      readonly bankFile: BankFile;
      readonly problemCode: NachaProblemCode | undefined;
    }
  | {
      readonly file: ReceivedFile;
      readonly bankFile?: undefined;
      readonly survey: FileSurvey;
      /** What is surveyed of its 835s; the first of them already is, where there is nothing wrong with the file. */
      readonly remittances: Ahead<ProvenRemittance>;
    };

/**
 * Examines files: each is told by its content, whether its envelopes are whole or its totals hold, and what it remits.
 * Those that tell of payments come behind the others, in the order in which they were given. Whoever asks puts them away.
 */
export async function examineFiles(
  { archive, decode }: { readonly archive: Archive; readonly decode: Latin1Decoder },
  files: readonly ReceivedFile[],
): Promise<readonly ExaminedFile[]> {
  const examined: ExaminedFile[] = [];
  try {
    for (const file of files) examined.push(await examine(archive, decode, file));
  } catch (error) {
    await putAway(examined);
    throw error;
  }
  return [...examined.filter((one) => !takesTurn(one)), ...examined.filter(takesTurn)];
}

/** Ends the reading of files that were examined, whether they were applied or not. */
export async function putAway(examined: readonly ExaminedFile[]): Promise<void> {
  for (const one of examined) if (one.bankFile === undefined) await one.remittances.end();
}

/** Whether it tells of payments, which only one transaction does at a time. */
function takesTurn(examined: ExaminedFile): boolean {
  return examined.bankFile !== undefined || examined.survey.contents.includes('835');
}

async function examine(archive: Archive, decode: Latin1Decoder, file: ReceivedFile): Promise<ExaminedFile> {
  const { sha256 } = file;
  const open = () => archive.open(sha256);
  const bankFile = { fileSha256: sha256, decode, open };
  if (await isBankFile(bankFile)) return { file, bankFile, problemCode: await problemOfBankFile(bankFile) };
  const survey = await surveyFile(decode, open());
  const remittances = new Ahead(surveyRemittances({ sha256, decode, bytes: open() }, archive));
  const examined = { file, survey, remittances };
  if (survey.problemCode === undefined && takesTurn(examined)) await remittances.begin();
  return examined;
}
