import { describe, expect, test } from 'vitest';
import { compiledGuideOf } from '../../../src/edi/guide/compile-guide.ts';
import type { Rule } from '../../../src/edi/rules/rule.ts';
import { indexRules, RuleDispatcher } from '../../../src/edi/rules/rule-dispatcher.ts';
import { tagText } from '../../../src/edi/syntax/tag.ts';
import { checkSet, SMALL_GUIDE, SOUND_SET } from '../support/small-guide.ts';

/** A rule that writes down what it is told; it listens from each segment `from` to the next `until`. */
function listening(told: string[], name: string, from: string, until: string): Rule {
  return {
    segments: [from],
    whileListening: { segments: ['SV1', until], loops: ['2400'] },
    begin: (_tell, listen) => ({
      segment({ cursor, place }) {
        const segment = tagText(cursor.tag);
        if (segment === from) listen(true);
        if (segment === until) listen(false);
        told.push(`${name} ${segment} ${place.segmentOrdinal}`);
      },
      loopEnded: (loop, next) => told.push(`${name} end of ${loop} before ${next.place.segmentOrdinal}`),
    }),
  };
}

function dispatcherOf(...rules: Rule[]): RuleDispatcher {
  return new RuleDispatcher(indexRules(rules, compiledGuideOf(SMALL_GUIDE)), SMALL_GUIDE, () => undefined);
}

describe('a dispatcher of rules', () => {
  test('tells a rule what it listens for only while it listens', () => {
    const told: string[] = [];
    checkSet(SOUND_SET, { checker: dispatcherOf(listening(told, 'rule', 'REF', 'HL')) });
    // The second claim has no REF.
    expect(told).toEqual([
      'rule REF 12',
      'rule REF 14',
      'rule SV1 19',
      'rule end of 2400 before 21',
      'rule SV1 22',
      'rule end of 2400 before 24',
      'rule HL 24',
    ]);
  });

  test('tells rules in their order, whether they listen or not', () => {
    const told: string[] = [];
    const always: Rule = {
      segments: ['2400/SV1'],
      begin: () => ({ segment: ({ place }) => told.push(`always ${place.segmentOrdinal}`) }),
    };
    const rules = [listening(told, 'first', 'CLM', 'HL'), always, listening(told, 'last', 'LX', 'DTP')];
    checkSet(SOUND_SET, { checker: dispatcherOf(...rules) });
    expect(told.filter((one) => / (19|28)$/.test(one))).toEqual([
      'first SV1 19',
      'always 19',
      'last SV1 19',
      'first SV1 28',
      'always 28',
      'last SV1 28',
    ]);
  });

  test('has no rule listen at the beginning of another set', () => {
    const told: string[] = [];
    const dispatcher = dispatcherOf(listening(told, 'rule', 'CLM', 'SBR'));
    checkSet(SOUND_SET, { checker: dispatcher });
    told.length = 0;
    dispatcher.restart();
    checkSet(SOUND_SET.split('\n').slice(0, 9).join('\n'), { checker: dispatcher, isComplete: false });
    expect(told).toEqual([]);
  });
});
