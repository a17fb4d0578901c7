import { readFileSync } from 'node:fs';

const PRACTICE = new URL('../../samples/claims/practice.ndjson', import.meta.url);

/** NDJSON of `count` claims, each with its own account number and member, in the manner of the sample practice. */
export function manyClaims(count: number): string {
  const models = readFileSync(PRACTICE, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as ModelClaim)
    // Replacements and voids speak of other claims; the rest stand by themselves.
    .filter((claim) => (claim.frequency ?? '1') === '1' && claim.otherCoverages === undefined);
  const lines: string[] = [];
  for (let index = 0; index < count; index++) {
    const model = models[index % models.length] as ModelClaim;
    const number = String(index + 1).padStart(5, '0');
    lines.push(
      JSON.stringify({
        ...model,
        accountNumber: `MANY-${number}`,
        subscriber: { ...model.subscriber, memberId: `CGM3${number}` },
      }),
    );
  }
  return `${lines.join('\n')}\n`;
}

interface ModelClaim {
  readonly frequency?: string;
  readonly otherCoverages?: unknown;
  readonly subscriber: object;
}
