import { z } from 'zod';
import { date, text } from './text-schemas.ts';

// Lengths are those of the elements that the texts go to (005010X222A1: NM1, N3, N4, REF, PER).

export const address = z.strictObject({
  line1: text(55),
  line2: text(55).exactOptional(),
  city: text(30, 2),
  state: text(2, 2),
  postalCode: text(15),
});

const organizationName = z.strictObject({ kind: z.literal('organization'), name: text(60) });

const personParts = {
  last: text(60),
  first: text(35).exactOptional(),
  middle: text(25).exactOptional(),
  suffix: text(10).exactOptional(),
};

const partyName = z.discriminatedUnion('kind', [
  organizationName,
  z.strictObject({ kind: z.literal('person'), ...personParts }),
]);

const personName = z.strictObject({ kind: z.literal('person').default('person'), ...personParts });

const contact = z.strictObject({
  name: text(60),
  telephone: z
    .string()
    .regex(/^\d{10}$/)
    .exactOptional(),
  email: text(256).exactOptional(),
});

export const submitter = z.strictObject({ name: text(60), identifier: text(80, 2), contact });

const npi = text(10);
const taxonomy = text(10);

export const billingProvider = z.strictObject({
  name: partyName,
  npi,
  taxId: z.strictObject({ kind: z.enum(['ein', 'ssn']), value: text(11) }),
  taxonomy: taxonomy.exactOptional(),
  address,
  contact: contact.exactOptional(),
});

export const namedProvider = z.strictObject({ name: partyName, npi, taxonomy: taxonomy.exactOptional() });

export const serviceFacility = z.strictObject({ name: text(60), npi: npi.exactOptional(), address });

const gender = z.enum(['F', 'M', 'U']);

export const subscriber = z.strictObject({
  name: personName,
  memberId: text(80, 2),
  groupNumber: text(50).exactOptional(),
  birthDate: date,
  gender,
  address,
});

export const dependentPatient = z.strictObject({
  relationship: text(2, 2),
  name: personName,
  birthDate: date,
  gender,
  address,
});

export const payer = z.strictObject({
  name: text(60),
  identifier: text(80, 2),
  filingIndicator: text(2),
  address: address.exactOptional(),
});
