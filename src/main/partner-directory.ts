import { Failure } from '../base/failure.ts';
import { oneConnectionAtATime } from '../connectors/one-connection.ts';
import type { SftpOptions } from '../connectors/sftp/sftp-options.ts';
import { sftpTransport } from '../connectors/sftp/sftp-transport.ts';
import type { PartnerProfile } from '../partners/profile.ts';
import type { Transport } from '../ports/transport.ts';
import { readSecret } from './secrets.ts';
import type { Workspace } from './workspace.ts';

/** The trading partners of a working directory. */
export interface PartnerDirectory {
  profileOf(partnerId: string): PartnerProfile;
  transportOf(partnerId: string): Transport;
}

export function partnerDirectory(
  { directory, profiles }: Workspace,
  variables: NodeJS.ProcessEnv,
): PartnerDirectory {
  function profileOf(partnerId: string): PartnerProfile {
    const profile = profiles.find((candidate) => candidate.id === partnerId);
    if (profile !== undefined) return profile;
    // Work of a partner whose profile was taken away waits for it to come back.
    throw new Failure({
      code: 'partner.profile-missing',
      message: 'no profile of this trading partner is in the working directory',
      isRetryable: true,
    });
  }
  const transports = new Map<string, Transport>();
  return {
    profileOf,
    transportOf(partnerId) {
      const known = transports.get(partnerId);
      if (known !== undefined) return known;
      const { sftp } = profileOf(partnerId);
      const transport = oneConnectionAtATime({
        // Secrets are read anew for each connection, so that a changed password needs no restart.
        connect: async () => await sftpTransport(sftpOptions(sftp, { directory, variables })).connect(),
      });
      transports.set(partnerId, transport);
      return transport;
    },
  };
}

function sftpOptions(
  sftp: PartnerProfile['sftp'],
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
