import type { CodeSetId } from './code-set-ids.ts';

/** Code sets that an X12 code source number names alone. */
const BY_SOURCE: ReadonlyMap<string, CodeSetId> = new Map([
  ['22', 'state'],
  ['133', 'cpt'],
  ['135', 'cdt'],
  ['139', 'claim-adjustment-reason'],
  ['229', 'diagnosis-related-group'],
  ['230', 'admission-source'],
  ['231', 'admission-type'],
  ['237', 'place-of-service'],
  ['239', 'patient-status'],
  ['240', 'national-drug-code'],
  ['411', 'remittance-advice-remark'],
  ['507', 'claim-status-category'],
  ['508', 'claim-status'],
  ['682', 'provider-taxonomy'],
  ['896', 'icd-10-pcs'],
  ['897', 'icd-10-cm'],
]);

/** By source and number of the data element, where a source keeps several sets: ISO's of places, NUBC's of a bill. */
const BY_SOURCE_AND_ELEMENT: ReadonlyMap<string, CodeSetId> = new Map([
  ['5 26', 'country'],
  ['132 234', 'revenue'],
]);

/**
 * The code set that decides about an element of a guide, from the code source that the guide names and the element's
 * number; undefined where no set of it is kept here.
 */
export function codeSetOfSource(codeSource: string, dataElement: string): CodeSetId | undefined {
  return BY_SOURCE.get(codeSource) ?? BY_SOURCE_AND_ELEMENT.get(`${codeSource} ${dataElement}`);
}

/** HCPCS level I is CPT; its dental codes are CDT. The order matters: a dental code has the shape of level II too. */
const HCPCS: readonly CodeSetId[] = ['cpt', 'cdt', 'hcpcs'];

/** By the number of the qualifier's data element and the qualifier. */
const BY_QUALIFIER: ReadonlyMap<string, readonly CodeSetId[]> = new Map([
  // Reference identification qualifier: PRV02 beside PRV03.
  ['128 PXC', ['provider-taxonomy']],
  // Product or service qualifier: SV101-1, SV202-1, SV301-1, SVC01-1, SVD03-1, LIN02.
  ['235 AD', ['cdt']],
  ['235 HC', HCPCS],
  ['235 N4', ['national-drug-code']],
  ['235 NU', ['revenue']],
  // Code list qualifier: the composites of HI, LQ01 beside LQ02.
  ['1270 ABF', ['icd-10-cm']],
  ['1270 ABJ', ['icd-10-cm']],
  ['1270 ABK', ['icd-10-cm']],
  ['1270 ABN', ['icd-10-cm']],
  ['1270 APR', ['icd-10-cm']],
  ['1270 BBQ', ['icd-10-pcs']],
  ['1270 BBR', ['icd-10-pcs']],
  ['1270 BE', ['value']],
  ['1270 BG', ['condition']],
  ['1270 BH', ['occurrence']],
  ['1270 BI', ['occurrence-span']],
  ['1270 BO', HCPCS],
  ['1270 BP', HCPCS],
  ['1270 DR', ['diagnosis-related-group']],
  ['1270 HE', ['remittance-advice-remark']],
  // Facility code qualifier: CLM05-2 beside CLM05-1. A is a type of bill, of which no list is kept.
  ['1332 B', ['place-of-service']],
]);

const NONE: readonly CodeSetId[] = [];

/**
 * The code sets that the code beside a qualifier may be of; the first whose shape it has decides about it. None for a
 * qualifier of something else.
 */
export function codeSetsOfQualifier(dataElement: string, qualifier: string): readonly CodeSetId[] {
  return BY_QUALIFIER.get(`${dataElement} ${qualifier}`) ?? NONE;
}
