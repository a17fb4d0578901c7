import type { SubmittedClaim } from '../flows/accept-claims.ts';
import type { MetricsDependencies } from './get-metrics.ts';

/** What the HTTP operations need; `main` binds it to the flows and a tenant. */
export interface ApiDependencies extends MetricsDependencies {
  /** Whether the bearer token is the one; compared in constant time. */
  isTokenValid(token: string): boolean;
  acceptClaims(body: Uint8Array): Promise<readonly SubmittedClaim[]>;
  /** The claim with status, attempts and facts; undefined when there is none. */
  findClaim(claimId: string): Promise<object | undefined>;
  /** Whether the database answers and the archive can be written. */
  isReady(): Promise<boolean>;
}
