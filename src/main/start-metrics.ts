import { buildMetricsServer } from '../api/metrics-server.ts';
import { Failure } from '../base/failure.ts';
import type { RunningApi } from '../cli/gateway.ts';
import type { Configuration } from './configuration.ts';
import type { GatewayMetrics } from './metrics.ts';

/** Serves the metrics of a process that has no API, where the configuration says so; a Failure when the port is taken. */
export async function startMetrics(
  metrics: GatewayMetrics,
  { workers }: Configuration,
): Promise<RunningApi | undefined> {
  if (workers.metrics === undefined) return undefined;
  const server = buildMetricsServer({ metricsText: () => metrics.text() });
  try {
    const url = await server.listen(workers.metrics);
    return { url, stop: () => server.close() };
  } catch (error) {
    throw new Failure({
      code: 'metrics.address-unavailable',
      message: 'metrics cannot be served at the configured address; see workers.metrics in claimgate.yaml',
      isRetryable: false,
      cause: error,
    });
  }
}
