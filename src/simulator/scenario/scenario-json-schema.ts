import { z } from 'zod';
import { scenarioSchema } from './scenario-schema.ts';

/** JSON Schema (2020-12) of a scenario, published as `docs/reference/scenario.schema.json`. */
export function scenarioJsonSchema(): object {
  return z.toJSONSchema(scenarioSchema, { io: 'input' });
}
