import { readFileSync } from 'node:fs';
import type { ClaimInterchange } from '../../../src/translate/claim-837p/claim-interchange.ts';
import type { TransmittedClaim } from '../../../src/translate/claim-837p/transmitted-claim.ts';
import { transmitted } from './claim-interchange.ts';
import {
  DEPENDENT,
  OF_THE_CLINIC_AGAIN,
  OF_THE_PHYSICIAN,
  SECONDARY,
  WITH_EVERYTHING,
} from './golden-claim-values.ts';
import { partner } from './partner.ts';

const FOLDER = new URL('../golden/', import.meta.url);

/** What was handed to the writer, and the file that a person wrote for it. */
export interface GoldenClaims {
  readonly name: string;
  readonly text: string;
  readonly interchange: ClaimInterchange;
}

function goldenText(name: string): string {
  return readFileSync(new URL(`${name}.x12`, FOLDER), 'latin1');
}

function golden(
  name: string,
  interchange: Omit<ClaimInterchange, 'sets'>,
  claims: readonly TransmittedClaim[],
): GoldenClaims {
  const submissionId = `${interchange.interchangeControlNumber}0001`;
  return {
    name,
    text: goldenText(name),
    interchange: { ...interchange, sets: [{ controlNumber: '0001', submissionId, claims }] },
  };
}

export const GOLDEN_CLAIMS: readonly GoldenClaims[] = [
  golden(
    '837p-subscriber-with-everything',
    {
      profile: partner({ lineEnd: '\n', applicationSender: 'RIVERBENDGS' }),
      interchangeControlNumber: '000000042',
      groupControlNumber: '17',
      moment: { date: '20260615', time: '0930' },
    },
    [transmitted('CG0000000000101', WITH_EVERYTHING)],
  ),
  golden(
    '837p-two-providers-and-a-dependent',
    {
      profile: partner(
        {
          receiverQualifier: '30',
          receiverId: '900000099',
          usage: 'P',
          isTa1Requested: false,
          delimiters: { element: '|', repetition: '!', component: '>' },
          lineEnd: '\r\n',
        },
        { receiver: { name: 'Sample payer', identifier: '900000099' } },
      ),
      interchangeControlNumber: '000000043',
      groupControlNumber: '18',
      moment: { date: '20260616', time: '0005' },
    },
    [
      transmitted('CG0000000000201', DEPENDENT),
      transmitted('CG0000000000202', OF_THE_PHYSICIAN),
      transmitted('CG0000000000203', OF_THE_CLINIC_AGAIN),
    ],
  ),
  golden(
    '837p-secondary-claim',
    {
      profile: partner({ lineEnd: '\n' }),
      interchangeControlNumber: '000000044',
      groupControlNumber: '19',
      moment: { date: '20260615', time: '0930' },
    },
    [transmitted('CG0000000000301', SECONDARY)],
  ),
];
