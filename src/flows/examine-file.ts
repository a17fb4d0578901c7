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
 * Examines files in their order: as each is told by its content, whether its envelopes are whole or its totals hold. What
 * whoever asks did not take is put away.
 */
export async function* examineFiles(
  { archive, decode }: { readonly archive: Archive; readonly decode: Latin1Decoder },
  files: readonly ReceivedFile[],
): AsyncGenerator<ExaminedFile, void> {
  let left: ExaminedFile | undefined;
  try {
    for (const file of files) {
      left = await examine(archive, decode, file);
      yield left;
      left = undefined;
    }
  } finally {
    if (left?.bankFile === undefined) await left?.remittances.end();
  }
}

async function examine(archive: Archive, decode: Latin1Decoder, file: ReceivedFile): Promise<ExaminedFile> {
  const { sha256 } = file;
  const open = () => archive.open(sha256);
  const bankFile = { fileSha256: sha256, decode, open };
  if (await isBankFile(bankFile)) return { file, bankFile, problemCode: await problemOfBankFile(bankFile) };
  const survey = await surveyFile(decode, open());
  const remittances = new Ahead(surveyRemittances({ sha256, decode, bytes: open() }, archive));
  if (survey.problemCode === undefined && survey.contents.includes('835')) remittances.begin();
  return { file, survey, remittances };
}
