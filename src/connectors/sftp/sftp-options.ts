import type { Algorithms, CipherAlgorithm, KexAlgorithm, MacAlgorithm, ServerHostKeyAlgorithm } from 'ssh2';

export interface SftpOptions {
  readonly host: string;
  readonly port: number;
  readonly username: string;
  readonly password?: string;
  /** A private key's text; `passphrase` where it is encrypted. */
  readonly privateKey?: string;
  readonly passphrase?: string;
  /** Pinned host keys, `SHA256:…` as `ssh-keygen -lf` prints them. No match, no connection. */
  readonly hostKeySha256: readonly string[];
  /** What a partner needs beside `ALGORITHMS`, after them in preference. */
  readonly olderAlgorithms?: OlderAlgorithms;
  /** How long the partner may stay silent within one operation. */
  readonly operationTimeoutMs: number;
}

/** Algorithms that are no longer offered unless a partner's profile asks for them. */
export interface OlderAlgorithms {
  readonly kex?: readonly KexAlgorithm[];
  readonly serverHostKey?: readonly ServerHostKeyAlgorithm[];
  readonly cipher?: readonly CipherAlgorithm[];
  readonly hmac?: readonly MacAlgorithm[];
}

/**
 * What we speak: the library's own defaults still hold `ssh-rsa` signatures, SHA-1 MACs and CBC ciphers,
 * which OpenSSH has dropped (RFC 9142).
 */
const ALGORITHMS = {
  kex: [
    'curve25519-sha256',
    'curve25519-sha256@libssh.org',
    'ecdh-sha2-nistp256',
    'ecdh-sha2-nistp384',
    'ecdh-sha2-nistp521',
    'diffie-hellman-group-exchange-sha256',
    'diffie-hellman-group16-sha512',
    'diffie-hellman-group18-sha512',
    'diffie-hellman-group14-sha256',
  ],
  serverHostKey: [
    'ssh-ed25519',
    'ecdsa-sha2-nistp256',
    'ecdsa-sha2-nistp384',
    'ecdsa-sha2-nistp521',
    'rsa-sha2-512',
    'rsa-sha2-256',
  ],
  cipher: [
    'aes128-gcm@openssh.com',
    'aes256-gcm@openssh.com',
    'chacha20-poly1305@openssh.com',
    'aes128-ctr',
    'aes192-ctr',
    'aes256-ctr',
  ],
  hmac: ['hmac-sha2-256-etm@openssh.com', 'hmac-sha2-512-etm@openssh.com', 'hmac-sha2-256', 'hmac-sha2-512'],
} as const;

/** What to offer in the handshake, best first. */
export function algorithmsOf(older: OlderAlgorithms = {}): Algorithms {
  return {
    kex: [...ALGORITHMS.kex, ...(older.kex ?? [])],
    serverHostKey: [...ALGORITHMS.serverHostKey, ...(older.serverHostKey ?? [])],
    cipher: [...ALGORITHMS.cipher, ...(older.cipher ?? [])],
    hmac: [...ALGORITHMS.hmac, ...(older.hmac ?? [])],
  };
}
