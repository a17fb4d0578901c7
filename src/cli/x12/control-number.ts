import { Misuse } from '../exit.ts';

const CONTROL_NUMBER_MAX = 999_999_999;

/** Reads the control number of an option; a Misuse when it is none of at most nine digits. */
export function readControlNumber(option: string, text: string): number {
  const number = Number(text);
  if (!/^\d{1,9}$/.test(text) || number < 1) {
    throw new Misuse(`${option} takes a number from 1 to ${CONTROL_NUMBER_MAX}`);
  }
  return number;
}
