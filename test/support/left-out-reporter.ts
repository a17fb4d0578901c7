import { existsSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Reporter, TestCase, TestModule } from 'vitest/node';

/** One file a run, named after the process that every worker descends from. */
const NOTES = path.join(tmpdir(), `claimgate-left-out-${process.pid}.txt`);

/**
 * Closes a run with its counts in one line and, last, the suites left out because this machine lacks what
 * they need, so that a green run never hides them.
 */
export default class LeftOutReporter implements Reporter {
  onInit(): void {
    process.env['CLAIMGATE_TEST_RUN'] = String(process.pid);
    rmSync(NOTES, { force: true });
  }

  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const counts = { passed: 0, failed: 0, skipped: 0 };
    for (const module of modules) {
      // A module that could not be loaded has no tests to count and has failed all the same.
      if (module.state() === 'failed' && [...module.children.allTests()].length === 0) counts.failed++;
      for (const test of module.children.allTests()) counts[stateOf(test)]++;
    }
    counts.failed += unhandledErrors.length;
    const notes = existsSync(NOTES) ? readFileSync(NOTES, 'utf8').trim().split('\n') : [];
    rmSync(NOTES, { force: true });
    const leftOut = notes.length === 0 ? 'nothing' : [...new Set(notes)].toSorted().join('; ');
    // The default reporter prints its summary in the same turn; these lines come after it.
    setImmediate(() => {
      process.stdout.write(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped\n`);
      process.stdout.write(`left out: ${leftOut}\n`);
    });
  }
}

function stateOf(test: TestCase): 'passed' | 'failed' | 'skipped' {
  const { state } = test.result();
  return state === 'pending' ? 'failed' : state;
}
