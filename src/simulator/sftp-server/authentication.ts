import { createHash, timingSafeEqual } from 'node:crypto';
import type { AuthContext, ParsedKey, PublicKeyAuthContext } from 'ssh2';
import { parsedKey } from './host-key.ts';

export interface AuthorizedKey {
  readonly username: string;
  /** A line of `authorized_keys`: `ssh-ed25519 AAAA…`. */
  readonly publicKey: string;
}

export interface Credentials {
  /** Passwords by user name. */
  readonly users: Readonly<Record<string, string>>;
  readonly authorizedKeys: readonly AuthorizedKey[];
}

/** Gives the listener that lets in who has a password or the private half of an authorized key (RFC 4252 §7, §8). */
export function authenticator(credentials: Credentials): (context: AuthContext) => void {
  const passwords = new Map(Object.entries(credentials.users));
  const keys = credentials.authorizedKeys.map(({ username, publicKey }) => ({
    username,
    key: parsedKey(publicKey),
  }));

  function isAllowed(context: AuthContext): boolean {
    if (context.method === 'password') {
      const password = passwords.get(context.username);
      return password !== undefined && isSameText(password, context.password);
    }
    if (context.method !== 'publickey') return false;
    return keys.some(({ username, key }) => username === context.username && isProven(key, context));
  }

  return (context) => {
    if (isAllowed(context)) context.accept();
    else context.reject(['password', 'publickey']);
  };
}

/** Without a signature the client only asks whether the key would do; the proof comes in a second request. */
function isProven(key: ParsedKey, context: PublicKeyAuthContext): boolean {
  if (!key.getPublicSSH().equals(context.key.data)) return false;
  if (context.signature === undefined || context.blob === undefined) return true;
  return key.verify(context.blob, context.signature, context.hashAlgo);
}

function isSameText(one: string, other: string): boolean {
  return timingSafeEqual(digest(one), digest(other));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
