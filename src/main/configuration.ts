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
    })
    .prefault({}),
});

export type Configuration = z.output<typeof configurationSchema>;

/** What the environment may say; read once, here. */
export interface Environment {
  /** PostgreSQL instead of the embedded database. */
  readonly databaseUrl?: string;
  readonly directory?: string;
  readonly logLevel: string;
}

export function readEnvironment(variables: NodeJS.ProcessEnv): Environment {
  const databaseUrl = variables['DATABASE_URL'];
  const directory = variables['CLAIMGATE_DIRECTORY'];
  return {
    ...(databaseUrl ? { databaseUrl } : {}),
    ...(directory ? { directory } : {}),
    logLevel: variables['CLAIMGATE_LOG_LEVEL'] ?? 'warn',
  };
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
