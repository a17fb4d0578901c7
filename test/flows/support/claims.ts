import { type PartnerProfile, partnerProfileSchema } from '../../../src/partners/profile.ts';

const ADDRESS = { line1: '1 Sample Street', city: 'Springfield', state: 'IL', postalCode: '627010001' };

/** The JSON form of a claim that passes every edit: one office visit of 120.00. All of it is invented. */
export function claimInput(
  accountNumber: string,
  changes: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> {
  return {
    accountNumber,
    placeOfService: '11',
    charge: '120.00',
    billingProvider: {
      name: { kind: 'organization', name: 'Invented Family Practice' },
      npi: '1999999984',
      taxId: { kind: 'ein', value: '000000001' },
      address: ADDRESS,
    },
    payer: { name: 'Invented Health Plan', identifier: 'INVENTED1', filingIndicator: 'CI' },
    subscriber: {
      name: { last: 'Sampleton', first: 'Ada' },
      memberId: 'M0000001',
      birthDate: '1980-02-03',
      gender: 'F',
      address: ADDRESS,
    },
    diagnoses: ['J069'],
    lines: [
      {
        procedure: { code: '99213' },
        charge: '120.00',
        diagnosisPointers: [1],
        serviceDate: '2026-03-02',
      },
    ],
    ...changes,
  };
}

/** NDJSON of values, and of texts as they are. */
export function ndjson(values: readonly unknown[]): Uint8Array {
  const lines = values.map((value) => (typeof value === 'string' ? value : JSON.stringify(value)));
  return new TextEncoder().encode(`${lines.join('\n')}\n`);
}

export function testProfile(changes: Readonly<Record<string, unknown>> = {}): PartnerProfile {
  return partnerProfileSchema.parse({
    id: 'invented-clearinghouse',
    name: 'Invented Clearinghouse',
    kind: 'clearinghouse',
    sftp: {
      host: '127.0.0.1',
      username: 'invented',
      auth: { passwordRef: 'env:INVENTED' },
      hostKeySha256: [`SHA256:${'A'.repeat(43)}`],
      upload: { directory: '/in', temporaryDirectory: '/tmp' },
      download: [{ directory: '/out' }],
    },
    envelope: { senderId: 'GATEWAY', receiverId: 'CLEARING', usage: 'T' },
    submitter: {
      name: 'Invented Billing Service',
      identifier: 'BILLING1',
      contactName: 'Claims Desk',
      telephone: '5550100100',
    },
    receiver: { name: 'Invented Clearinghouse', identifier: 'CLEARING' },
    payers: ['*'],
    ...changes,
  });
}
