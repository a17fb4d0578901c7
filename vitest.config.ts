import { defineConfig } from 'vitest/config';

// Pure tests finish in seconds and need nothing; real ones start databases, SSH servers and processes.
export default defineConfig({
  test: {
    reporters: ['default', './test/support/left-out-reporter.ts'],
    projects: [
      {
        test: {
          name: 'pure',
          sequence: { groupOrder: 0 },
          // Properties take long only where others keep the machine busy.
          testTimeout: 30_000,
          include: ['test/{base,edi,domain,partners,translate,intake,corpus}/**/*.test.ts'],
        },
      },
      {
        test: {
          name: 'real',
          sequence: { groupOrder: 1 },
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
