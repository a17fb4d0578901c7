import { afterEach, describe, expect, test } from 'vitest';
import type { ApiDependencies } from '../../src/api/api-dependencies.ts';
import { buildApi } from '../../src/api/server.ts';
import type { SubmittedClaim } from '../../src/flows/accept-claims.ts';

const AUTHORIZED = { authorization: 'Bearer right' };
const servers: ReturnType<typeof buildApi>[] = [];

function api(overrides: Partial<ApiDependencies> = {}): ReturnType<typeof buildApi> {
  const server = buildApi({
    isTokenValid: (token) => token === 'right',
    acceptClaims: async () => [],
    findClaim: async () => undefined,
    isReady: async () => true,
    metricsText: async () => 'claimgate_jobs 0\n',
    ...overrides,
  });
  servers.push(server);
  return server;
}

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

const taken: SubmittedClaim = {
  ordinal: 1,
  outcome: 'accepted',
  claimId: '0123456789ABC',
  accountNumber: 'A-1',
  warnings: [],
};
const refused: SubmittedClaim = {
  ordinal: 2,
  outcome: 'refused',
  errors: [{ pointer: '/charge', code: 'input.required', message: 'is missing', remedy: 'add it' }],
};

describe('authorization', () => {
  test.each([{}, { authorization: 'Bearer wrong' }, { authorization: 'Basic cmlnaHQ=' }])(
    'refuses headers %j with 401 and problem details',
    async (headers) => {
      const response = await api().inject({ method: 'GET', url: '/v1/claims/X', headers });
      expect(response.statusCode).toBe(401);
      expect(response.headers['content-type']).toContain('application/problem+json');
      expect(response.headers['www-authenticate']).toBe('Bearer');
    },
  );

  test('health needs no token', async () => {
    expect((await api().inject('/healthz')).statusCode).toBe(200);
    expect((await api().inject('/readyz')).statusCode).toBe(200);
  });

  test('metrics need no token, and come as Prometheus reads them', async () => {
    const response = await api().inject('/metrics');
    expect(response.statusCode).toBe(200);
    expect(response.headers['content-type']).toBe('text/plain; version=0.0.4; charset=utf-8');
    expect(response.body).toBe('claimgate_jobs 0\n');
  });
});

describe('POST /v1/claims', () => {
  test('hands the body on as the bytes that came', async () => {
    const bodies: string[] = [];
    const server = api({
      acceptClaims: async (body) => {
        bodies.push(Buffer.from(body).toString('utf8'));
        return [taken];
      },
    });
    const payload = '{ "accountNumber":"A-1" }\n';
    const response = await server.inject({
      method: 'POST',
      url: '/v1/claims',
      headers: { ...AUTHORIZED, 'content-type': 'application/json' },
      payload,
    });
    expect(bodies).toEqual([payload]);
    expect(response.statusCode).toBe(202);
    expect(response.headers['cache-control']).toBe('no-store');
  });

  test.each([
    ['422 when every claim is refused', [refused], 422],
    ['202 when one of them is taken', [refused, taken], 202],
  ] as const)('answers %s', async (_, results, status) => {
    const response = await api({ acceptClaims: async () => results }).inject({
      method: 'POST',
      url: '/v1/claims',
      headers: { ...AUTHORIZED, 'content-type': 'application/x-ndjson' },
      payload: '{}\n',
    });
    expect(response.statusCode).toBe(status);
    expect(response.json()).toEqual({ claims: results });
  });

  test('refuses an empty body with 400 and another media type with 415', async () => {
    const server = api();
    const post = (type: string, payload: string) =>
      server.inject({
        method: 'POST',
        url: '/v1/claims',
        headers: { ...AUTHORIZED, 'content-type': type },
        payload,
      });
    expect((await post('application/json', '')).statusCode).toBe(400);
    expect((await post('text/html', '<p>')).statusCode).toBe(415);
  });

  test('an error inside never reaches the caller’s eyes', async () => {
    const server = api({
      acceptClaims: async () => {
        throw new Error('PLANTED-VALUE');
      },
    });
    const response = await server.inject({
      method: 'POST',
      url: '/v1/claims',
      headers: { ...AUTHORIZED, 'content-type': 'application/json' },
      payload: '{}',
    });
    expect(response.statusCode).toBe(500);
    expect(response.body).not.toContain('PLANTED-VALUE');
  });
});

describe('GET /v1/claims/{id}', () => {
  test('gives the claim, or 404', async () => {
    const server = api({ findClaim: async (id) => (id === 'A' ? { id, facts: [] } : undefined) });
    expect((await server.inject({ url: '/v1/claims/A', headers: AUTHORIZED })).json()).toEqual({
      id: 'A',
      facts: [],
    });
    expect((await server.inject({ url: '/v1/claims/B', headers: AUTHORIZED })).statusCode).toBe(404);
  });
});

test('readyz answers 503 when the store does not', async () => {
  const server = api({ isReady: async () => Promise.reject(new Error('down')) });
  expect((await server.inject('/readyz')).statusCode).toBe(503);
});
