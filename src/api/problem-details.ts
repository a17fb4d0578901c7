import type { FastifyReply } from 'fastify';

/** A problem of HTTP, as RFC 9457 writes one. `detail` never holds a value from the body. */
export interface ProblemDetails {
  readonly status: number;
  readonly title: string;
  readonly detail: string;
}

export async function sendProblem(reply: FastifyReply, problem: ProblemDetails): Promise<FastifyReply> {
  return reply
    .code(problem.status)
    .type('application/problem+json')
    .header('cache-control', 'no-store')
    .send(JSON.stringify({ type: 'about:blank', ...problem }));
}
