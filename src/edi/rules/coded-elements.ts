import { invariant } from '../../base/invariant.ts';
import type { CodeSet } from '../codes/code-set.ts';
import type { CodeSetId } from '../codes/code-set-ids.ts';
import { codeSetOfSource, codeSetsOfQualifier } from '../codes/code-set-of-element.ts';
import type { CodeSets } from '../codes/code-sets.ts';
import type { CompositeRule, ElementRule, Guide, LoopRule, SegmentRule } from '../guide/guide.ts';
import { type Tag, tagOf } from '../syntax/tag.ts';

/** An element, or a component of one, whose codes are kept outside the guide. */
export interface CodedElement extends ElementPlace {
  /** Which day decides about its codes: sets that share a place share that. */
  readonly timing: CodeTiming;
  /** The lengths that the guide allows; what is shorter or longer is told as that. */
  readonly min: number;
  readonly max: number;
  /** The set that its code is of; undefined where the qualifier decides. */
  readonly set: CodeSet | undefined;
  /** Beside it, which sets its code may be of; in a composite the two are its first components. */
  readonly qualifier: CodeQualifier | undefined;
  /** Behind a state: the country that it lies in. Only those of the United States and Canada are listed. */
  readonly country: ElementPlace | undefined;
}

export interface CodeQualifier extends ElementPlace {
  /** By the qualifier, packed. */
  readonly sets: ReadonlyMap<Tag, readonly CodeSet[]>;
}

/** Where an element stands in its segment; `component` is 0 for a simple element. */
export interface ElementPlace {
  readonly position: number;
  readonly component: number;
}

/** Which day decides about a code: of the service, of the payment, or of the set, which a status is of. */
export type CodeTiming = 'service' | 'payment' | 'set';

export function timingOf(id: CodeSetId): CodeTiming {
  if (id === 'claim-adjustment-reason' || id === 'remittance-advice-remark') return 'payment';
  return id === 'claim-status' || id === 'claim-status-category' ? 'set' : 'service';
}

const COUNTRY_ELEMENT = '26';
/** CLM05: the qualifier of the facility code stands behind it. */
const FACILITY = 'C023';

/**
 * The coded elements of a guide, by segment identifier and in the order of the segment: those of which the guide names
 * the code source, and those that a qualifier beside them tells. A segment identifier has the same coded elements in all
 * loops of a guide.
 */
export function codedElementsOf(guide: Guide, codeSets: CodeSets): ReadonlyMap<string, CodedElement[]> {
  const bySegment = new Map<string, Map<string, CodedElement>>();
  for (const segment of guide.children.flatMap(segmentsOf)) {
    const known = bySegment.get(segment.id) ?? new Map<string, CodedElement>();
    for (const coded of codedElementsIn(segment, codeSets)) {
      const key = `${coded.position}-${coded.component}`;
      known.set(key, joined(known.get(key), coded));
    }
    if (known.size > 0) bySegment.set(segment.id, known);
  }
  return new Map([...bySegment].map(([id, coded]) => [id, [...coded.values()].toSorted(byPlace)]));
}

function segmentsOf(rule: SegmentRule | LoopRule): SegmentRule[] {
  return rule.kind === 'loop' ? rule.children.flatMap(segmentsOf) : [rule];
}

function codedElementsIn({ elements }: SegmentRule, codeSets: CodeSets): CodedElement[] {
  const simple = codedIn(elements, '', (index) => ({ position: index + 1, component: 0 }), codeSets);
  const inside = elements.flatMap((element, at) =>
    element.kind === 'element'
      ? []
      : codedIn(
          element.components,
          element.id,
          (index) => ({ position: at + 1, component: index + 1 }),
          codeSets,
        ),
  );
  return [...simple, ...inside];
}

function codedIn(
  rules: readonly (ElementRule | CompositeRule)[],
  composite: string,
  placeOf: (index: number) => ElementPlace,
  codeSets: CodeSets,
): CodedElement[] {
  const coded: CodedElement[] = [];
  for (const [index, rule] of rules.entries()) {
    if (rule.kind === 'composite' || rule.usage === 'N' || rule.codes !== undefined) continue;
    const set = rule.codeSource && codeSetOfSource(rule.codeSource, rule.dataElement);
    const qualifierIndex = composite === FACILITY ? index + 1 : index - 1;
    const place = { ...placeOf(index), min: rule.min, max: rule.max };
    if (set) {
      const country = set === 'state' ? countryAmong(rules, placeOf) : undefined;
      const timing = timingOf(set);
      coded.push({ ...place, timing, set: codeSets.byId(set), qualifier: undefined, country });
      continue;
    }
    const sets = setsOfQualifier(rules[qualifierIndex], codeSets);
    const [first] = [...sets.values()].flat();
    if (first === undefined) continue;
    const qualifier = { ...placeOf(qualifierIndex), sets };
    invariant(
      composite === '' || index + qualifierIndex === 1,
      'a qualifier and its code begin their composite',
    );
    coded.push({ ...place, timing: timingOf(first.id), set: undefined, qualifier, country: undefined });
  }
  return coded;
}

function countryAmong(
  rules: readonly (ElementRule | CompositeRule)[],
  placeOf: (index: number) => ElementPlace,
): ElementPlace | undefined {
  const index = rules.findIndex((rule) => rule.kind === 'element' && rule.dataElement === COUNTRY_ELEMENT);
  return index < 0 ? undefined : placeOf(index);
}

function setsOfQualifier(
  rule: ElementRule | CompositeRule | undefined,
  codeSets: CodeSets,
): Map<Tag, readonly CodeSet[]> {
  const sets = new Map<Tag, readonly CodeSet[]>();
  if (rule?.kind !== 'element') return sets;
  for (const code of rule.codes ?? []) {
    const ids = codeSetsOfQualifier(rule.dataElement, code);
    if (ids.length > 0)
      sets.set(
        tagOf(code),
        ids.map((id) => codeSets.byId(id)),
      );
  }
  return sets;
}

/** The same place in two loops: the guide may allow other qualifiers there. */
function joined(one: CodedElement | undefined, other: CodedElement): CodedElement {
  if (one?.qualifier === undefined || other.qualifier === undefined) return one ?? other;
  const sets = new Map([...one.qualifier.sets, ...other.qualifier.sets]);
  return { ...one, qualifier: { ...one.qualifier, sets } };
}

function byPlace(one: CodedElement, other: CodedElement): number {
  return one.position - other.position || one.component - other.component;
}
