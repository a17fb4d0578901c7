import type { SetHeader } from '../edi/envelope/envelope-handler.ts';

/** What a partner's file can hold that a flow knows to apply. */
export type AnswerKind = 'TA1' | '999' | '277CA' | '835';

/**
 * What a transaction set is, by ST01 and the guide that ST03 (or GS08) names, never by the file's name.
 * The guide alone tells a 277CA (005010X214) from the other 277s. Undefined: nothing that a flow applies.
 */
export function identifySet({ identifier, guide }: SetHeader): Exclude<AnswerKind, 'TA1'> | undefined {
  if (identifier === '999') return isGuide(guide, '005010X231') ? '999' : undefined;
  if (identifier === '277') return isGuide(guide, '005010X214') ? '277CA' : undefined;
  if (identifier === '835') return isGuide(guide, '005010X221') ? '835' : undefined;
  return undefined;
}

/** Whether a guide is this one or an addendum of it (`A1` …). */
function isGuide(guide: string, base: string): boolean {
  return guide === base || (guide.startsWith(base) && /^[AE]\d$/.test(guide.slice(base.length)));
}
