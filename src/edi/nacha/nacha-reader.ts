import type { Cents } from '../../base/money.ts';
import type { Latin1Decoder } from '../syntax/segment-reader.ts';
import type { NachaProblem, NachaProblemCode } from './nacha-problem.ts';
import { type NachaPlace, type NachaRecord, NachaRecordReader, RECORD_LENGTH } from './nacha-records.ts';
import {
  addTotals,
  differingTotals,
  type NachaTotals,
  NO_TOTALS,
  readAmount,
  readNumber,
  readTotals,
} from './nacha-totals.ts';

/** What the entries of a batch have in common (record 5). */
export interface NachaBatch {
  readonly companyName: string;
  readonly companyId: string;
  /** The standard entry class: CCD, CTX, PPD … */
  readonly entryClass: string;
  /** The company entry description, such as `HCCLAIMPMT`. */
  readonly description: string;
  /** The effective entry date, YYMMDD. */
  readonly effectiveDate: string;
}

/** An entry (record 6) and its addenda. Names and account numbers are passed over. */
export interface NachaEntry {
  readonly batch: NachaBatch;
  readonly transactionCode: string;
  readonly amountCents: Cents;
  /** Field 11: the originating bank and a number in its file. */
  readonly entryTrace: string;
  /** Field 3 of each addenda record of type 05: what the originator tells the receiver of the payment. */
  readonly paymentRelated: readonly string[];
  readonly place: NachaPlace;
}

export interface NachaHandler {
  entry?(entry: NachaEntry): void;
  problem?(problem: NachaProblem): void;
}

/** Behind which record the reader stands. */
type State = 'outside' | 'file' | 'batch' | 'closed';

/** Fills the last block of ten records. */
const FILLER = '9'.repeat(RECORD_LENGTH);
/** Record size, blocking factor, format code: the one format that there is. */
const FORMAT = '094101';
/** Accounts are 2 checking, 3 savings, 4 general ledger, 5 loan; what is 8 stands in records of other columns (ADV). */
const TRANSACTION_CODE = /^[2-5]\d$/;
const RECEIVING_BANK = /^\d{8}$/;
const START_OF_FILE = '101';

/** Whether bytes begin as a NACHA file does: a file header of priority 01. Line breaks may stand before it. */
export function isNachaStart(text: string): boolean {
  return text.trimStart().startsWith(START_OF_FILE);
}

/**
 * Reads a NACHA file piece by piece and checks what its control records say of it: counts, entry hashes, debits and
 * credits (NACHA Operating Rules, Appendix Three). An entry is told once its addenda are read, whether the totals
 * behind it hold or not: who counts on them reads the file twice. Reading goes on after every problem. Files that
 * stand one behind the other are read as one.
 */
export class NachaReader {
  readonly #handler: NachaHandler;
  readonly #records: NachaRecordReader;
  #state: State = 'outside';
  #place: NachaPlace = { recordNumber: 0, byteStart: 0, byteStop: 0 };
  #batch: NachaBatch = { companyName: '', companyId: '', entryClass: '', description: '', effectiveDate: '' };
  #batchNumber = '';
  #batchCount = 0;
  #inBatch = NO_TOTALS;
  #inFile = NO_TOTALS;
  #entry: (NachaEntry & { readonly paymentRelated: string[] }) | undefined;

  constructor(decode: Latin1Decoder, handler: NachaHandler) {
    this.#handler = handler;
    this.#records = new NachaRecordReader(decode, (record) => this.#read(record));
  }

  feed(chunk: Uint8Array): void {
    this.#records.feed(chunk);
  }

  finish(): void {
    this.#records.finish();
    this.#tellEntry();
    if (this.#state !== 'closed') this.#note('nacha.cut');
  }

  #read({ text, place }: NachaRecord): void {
    this.#place = place;
    const type = text[0];
    if (type === '7') return this.#addenda(text);
    this.#tellEntry();
    if (type === '1') return this.#openFile(text);
    if (type === '5') return this.#openBatch(text);
    if (type === '6') return this.#openEntry(text);
    if (type === '8') return this.#closeBatch(text);
    if (type === '9') return this.#closeFile(text);
    this.#note('nacha.record-unexpected');
  }

