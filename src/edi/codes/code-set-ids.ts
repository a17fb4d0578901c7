/** The code sets that are known by name here. */
export const CODE_SET_IDS = [
  'claim-adjustment-reason',
  'remittance-advice-remark',
  'claim-status-category',
  'claim-status',
  'entity-identifier',
  'service-type',
  'place-of-service',
  'revenue',
  'patient-status',
  'admission-type',
  'admission-source',
  'condition',
  'occurrence',
  'occurrence-span',
  'value',
  'diagnosis-related-group',
  'provider-taxonomy',
  'hcpcs',
  'cpt',
  'cdt',
  'icd-10-cm',
  'icd-10-pcs',
  'national-drug-code',
  'state',
  'country',
] as const;

export type CodeSetId = (typeof CODE_SET_IDS)[number];

export function isCodeSetId(text: string): text is CodeSetId {
  return (CODE_SET_IDS as readonly string[]).includes(text);
}
