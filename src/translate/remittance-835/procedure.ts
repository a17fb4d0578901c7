import type { Procedure } from '../../domain/claim/procedure.ts';

/** Components 3 to 6 of SVC01 and SVC06; component 7 describes in words and is not kept. */
const MODIFIERS_START = 2;
const MODIFIERS_STOP = 6;

/** A procedure out of its composite; undefined where qualifier or code is missing. */
export function procedureOf(components: readonly string[]): Procedure | undefined {
  const [qualifier = '', code = ''] = components;
  if (qualifier === '' || code === '') return undefined;
  const modifiers = components.slice(MODIFIERS_START, MODIFIERS_STOP);
  return { qualifier, code, modifiers: modifiers.includes('') ? modifiers.filter(isFilled) : modifiers };
}

function isFilled(text: string): boolean {
  return text !== '';
}

export function procedureComponents({ qualifier, code, modifiers }: Procedure): readonly string[] {
  return [qualifier, code, ...modifiers];
}
