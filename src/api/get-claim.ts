import type { FastifyInstance } from 'fastify';
import type { ApiDependencies } from './api-dependencies.ts';
import { sendProblem } from './problem-details.ts';

/** `GET /v1/claims/{id}`: the claim with its status, attempts and facts. */
export function addGetClaim(server: FastifyInstance, dependencies: ApiDependencies): void {
  server.get<{ Params: { id: string } }>('/v1/claims/:id', async (request, reply) => {
    const claim = await dependencies.findClaim(request.params.id);
    if (claim === undefined) {
      return sendProblem(reply, { status: 404, title: 'No such claim', detail: 'no claim has that id' });
    }
    return reply.header('cache-control', 'no-store').send(claim);
  });
}
