import { expect, test } from 'vitest';
import { type FileSurvey, surveyFile } from '../../src/flows/survey-file.ts';
import { decodeLatin1 } from '../../src/main/latin-1.ts';
import {
  claimAcknowledgment,
  implementationAcknowledgment,
  remittanceAdvice,
  setInterchange,
  ta1,
} from './support/answers.ts';

async function survey(bytes: Uint8Array, pieceLength = bytes.length): Promise<FileSurvey> {
  async function* pieces(): AsyncGenerator<Uint8Array> {
    for (let start = 0; start < bytes.length; start += pieceLength) {
      yield bytes.slice(start, start + pieceLength);
    }
  }
  return await surveyFile(decodeLatin1, pieces());
}

const CLAIM = { patientControlNumber: 'A', status: 'A2:20', action: 'WQ' } as const;
const PAYMENT = { patientControlNumber: 'A', charge: '120', paid: '120', adjustments: [] };

test.each([
  { kind: 'TA1', bytes: ta1({ control: 1 }, '000000001') },
  {
    kind: '999',
    bytes: implementationAcknowledgment({ control: 1 }, '1', [{ control: '0001', verdict: 'A' }]),
  },
  { kind: '277CA', bytes: claimAcknowledgment({ control: 1 }, 'AY', [CLAIM]) },
  { kind: '835', bytes: remittanceAdvice({ control: 1 }, { amount: '120', trace: 'T1' }, [PAYMENT]) },
])('knows a $kind by what is in it, however it is cut into pieces', async ({ kind, bytes }) => {
  for (const pieceLength of [1, 7, 106, bytes.length]) {
    const found = await survey(bytes, pieceLength);
    expect(found).toMatchObject({ contents: [kind], hasKnownContent: true, hasUnknownSet: false });
    expect(found.problemCode).toBeUndefined();
    expect(found.interchanges.map((header) => header.controlNumber)).toEqual(['000000001']);
  }
});

test('tells a claim status answer from a 277CA by its guide alone', async () => {
  const bytes = setInterchange({ control: 1 }, { functional: 'HN', guide: '005010X212' }, [
    '277',
    'BHT*0010*08',
  ]);
  expect(await survey(bytes)).toMatchObject({
    contents: ['277'],
    hasKnownContent: false,
    hasUnknownSet: true,
  });
});

test('names what cuts a file short, wherever it is cut', async () => {
  const whole = remittanceAdvice({ control: 1 }, { amount: '120', trace: 'T1' }, [PAYMENT]);
  // The last two bytes are the line end and the terminator of IEA.
  for (let length = 1; length < whole.length - 1; length += 13) {
    expect((await survey(whole.slice(0, length))).problemCode).toMatch(
      /^(file\.(cut|not-x12)|(set|group|interchange)\.trailer-missing)$/,
    );
  }
});

test('says what is no X12 at all', async () => {
  expect((await survey(new TextEncoder().encode('%PDF-1.7 invented'))).problemCode).toBe('file.not-x12');
  expect((await survey(new Uint8Array())).problemCode).toBe('file.empty');
});
