import { createHash, timingSafeEqual } from 'node:crypto';
import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { buildApi } from '../api/server.ts';
import { Failure } from '../base/failure.ts';
import type { RunningApi } from '../cli/gateway.ts';
import { acceptClaims, type SubmittedClaim } from '../flows/accept-claims.ts';
import { findClaims } from '../flows/find-claims.ts';
import type { Composition } from './composition.ts';
import { readSecret } from './secrets.ts';
import { archiveDirectory, type Workspace } from './workspace.ts';

/** Starts the HTTP API where the configuration says; a Failure when the port is taken. */
export async function startApi(
  composition: Composition,
  { workspace, variables }: { readonly workspace: Workspace; readonly variables: NodeJS.ProcessEnv },
): Promise<RunningApi> {
  const { tenantId, store } = composition;
  const { directory, claimPartners: profiles } = workspace;
  const { host, port, tokenRef } = workspace.configuration.api;
  const expected = digest(readSecret(tokenRef, { directory, variables }).reveal());
  const server = buildApi({
    // Digests have one length, whatever was sent.
    isTokenValid: (token) => timingSafeEqual(digest(token), expected),
    async acceptClaims(body) {
      const outcomes: SubmittedClaim[] = [];
      for await (const outcome of acceptClaims({ ...composition, profiles }, tenantId, [body])) {
        outcomes.push(outcome);
      }
      return outcomes;
    },
    async findClaim(claimId) {
      const found = await findClaims(composition, tenantId, claimId);
      return found.find((claim) => claim.id === claimId);
    },
    async isReady() {
      await store.inTransaction(tenantId, ({ installation }) => installation.archiveId());
      await access(archiveDirectory(directory), constants.W_OK);
      return true;
    },
    metricsText: () => composition.metrics.text(),
  });
  try {
    const url = await server.listen({ host, port });
    return { url, stop: () => server.close() };
  } catch (error) {
    throw new Failure({
      code: 'api.address-unavailable',
      message: 'the API cannot listen at the configured address; see api in claimgate.yaml',
      isRetryable: false,
      cause: error,
    });
  }
}

function digest(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
