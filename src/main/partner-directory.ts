import { Failure } from '../base/failure.ts';
import { oneConnectionAtATime } from '../connectors/one-connection.ts';
import type { SftpOptions } from '../connectors/sftp/sftp-options.ts';
import { sftpTransport } from '../connectors/sftp/sftp-transport.ts';
import type { MailboxProfile, PartnerProfile } from '../partners/profile.ts';
import type { Transport } from '../ports/transport.ts';
import { readSecret } from './secrets.ts';
import type { Workspace } from './workspace.ts';

/** The trading partners of a working directory. */
export interface PartnerDirectory {
  /** A partner that takes claims. */
  profileOf(partnerId: string): PartnerProfile;
  /** A partner or a bank. */
  mailboxOf(partnerId: string): MailboxProfile;
  transportOf(partnerId: string): Transport;
}

export function partnerDirectory(
  { directory, profiles }: Workspace,
  variables: NodeJS.ProcessEnv,
): PartnerDirectory {
  function mailboxOf(partnerId: string): MailboxProfile {
    const profile = profiles.find((candidate) => candidate.id === partnerId);
    if (profile !== undefined) return profile;
    throw profileMissing();
  }
  const transports = new Map<string, Transport>();
  return {
    mailboxOf,
    profileOf(partnerId) {
      const profile = mailboxOf(partnerId);
      if (profile.kind === 'bank') throw profileMissing();
      return profile;
    },
    transportOf(partnerId) {
      const known = transports.get(partnerId);
      if (known !== undefined) return known;
      const { sftp } = mailboxOf(partnerId);
      const transport = oneConnectionAtATime({
        // Secrets are read anew for each connection, so that a changed password needs no restart.
        connect: async () => await sftpTransport(sftpOptions(sftp, { directory, variables })).connect(),
      });
      transports.set(partnerId, transport);
      return transport;
    },
  };
}

/** Work of a partner whose profile was taken away waits for it to come back. */
function profileMissing(): Failure {
  return new Failure({
    code: 'partner.profile-missing',
    message: 'no profile of this trading partner is in the working directory',
    isRetryable: true,
  });
}

function sftpOptions(
  sftp: MailboxProfile['sftp'],
  from: { readonly directory: string; readonly variables: NodeJS.ProcessEnv },
): SftpOptions {
  const { host, port, username, auth, hostKeySha256, olderAlgorithms, operationTimeoutMs } = sftp;
  const secret = (reference: string): string => readSecret(reference, from).reveal();
  return {
    host,
    port,
    username,
    hostKeySha256,
    operationTimeoutMs,
    ...(olderAlgorithms === undefined ? {} : { olderAlgorithms }),
    ...('passwordRef' in auth
      ? { password: secret(auth.passwordRef) }
      : {
          privateKey: secret(auth.privateKeyRef),
          ...(auth.passphraseRef === undefined ? {} : { passphrase: secret(auth.passphraseRef) }),
        }),
  };
}
