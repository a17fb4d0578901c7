import { POSTING_RULE_NAMES, POSTING_RULES } from '../../domain/ledger/posting-rule.ts';
import type { EntryStory } from '../../flows/explain/entry-story.ts';
import { dollars, postingColumns, termWords } from './words.ts';

/** Each posting of an entry with the amounts that it is the sum of, their places, and the name of the rule. */
export function postingLines({ postings, unmoved }: EntryStory): string[] {
  const columns = postingColumns(postings);
  return [
    ...postings.flatMap(({ rule, terms, unexplainedCents }, index) => [
      terms.length === 0 ? `${columns[index] ?? ''} [${rule}]` : (columns[index] ?? ''),
      ...terms.map((term) => `    ${termWords(term)} [${rule}]`),
      ...(terms.length > 0 && unexplainedCents !== 0
        ? [`    ${dollars(unexplainedCents)} that the remittance does not say`]
        : []),
    ]),
    ...unmoved.map((term) => `${termWords(term)} [${term.rule}]`),
  ];
}

/** The rules that entries were posted by, each once, in words. */
export function rulesOf(entries: readonly EntryStory[]): string[] {
  const used = new Set(
    entries.flatMap(({ postings, unmoved }) => [...postings, ...unmoved].map((one) => one.rule)),
  );
  return POSTING_RULE_NAMES.filter((name) => used.has(name)).map(
    (name) => `${name}: ${POSTING_RULES[name].words}`,
  );
}
