/** What the owner of the embedded database asks of its thread. */
export type WorkerRequest =
  | { readonly kind: 'execute'; readonly id: number; readonly bytes: Uint8Array }
  | { readonly kind: 'count' | 'close'; readonly id: number };

export type WorkerAnswer =
  | { readonly kind: 'opened'; readonly serverVersion: string }
  /** `isDurable` false: it could have been opened, and its commits would not have reached the disk. */
  | { readonly kind: 'not-opened'; readonly isDurable: boolean; readonly reason: string }
  | { readonly kind: 'executed'; readonly id: number; readonly bytes: Uint8Array }
  | { readonly kind: 'counted'; readonly id: number; readonly fsyncCount: number };
