import type { CodeSetId } from './code-set-ids.ts';
import type { CodeShape } from './code-shape.ts';

/** What a code set is, whatever list of it is loaded. */
export interface CodeSetDescription {
  /** For people. */
  readonly name: string;
  /** Its number among X12's external code sources; absent where the codes are X12's own (data elements 98 and 1365). */
  readonly codeSource?: string;
  /** What its codes look like; absent where the list alone decides. */
  readonly shapes?: readonly CodeShape[];
}

/**
 * CPT (AMA) and CDT (ADA) are licensed: here they have a shape and no list. NUBC's condition, occurrence and value
 * codes likewise.
 */
export const CODE_SET_DESCRIPTIONS: Readonly<Record<CodeSetId, CodeSetDescription>> = {
  'claim-adjustment-reason': { name: 'claim adjustment reason codes (CARC)', codeSource: '139' },
  'remittance-advice-remark': { name: 'remittance advice remark codes (RARC)', codeSource: '411' },
  'claim-status-category': { name: 'claim status category codes', codeSource: '507' },
  'claim-status': { name: 'claim status codes', codeSource: '508' },
  'entity-identifier': { name: 'entity identifier codes' },
  'service-type': { name: 'service type codes' },
  'place-of-service': { name: 'places of service (CMS)', codeSource: '237', shapes: ['99'] },
  revenue: { name: 'revenue codes (NUBC)', codeSource: '132', shapes: ['9999'] },
  'patient-status': { name: 'patient discharge status (NUBC)', codeSource: '239', shapes: ['99'] },
  'admission-type': { name: 'types of admission (NUBC)', codeSource: '231', shapes: ['9'] },
  'admission-source': { name: 'points of origin (NUBC)', codeSource: '230', shapes: ['X'] },
  condition: { name: 'condition codes (NUBC)', codeSource: '132', shapes: ['XX'] },
  occurrence: { name: 'occurrence codes (NUBC)', codeSource: '132', shapes: ['XX'] },
  'occurrence-span': { name: 'occurrence span codes (NUBC)', codeSource: '132', shapes: ['XX'] },
  value: { name: 'value codes (NUBC)', codeSource: '132', shapes: ['XX'] },
  'diagnosis-related-group': { name: 'diagnosis related groups', codeSource: '229', shapes: ['999[9]'] },
  'provider-taxonomy': { name: 'provider taxonomy (NUCC)', codeSource: '682', shapes: ['999XXXXXXx'] },
  hcpcs: { name: 'HCPCS level II', codeSource: '130', shapes: ['A9999'] },
  cpt: { name: 'CPT (HCPCS level I)', codeSource: '133', shapes: ['9999X'] },
  cdt: { name: 'CDT, dental procedures', codeSource: '135', shapes: ['d9999'] },
  'icd-10-cm': { name: 'ICD-10-CM diagnoses', codeSource: '897', shapes: ['A9X[XXXX]'] },
  'icd-10-pcs': { name: 'ICD-10-PCS procedures', codeSource: '896', shapes: ['PPPPPPP'] },
  'national-drug-code': { name: 'national drug codes (NDC)', codeSource: '240', shapes: ['99999999999'] },
  state: { name: 'states and provinces', codeSource: '22', shapes: ['AA'] },
  country: { name: 'countries (ISO 3166)', codeSource: '5', shapes: ['AA', 'AAA'] },
};
