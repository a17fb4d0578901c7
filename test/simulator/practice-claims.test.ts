import { beforeAll, describe, expect, test } from 'vitest';
import { sumCents } from '../../src/base/money.ts';
import { proveBalance } from '../../src/domain/remittance/balance.ts';
import type { Remittance } from '../../src/domain/remittance/remittance.ts';
import { adjudicate } from '../../src/simulator/payer/adjudicate.ts';
import { allProblems, checkTextByGuide } from '../edi/support/check-text.ts';
import { withoutPlaces } from '../translate/support/read-answers.ts';
import { answerText, remittancesOf, statusesOf } from './support/answers.ts';
import { claimInterchange, type NumberedClaim } from './support/claim-interchange.ts';
import { practiceClaims } from './support/practice-claims.ts';

let claims: NumberedClaim[];
beforeAll(async () => {
  claims = await practiceClaims();
});

type Answered = ReturnType<typeof answerText>;

/** The practice's claims in interchanges of so many, each answered with the memory of those before. */
function answersInBatchesOf(size: number): Answered[] {
  const answers: Answered[] = [];
  for (let start = 0; start < claims.length; start += size) {
    const text = claimInterchange({ control: start + 1, sets: [claims.slice(start, start + size)] });
    const counters = answers.at(-1)?.facts.counters;
    answers.push(answerText(text, counters === undefined ? {} : { counters }));
  }
  return answers;
}

function allRemittances(answers: readonly Answered[]): Remittance[] {
  return answers.flatMap(({ files }) =>
    files.filter(({ folder }) => folder === 'pending').flatMap(remittancesOf),
  );
}

/** What does not depend on numbers and envelopes: each claim's money, and what stands at provider level. */
function moneyOf(remittances: readonly Remittance[]): unknown {
  const byClaim = remittances.flatMap(({ payer, payee, claims: paid }) =>
    paid.map((claim): [string, unknown] => {
      const { patientControlNumber, paidCents, patientResponsibilityCents, statusCode, services } = claim;
      const lines = services.map((line) => [
        line.paidCents,
        withoutPlaces(line.adjustments),
        line.remarkCodes,
      ]);
      const parties = [payer.identifier, payee.npi];
      return [patientControlNumber, { parties, statusCode, paidCents, patientResponsibilityCents, lines }];
    }),
  );
  const providerLevel: Record<string, number> = {};
  for (const { payer, providerAdjustments } of remittances) {
    for (const { providerId, reasonCode, amountCents } of providerAdjustments) {
      const key = `${payer.identifier} ${providerId} ${reasonCode}`;
      providerLevel[key] = (providerLevel[key] ?? 0) + amountCents;
    }
  }
  return { byClaim: Object.fromEntries(byClaim), providerLevel };
}

function rulesUnder(seed: string): string[] {
  return claims.map(({ claim }) => adjudicate(claim, { seed }).rule);
}

describe('the claims of the practice sample under the usual seed', () => {
  test('meet every outcome', () => {
    const outcomes = new Set<string>();
    for (const { claim } of claims) {
      const result = adjudicate(claim, { seed: 'claimgate' });
      if (result.kind === 'rejected') {
        outcomes.add(`rejected by ${result.rejection.by}`);
        continue;
      }
      const deniedCount = result.lines.filter((line) => line.allowedCents === 0).length;
      if (deniedCount === result.lines.length) outcomes.add('claim denied');
      else outcomes.add(deniedCount === 0 ? result.rule : 'line denied');
      for (const { reasonCode } of result.providerShares) outcomes.add(`provider level ${reasonCode}`);
    }
    expect([...outcomes].toSorted()).toEqual([
      'all deductible',
      'claim denied',
      'coinsurance',
      'copay',
      'deductible',
      'line denied',
      'paid',
      'provider level E3',
      'provider level L6',
      'rejected by clearinghouse',
      'rejected by payer',
    ]);
  });

  test('are answered by files in which our own checker finds nothing', () => {
    const [answered] = answersInBatchesOf(claims.length);
    expect(answered?.files).toHaveLength(9);
    for (const { text } of answered?.files ?? []) expect(allProblems(checkTextByGuide(text))).toEqual([]);
  });

  test('are paid by remittances that balance at all three levels', () => {
    const remittances = allRemittances(answersInBatchesOf(claims.length));
    expect(remittances).toHaveLength(6);
    for (const remittance of remittances) {
      expect(remittance.unreadable).toEqual([]);
      expect(proveBalance(remittance)).toMatchObject({ isBalanced: true, failures: [] });
    }
    const paid = remittances.flatMap((remittance) => remittance.claims.map((claim) => claim.paidCents));
    expect(sumCents(paid)).toBeGreaterThan(0);
  });

  test('are each accepted or rejected by the clearinghouse, and then by their payer, and those are all paid', () => {
    const [answered] = answersInBatchesOf(claims.length);
    const told = answered?.files.filter(({ name }) => name.startsWith('277CA')).flatMap(statusesOf) ?? [];
    const ofClearinghouse = told.filter(({ from }) => from === 'clearinghouse');
    expect(ofClearinghouse.map((each) => each.patientControlNumber)).toEqual(
      claims.map(({ number }) => number),
    );
    const passedOn = ofClearinghouse.filter(({ outcome }) => outcome === 'accepted');
    const ofPayers = told.filter(({ from }) => from === 'payer');
    expect(numbersOf(ofPayers)).toEqual(numbersOf(passedOn));
    const paid = allRemittances([answered as Answered]).flatMap((remittance) => remittance.claims);
    expect(numbersOf(paid)).toEqual(numbersOf(ofPayers.filter(({ outcome }) => outcome === 'accepted')));
    const numberOf = new Map(
      ofPayers.map((each) => [each.patientControlNumber, each.payerClaimControlNumber]),
    );
    for (const claim of paid) {
      expect(claim.payerClaimControlNumber).toBe(numberOf.get(claim.patientControlNumber));
    }
  });

  test('come to the same money however they are batched', () => {
    const atOnce = moneyOf(allRemittances(answersInBatchesOf(claims.length)));
    for (const size of [1, 2, 7, 25])
      expect(moneyOf(allRemittances(answersInBatchesOf(size)))).toEqual(atOnce);
  });

  test('come to the same bytes when everything is the same, and to others under another seed', () => {
    expect(answersInBatchesOf(7)).toEqual(answersInBatchesOf(7));
    expect(rulesUnder('another')).not.toEqual(rulesUnder('claimgate'));
  });
});

function numbersOf(answered: readonly { readonly patientControlNumber: string }[]): string[] {
  return answered.map(({ patientControlNumber }) => patientControlNumber).toSorted();
}
