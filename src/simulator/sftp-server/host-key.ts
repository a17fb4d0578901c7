import { createHash } from 'node:crypto';
import type { ParsedKey } from 'ssh2';
import ssh2 from 'ssh2';

/** Makes an Ed25519 host key: the private key's text, to be kept, so that pins on it stay true. */
export function generateHostKey(): string {
  // ssh2 1.17 drops leading zero bytes of the public half: about one key in 256 cannot be read back.
  for (;;) {
    const { private: text } = ssh2.utils.generateKeyPairSync('ed25519');
    if (!(ssh2.utils.parseKey(text) instanceof Error)) return text;
  }
}

/** The key's fingerprint as `ssh-keygen -lf` prints it: `SHA256:` and base64 without padding (RFC 4253 §7). */
export function hostKeyFingerprint(privateKey: string): string {
  const digest = createHash('sha256').update(parsedKey(privateKey).getPublicSSH()).digest('base64');
  return `SHA256:${digest.replace(/=+$/, '')}`;
}

/** Reads a private or a public key; throws when the text is neither. */
export function parsedKey(text: string): ParsedKey {
  const key = ssh2.utils.parseKey(text);
  // The library gives an array for files that hold several keys, which its types do not say.
  const first = Array.isArray(key) ? (key[0] as ParsedKey | undefined) : key;
  if (first === undefined || first instanceof Error) throw new Error('the text is not an SSH key');
  return first;
}
