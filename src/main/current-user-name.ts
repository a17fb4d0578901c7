import { userInfo } from 'node:os';

/** The name of whoever runs this process, or its number where a container gives it no name. */
export function currentUserName(): string {
  try {
    return userInfo().username;
  } catch {
    return `user ${process.getuid?.() ?? 'unknown'}`;
  }
}
