import Fastify, { type FastifyInstance } from 'fastify';
import type { ApiDependencies } from './api-dependencies.ts';
import { addGetClaim } from './get-claim.ts';
import { addMetrics } from './get-metrics.ts';
import { addHealth } from './health.ts';
import { addPostClaims } from './post-claims.ts';
import { sendProblem } from './problem-details.ts';

/** A day of one practice fits many times over; larger files go in by `claimgate submit`. */
const BODY_BYTES_MAX = 32 * 1024 * 1024;

/**
 * The HTTP API: claims in, one claim out, health, metrics. Everything under `/v1` wants `Authorization: Bearer TOKEN`.
 * Errors are RFC 9457 problem details.
 */
export function buildApi(dependencies: ApiDependencies): FastifyInstance {
  const server = Fastify({ bodyLimit: BODY_BYTES_MAX, logger: false });
  // Bodies stay bytes: they are archived as they came before anything reads them.
  server.removeAllContentTypeParsers();
  server.addContentTypeParser(
    ['application/json', 'application/x-ndjson'],
    { parseAs: 'buffer' },
    (_request, body, done) => done(null, body),
  );
  server.addHook('onRequest', async (request, reply) => {
    if (!request.url.startsWith('/v1/')) return;
    const token = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1];
    if (token !== undefined && dependencies.isTokenValid(token)) return;
    reply.header('www-authenticate', 'Bearer');
    await sendProblem(reply, {
      status: 401,
      title: 'Unauthorized',
      detail: 'send the token of keys/api-token as a bearer token',
    });
  });
  server.setErrorHandler(async (error, _request, reply) => {
    const status = (error as { statusCode?: number }).statusCode ?? 500;
    const isOurs = status >= 500;
    await sendProblem(reply, {
      status,
      title: isOurs ? 'The gateway could not answer' : 'The request cannot be taken',
      // Fastify's own messages speak of size and media type; anything else might hold a value.
      detail: isOurs ? 'try again; a claim that was taken is taken once' : 'see the status code',
    });
  });
  server.setNotFoundHandler(async (_request, reply) => {
    await sendProblem(reply, { status: 404, title: 'Not found', detail: 'there is no such operation' });
  });
  addHealth(server, dependencies);
  addMetrics(server, dependencies);
  addPostClaims(server, dependencies);
  addGetClaim(server, dependencies);
  return server;
}
