import { describe, expect, test } from 'vitest';
import { InterchangeInspector, type InterchangeSummary } from '../../src/edi/inspect.ts';
import { decodeLatin1 } from './support/latin-1.ts';
import { readSample } from './support/samples.ts';

function inspect(name: string): readonly InterchangeSummary[] {
  const inspector = new InterchangeInspector(decodeLatin1);
  inspector.feed(readSample('valid', name));
  return inspector.finish();
}

describe('the summary of a file', () => {
  test('counts claims and charges of an 837', () => {
    const [interchange] = inspect('837p-dependent-and-second-claim');
    expect(interchange?.isComplete).toBe(true);
    expect(interchange?.header.senderId).toBe('RIVERSIDEFP');
    expect(interchange?.groups[0]?.sets).toEqual([
      {
        identifier: '837',
        controlNumber: '0001',
        guide: '005010X222A1',
        guideName: 'professional claims (837P)',
        isComplete: true,
        segmentCount: 49,
        claimCount: 2,
        chargeCents: 15550,
        answeredSetCount: 0,
      },
    ]);
  });

  test('counts claim payments and the payment of an 835', () => {
    const [interchange] = inspect('835-paid-denied-and-recovery');
    expect(interchange?.groups[0]?.sets[0]).toMatchObject({
      guideName: 'remittance advice (835)',
      claimCount: 2,
      chargeCents: 24550,
      paymentCents: 7050,
    });
  });

  test('counts the claims of a 277CA and the sets that a 999 answers', () => {
    expect(inspect('277ca-accepted-and-rejected-claim')[0]?.groups[0]?.sets[0]?.claimCount).toBe(2);
    expect(inspect('999-partially-accepted')[0]?.groups[0]?.sets[0]?.answeredSetCount).toBe(2);
  });

  test('tells what a TA1 answers', () => {
    expect(inspect('ta1-rejected')[0]?.acknowledgments).toEqual([
      { controlNumber: '000000102', verdict: 'R', note: '021' },
    ]);
  });

  test('tells two interchanges of one file apart', () => {
    expect(inspect('ta1-and-999-two-interchanges').map((one) => one.header.controlNumber)).toEqual([
      '000000501',
      '000000503',
    ]);
  });
});
