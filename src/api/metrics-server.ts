import Fastify, { type FastifyInstance } from 'fastify';
import { addMetrics, type MetricsDependencies } from './get-metrics.ts';

/** What a process without an API answers: `/metrics`, and `/healthz`. */
export function buildMetricsServer(dependencies: MetricsDependencies): FastifyInstance {
  const server = Fastify({ logger: false });
  server.get('/healthz', async () => ({ status: 'ok' }));
  addMetrics(server, dependencies);
  return server;
}
