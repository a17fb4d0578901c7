import type { Command } from 'commander';
import { EXCEPTIONS } from '../../domain/posting/exception-code.ts';
import { POSTING_WORK_ITEM_KINDS } from '../../domain/posting/exception-rule.ts';
import type { WorkItemFilter } from '../../ports/work-item-store.ts';
import { Misuse } from '../exit.ts';

/** Which exceptions a command is about, as it was typed. */
export interface FilterOptions {
  readonly code?: string;
  readonly kind?: string;
  readonly payer?: string;
}

export function addFilterOptions(command: Command): Command {
  return command
    .option('--code <code>', 'an exception code, or an adjustment such as CO-50')
    .option('--kind <kind>', `one of ${POSTING_WORK_ITEM_KINDS.join(', ')}`)
    .option('--payer <payer>', 'name or identifier of the payer, as its remittances have it');
}

/** Reads the filter; a Misuse for a code or kind that there is not. */
export function readFilter({ code, kind, payer }: FilterOptions): WorkItemFilter {
  const kinds =
    kind === undefined ? POSTING_WORK_ITEM_KINDS : POSTING_WORK_ITEM_KINDS.filter((one) => one === kind);
  if (kinds.length === 0) throw new Misuse(`--kind takes one of ${POSTING_WORK_ITEM_KINDS.join(', ')}`);
  if (code !== undefined && !Object.hasOwn(EXCEPTIONS, code) && !ADJUSTMENT.test(code)) {
    throw new Misuse('--code takes an exception code, or group and reason of an adjustment such as CO-50');
  }
  if (payer?.trim() === '') throw new Misuse('--payer takes a name or an identifier');
  return {
    kinds,
    ...(code === undefined ? {} : { code }),
    ...(payer === undefined ? {} : { payer: payer.trim() }),
  };
}

const ADJUSTMENT = /^[A-Z]{2}-[0-9A-Z]{1,5}$/;
