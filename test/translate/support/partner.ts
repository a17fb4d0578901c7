import { type PartnerProfile, partnerProfileSchema } from '../../../src/partners/profile.ts';

/** A trading partner of an invented clinic; `envelope` changes what its envelope says. */
export function partner(
  envelope: Readonly<Record<string, unknown>> = {},
  changes: Readonly<Record<string, unknown>> = {},
): PartnerProfile {
  return partnerProfileSchema.parse({
    id: 'sample-clearinghouse',
    name: 'Sample clearinghouse',
    kind: 'clearinghouse',
    sftp: {
      host: '127.0.0.1',
      username: 'sample',
      auth: { passwordRef: 'env:SAMPLE' },
      hostKeySha256: [`SHA256:${'A'.repeat(43)}`],
      upload: { directory: '/inbound', temporaryDirectory: '/uploading' },
      download: [{ directory: '/outbound' }],
    },
    envelope: { senderId: 'RIVERBEND', receiverId: 'CGCLEARING', usage: 'T', ...envelope },
    submitter: {
      name: 'Riverbend Billing',
      identifier: 'RVB001',
      contactName: 'Claims Desk',
      telephone: '6145550101',
    },
    receiver: { name: 'Sample Clearinghouse', identifier: 'CGCLEARING' },
    payers: ['*'],
    ...changes,
  });
}
