import type { FastifyInstance } from 'fastify';
import type { ApiDependencies } from './api-dependencies.ts';
import { sendProblem } from './problem-details.ts';

/**
 * `POST /v1/claims`: one claim (JSON), several (JSON array) or NDJSON. 202 with one result a claim, in order;
 * bad claims are refused with their errors while the good ones go on. Sending the same claim again is safe:
 * its account number (with frequency) is its idempotency key, for ever.
 */
export function addPostClaims(server: FastifyInstance, dependencies: ApiDependencies): void {
  server.post('/v1/claims', async (request, reply) => {
    const body = request.body;
    if (!(body instanceof Uint8Array) || body.length === 0) {
      return sendProblem(reply, {
        status: 400,
        title: 'No claims',
        detail: 'send one claim or an array of claims as application/json, or application/x-ndjson',
      });
    }
    const claims = await dependencies.acceptClaims(body);
    // All refused: the caller's tools should see a failure without reading the body.
    const status = claims.length > 0 && claims.every((claim) => claim.outcome === 'refused') ? 422 : 202;
    return reply.code(status).header('cache-control', 'no-store').send({ claims });
  });
}
