/** A query that node-x12 answers right, taken apart. */
export interface PeerQuery {
  /** As node-x12 takes it. */
  readonly text: string;
  /** The segment whose loop the answers stand in: LX of `LX-SV102` and `FOREACH(LX)=>SV102`. */
  readonly pathTag?: string;
  /** The segment and the position of the element asked for. */
  readonly tag: string;
  readonly element: number;
}

/** Why a query is not put to node-x12. */
export interface QueryRefusal {
  readonly sentence: string;
}

const TAG = '[A-Z][A-Z0-9]{1,2}';
/** Text that no part of its language is found in: it looks for a path (`LX-`) in qualifiers too. */
const TEXT = `[^-+=()\\[\\]"']+`;
const QUALIFIER = `:${TAG}\\d\\d\\[(?:"${TEXT}"|'${TEXT}')\\]`;
const QUERY = new RegExp(`^(?:FOREACH\\((${TAG})\\)=>|(${TAG})-)?(${TAG})(\\d\\d)((?:${QUALIFIER})*)$`);
const ENVELOPE = /^(ISA|GS|ST|SE|GE|IEA)$/;

/**
 * Reads a query of node-x12's language. Some of what it takes it answers wrong (1.7.1, each seen): that is refused, with
 * a sentence for the person who asked.
 */
export function readPeerQuery(text: string): PeerQuery | QueryRefusal {
  if (text.startsWith('HL+')) {
    return refusal('paths of levels (HL+20+22-CLM01) lose every subscriber behind the first dependent');
  }
  if (text.startsWith('CONCAT(')) {
    return refusal('CONCAT puts the first value of the set before every answer; ask for each element alone');
  }
  const [, forEach, path, tag = '', position = '', qualifiers = ''] = QUERY.exec(text) ?? [];
  if (tag === '' || position === '00') {
    return new RegExp(`^(${TAG}-){2}`).test(text)
      ? refusal(
          'paths of several segments (CLM-LX-SV102) lose all but the first of the last one; name that one alone',
        )
      : refusal('a query is an element such as CLM02, REF02:REF01["D9"] or LX-SV102');
  }
  for (const [, qualified] of qualifiers.matchAll(new RegExp(`:(${TAG})\\d\\d\\[`, 'g'))) {
    if (qualified !== tag) {
      return refusal(
        'a qualifier of another segment (CAS03:CLP02["1"]) is found in claims before; qualify by the same segment',
      );
    }
  }
  if (qualifiers !== '' && ENVELOPE.test(tag))
    return refusal('qualifiers of envelope segments are not looked at');
  const pathTag = forEach ?? path;
  return { text, tag, element: Number(position), ...(pathTag === undefined ? {} : { pathTag }) };
}

function refusal(sentence: string): QueryRefusal {
  return { sentence };
}
