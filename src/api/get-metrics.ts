import type { FastifyInstance } from 'fastify';

export interface MetricsDependencies {
  /** All metrics in Prometheus's text format. */
  metricsText(): Promise<string>;
}

/** `/metrics`, for Prometheus: counts, durations and ages by kind, code and partner; nothing of a claim. */
export function addMetrics(server: FastifyInstance, dependencies: MetricsDependencies): void {
  server.get('/metrics', async (_request, reply) =>
    reply
      .type('text/plain; version=0.0.4; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(await dependencies.metricsText()),
  );
}
