import { describe, expect, test } from 'vitest';
import { type FoldedFact, foldClaim } from '../../../src/domain/claim/fold.ts';
import { ANSWER_KINDS, isAwaited } from '../../../src/domain/exchange/answer-kind.ts';
import { acceptedFact, batched, delivered, fact277ca, fact835, fact999, ta1 } from '../support/facts.ts';

const SENT = [acceptedFact, batched(), delivered()];

/** Everything that the claim waits for. */
function awaited(...facts: readonly FoldedFact[]): string[] {
  const { awaiting } = foldClaim(facts);
  return ANSWER_KINDS.filter((answer) => isAwaited(answer, awaiting));
}

describe('a claim waits', () => {
  test.each<[string, readonly FoldedFact[], readonly string[]]>([
    ['for nothing before the partner has it', [acceptedFact, batched()], []],
    ['for everything once the partner has it', SENT, ['TA1', '999', '277CA', '835']],
    ['for a 999 after a TA1', [...SENT, ta1('accepted')], ['999', '277CA', '835']],
    ['for no TA1 after a 999', [...SENT, fact999('accepted')], ['277CA', '835']],
    [
      'for a 999 when one speaks of another set',
      [...SENT, fact999('accepted', { set: '0002' })],
      ['TA1', '999', '277CA', '835'],
    ],
    ['for no 999 after a 277CA', [...SENT, fact277ca('clearinghouse', 'accepted')], ['835']],
    ['for nothing after a TA1 that rejects', [...SENT, ta1('rejected')], []],
    ['for nothing after a 999 that rejects', [...SENT, ta1('accepted'), fact999('rejected')], []],
    ['for nothing after a 277CA that rejects', [...SENT, fact277ca('payer', 'rejected')], []],
    [
      'for an 835 where the payer accepted what the clearinghouse had rejected',
      [...SENT, fact277ca('clearinghouse', 'rejected'), fact277ca('payer', 'accepted')],
      ['835'],
    ],
    ['for nothing after an 835 that decides', [...SENT, fact835('denied')], []],
    [
      'for an 835 after an estimate',
      [...SENT, fact999('accepted'), fact835('predetermination')],
      ['277CA', '835'],
    ],
    ['for the next payer’s 835 once it was forwarded', [...SENT, fact835('forwarded-not-ours')], ['835']],
    [
      'anew when it is sent again',
      [...SENT, fact277ca('payer', 'rejected', { attempt: 1 }), batched(2), delivered('I2')],
      ['TA1', '999', '277CA', '835'],
    ],
  ])('%s', (_, facts, expected) => {
    expect(awaited(...facts)).toEqual(expected);
    expect(awaited(...facts.toReversed())).toEqual(expected);
  });
});
