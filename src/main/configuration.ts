import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { Misuse } from '../cli/exit.ts';

/** `claimgate.yaml` at the top of a working directory. */
const configurationSchema = z.strictObject({
  tenant: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,62}$/)
    .default('default'),
  api: z
    .strictObject({
      /** Loopback unless somebody decides otherwise; the API speaks plain HTTP. */
      host: z.string().default('127.0.0.1'),
      port: z.int().min(0).max(65_535).default(8374),
      tokenRef: z.string().default('file:keys/api-token'),
    })
    .prefault({}),
  workers: z
    .strictObject({
      /** How often the sweeper looks for work that nobody was woken for. */
      sweepSeconds: z.number().min(0.1).default(15),
      concurrency: z.int().min(1).max(64).default(4),
      /** Of those, for one partner; one less than all when absent. */
      jobsPerPartner: z.int().min(1).max(64).optional(),
      /** Where `claimgate worker` gives its metrics; nowhere when absent. */
      metrics: z
        .strictObject({
          host: z.string().default('127.0.0.1'),
          port: z.int().min(0).max(65_535),
        })
        .optional(),
    })
    .prefault({}),
});

export type Configuration = z.output<typeof configurationSchema>;

/** What the environment may say; read once, here. */
export interface Environment {
  /** PostgreSQL instead of the embedded database. */
  readonly databaseUrl?: string;
  /** Wake-ups across processes and hosts; only with `databaseUrl`. */
  readonly redisUrl?: string;
  readonly directory?: string;
  readonly logLevel: string;
}

export function readEnvironment(variables: NodeJS.ProcessEnv): Environment {
  const databaseUrl = variables['DATABASE_URL'];
  const redisUrl = variables['REDIS_URL'];
  const directory = variables['CLAIMGATE_DIRECTORY'];
  return {
    ...(databaseUrl ? { databaseUrl } : {}),
    ...(redisUrl ? { redisUrl } : {}),
    ...(directory ? { directory } : {}),
    logLevel: variables['CLAIMGATE_LOG_LEVEL'] ?? 'warn',
  };
}

/** Refuses what cannot work together, or cannot be read; the address itself, which may hold a password, is not told. */
export function assertSuitable({ databaseUrl, redisUrl }: Environment): void {
  if (redisUrl === undefined) return;
  if (databaseUrl === undefined) {
    throw new Misuse(
      'REDIS_URL is set and DATABASE_URL is not: Redis wakes workers of several processes, which the embedded ' +
        'database does not have; set DATABASE_URL to a PostgreSQL server, or unset REDIS_URL',
    );
  }
  if (!/^rediss?:\/\//.test(redisUrl) || !URL.canParse(redisUrl)) {
    throw new Misuse('REDIS_URL is no redis:// or rediss:// address');
  }
}

/** Reads and checks a YAML file against a schema; a Misuse says where it is wrong. */
export function readYaml<Schema extends z.ZodType>(file: string, schema: Schema): z.output<Schema> {
  let value: unknown;
  try {
    value = parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Misuse(`${file} cannot be read as YAML`, { cause: error });
  }
  const result = schema.safeParse(value ?? {});
  if (result.success) return result.data;
  const findings = result.error.issues.map((issue) => `  /${issue.path.join('/')}: ${issue.message}`);
  throw new Misuse(`${file} does not fit its schema:\n${findings.join('\n')}`);
}

export function readConfiguration(directory: string): Configuration {
  return readYaml(path.join(directory, 'claimgate.yaml'), configurationSchema);
}
