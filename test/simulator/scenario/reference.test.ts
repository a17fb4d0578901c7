import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readScenario } from '../../../src/simulator/scenario/read-scenario.ts';
import { scenarioJsonSchema } from '../../../src/simulator/scenario/scenario-json-schema.ts';

const SCHEMA = new URL('../../../docs/reference/scenario.schema.json', import.meta.url);
const PAGE = new URL('../../../docs/scenarios.md', import.meta.url);
const SAMPLES = new URL('../../../samples/scenarios/', import.meta.url);

describe('the published schema of a scenario', () => {
  test('is the one that readScenario uses (UPDATE_REFERENCE=1 writes it anew)', () => {
    const text = `${JSON.stringify(scenarioJsonSchema(), null, 2)}\n`;
    if (process.env['UPDATE_REFERENCE'] === '1') writeFileSync(SCHEMA, text);
    expect(readFileSync(SCHEMA, 'utf8')).toBe(text);
  });

  test('names itself', () => {
    expect(JSON.parse(readFileSync(SCHEMA, 'utf8'))).toMatchObject({
      $id: 'urn:claimgate:schema:scenario:1',
      title: 'Scenario of the simulator',
      type: 'object',
      additionalProperties: false,
    });
  });
});

describe('the page of scenarios', () => {
  const examples = [...readFileSync(PAGE, 'utf8').matchAll(/```yaml\n(.*?)```/gs)].map(([, yaml]) => yaml);

  test('has a page of examples', () => {
    expect(examples.length).toBeGreaterThanOrEqual(10);
  });

  test.each(examples.map((yaml, index) => [index + 1, yaml ?? ''] as const))(
    'example %i can be read',
    (_, yaml) => {
      expect(readScenario(yaml)).toMatchObject({ ok: true });
    },
  );
});

test.each(readdirSync(SAMPLES).filter((name) => existsSync(new URL(`${name}/scenario.yaml`, SAMPLES))))(
  'the sample %s can be read',
  (name) => {
    expect(readScenario(readFileSync(new URL(`${name}/scenario.yaml`, SAMPLES), 'utf8'))).toMatchObject({
      ok: true,
    });
  },
);