  #openFile(text: string): void {
    this.#expect('outside', 'closed');
    this.#state = 'file';
    this.#batchCount = 0;
    this.#inFile = NO_TOTALS;
    if (text.slice(34, 40) !== FORMAT) this.#note('nacha.header-invalid');
  }

  #openBatch(text: string): void {
    this.#expect('file');
    this.#state = 'batch';
    this.#batchCount++;
    this.#inBatch = NO_TOTALS;
    this.#batchNumber = text.slice(87, 94);
    this.#batch = {
      companyName: text.slice(4, 20).trim(),
      companyId: text.slice(40, 50).trim(),
      entryClass: text.slice(50, 53),
      description: text.slice(53, 63).trim(),
      effectiveDate: text.slice(69, 75),
    };
  }

  #openEntry(text: string): void {
    this.#expect('batch');
    const transactionCode = text.slice(1, 3);
    const bank = text.slice(3, 11);
    const amountCents = readAmount(text.slice(29, 39));
    if (amountCents === undefined || !RECEIVING_BANK.test(bank) || !TRANSACTION_CODE.test(transactionCode)) {
      return this.#note('nacha.field-invalid');
    }
    this.#count(entryTotals(transactionCode, Number(bank), amountCents));
    this.#entry = {
      batch: this.#batch,
      transactionCode,
      amountCents,
      entryTrace: text.slice(79, 94).trim(),
      paymentRelated: [],
      place: this.#place,
    };
  }

  #addenda(text: string): void {
    if (this.#entry === undefined) return this.#note('nacha.record-unexpected');
    this.#count({ ...NO_TOTALS, entryAndAddendaCount: 1 });
    if (text.startsWith('705')) this.#entry.paymentRelated.push(text.slice(3, 83));
  }

  #closeBatch(text: string): void {
    this.#expect('batch');
    this.#state = 'file';
    this.#inFile = addTotals(this.#inFile, this.#inBatch);
    this.#compare(this.#inBatch, readTotals(text, 4, 6));
    if (text.slice(87, 94) !== this.#batchNumber) this.#note('nacha.batch-number-differs');
  }

  #closeFile(text: string): void {
    if (this.#state === 'closed' && text === FILLER) return;
    this.#expect('file');
    this.#state = 'closed';
    this.#compare(this.#inFile, readTotals(text, 13, 8));
    const batchCount = readNumber(text.slice(1, 7));
    if (batchCount === undefined) this.#note('nacha.field-invalid');
    else if (batchCount !== this.#batchCount) this.#note('nacha.count-differs');
  }

  #compare(counted: NachaTotals, said: NachaTotals | undefined): void {
    if (said === undefined) return this.#note('nacha.field-invalid');
    for (const code of differingTotals(counted, said)) this.#note(code);
  }

  #count(totals: NachaTotals): void {
    this.#inBatch = addTotals(this.#inBatch, totals);
  }

  #expect(...states: readonly State[]): void {
    if (!states.includes(this.#state)) this.#note('nacha.record-unexpected');
  }

  #tellEntry(): void {
    const entry = this.#entry;
    this.#entry = undefined;
    if (entry !== undefined) this.#handler.entry?.(entry);
  }

  #note(code: NachaProblemCode): void {
    this.#handler.problem?.({ code, place: this.#place });
  }
}

function entryTotals(transactionCode: string, bank: number, amountCents: Cents): NachaTotals {
  const totals = { ...NO_TOTALS, entryAndAddendaCount: 1, entryHash: bank };
  return isDebit(transactionCode)
    ? { ...totals, debitCents: amountCents }
    : { ...totals, creditCents: amountCents };
}

/** Of each kind of account the codes up to 4 are credits, the others debits: 22 and 27 of a checking account. */
export function isDebit(transactionCode: string): boolean {
  return Number(transactionCode[1]) >= 5;
}
