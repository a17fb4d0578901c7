import type { FastifyInstance } from 'fastify';
import type { ApiDependencies } from './api-dependencies.ts';

/** `/healthz`: the process answers. `/readyz`: database and archive do; a partner's server is no part of it. */
export function addHealth(server: FastifyInstance, dependencies: ApiDependencies): void {
  server.get('/healthz', async () => ({ status: 'ok' }));
  server.get('/readyz', async (_request, reply) => {
    const isReady = await dependencies.isReady().catch(() => false);
    return reply.code(isReady ? 200 : 503).send({ status: isReady ? 'ready' : 'not-ready' });
  });
}
