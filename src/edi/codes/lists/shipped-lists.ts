import { PLACES_OF_SERVICE } from '../../../base/places.ts';
import type { CodeList } from '../code-list.ts';
import type { CodeSetId } from '../code-set-ids.ts';
import { CLAIM_ADJUSTMENT_REASON_LIST } from './claim-adjustment-reason.ts';
import { CLAIM_STATUS_LIST } from './claim-status.ts';
import { CLAIM_STATUS_CATEGORY_LIST } from './claim-status-category.ts';
import { ENTITY_IDENTIFIER_LIST } from './entity-identifier.ts';
import { HCPCS_LIST } from './hcpcs.ts';
import { ADMISSION_SOURCE_LIST, ADMISSION_TYPE_LIST, PATIENT_STATUS_LIST } from './institutional-claim.ts';
import { PROVIDER_TAXONOMY_LIST } from './provider-taxonomy.ts';
import { REMITTANCE_ADVICE_REMARK_LIST } from './remittance-advice-remark.ts';
import { REVENUE_LIST } from './revenue.ts';
import { SERVICE_TYPE_LIST } from './service-type.ts';
import { readShippedList } from './shipped-list.ts';
import { COUNTRY_LIST, stateList } from './states-and-countries.ts';

const TEXTS = [
  CLAIM_ADJUSTMENT_REASON_LIST,
  REMITTANCE_ADVICE_REMARK_LIST,
  CLAIM_STATUS_CATEGORY_LIST,
  CLAIM_STATUS_LIST,
  ENTITY_IDENTIFIER_LIST,
  SERVICE_TYPE_LIST,
  REVENUE_LIST,
  PATIENT_STATUS_LIST,
  ADMISSION_TYPE_LIST,
  ADMISSION_SOURCE_LIST,
  PROVIDER_TAXONOMY_LIST,
  HCPCS_LIST,
  COUNTRY_LIST,
];

/** Reads the list of a set that is shipped; undefined for a set without one. */
export function shippedList(id: CodeSetId): CodeList | undefined {
  if (id === 'place-of-service') return placeOfServiceList();
  if (id === 'state') return stateList();
  const text = TEXTS.find((list) => list.id === id);
  return text === undefined ? undefined : readShippedList(text);
}

function placeOfServiceList(): CodeList {
  return readShippedList({
    id: 'place-of-service',
    asOf: '2024-05-01',
    text: `- - ${[...PLACES_OF_SERVICE.keys()].join(' ')}`,
  });
}
