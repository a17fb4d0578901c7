/** Which of many pollers of a directory fetches which file. Never a matter of correctness: only of work done once. */
export interface FileLeases {
  /** Takes what no other owner holds, on the database's clock; gives the paths that were taken. */
  take(
    partnerId: string,
    remotePaths: readonly string[],
    lease: { readonly owner: string; readonly leaseSeconds: number },
  ): Promise<ReadonlySet<string>>;
  /** Gives back what is still the owner's. */
  release(partnerId: string, remotePaths: readonly string[], owner: string): Promise<void>;
}
