import { defineConfig } from 'vitest/config';

const PURE_FOLDERS = 'test/{base,edi,domain,partners,translate,intake,proof,corpus}';
const PROPERTIES = '**/*.property.test.ts';

// Nothing of these leaves anything behind, so that one thread may run many files.
const PURE = { pool: 'threads', isolate: false, testTimeout: 30_000 } as const;

/**
 * Pure tests finish in seconds and need nothing. Properties need nothing either, and take their time. Real ones start
 * databases, SSH servers and processes.
 */
export default defineConfig({
  test: {
    reporters: ['default', './test/support/left-out-reporter.ts'],
    projects: [
      {
        test: {
          ...PURE,
          name: 'pure',
          sequence: { groupOrder: 0 },
          include: [`${PURE_FOLDERS}/**/*.test.ts`],
          exclude: [PROPERTIES],
        },
      },
      {
        test: {
          ...PURE,
          name: 'properties',
          sequence: { groupOrder: 1 },
          include: [`${PURE_FOLDERS}/${PROPERTIES}`],
        },
      },
      {
        test: {
          name: 'real',
          sequence: { groupOrder: 2 },
          include: [
            'test/*.test.ts',
            'test/{contract,store,connectors,queues,flows,simulator,api,cli,main,system}/**/*.test.ts',
          ],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          pool: 'forks',
          maxWorkers: 2,
        },
      },
    ],
  },
});
