declare module 'fs-native-extensions' {
  /** Asks for an exclusive lock on the whole file; false where another descriptor has it. */
  export function tryLock(descriptor: number): boolean;
}
