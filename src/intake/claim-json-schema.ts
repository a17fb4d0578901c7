import { z } from 'zod';
import { claimShape } from './claim-schema.ts';

/** JSON Schema (2020-12) of what `readClaim` takes, published as `docs/reference/professional-claim.schema.json`. */
export function claimJsonSchema(): object {
  return z.toJSONSchema(claimShape, { io: 'input' });
}
