import { existsSync, readFileSync } from 'node:fs';

/** Numbers of tests that passed, failed and were skipped. */
export const nothing = () => ({ passed: 0, failed: 0, skipped: 0 });

/** Adds the second numbers to the first. */
export function add(total, { passed, failed, skipped }) {
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
}

/**
 * The numbers of one vitest run from its JSON report.
 * @param code the run's exit code: a run that failed without a failed test (a file that does not load) counts as one failure.
 */
export function countReport(file, code) {
  const counts = nothing();
  if (existsSync(file)) {
    const report = JSON.parse(readFileSync(file, 'utf8'));
    counts.passed = report.numPassedTests;
    counts.failed = report.numFailedTests;
    counts.skipped = report.numPendingTests + report.numTodoTests;
  }
  if (code !== 0 && counts.failed === 0) counts.failed = 1;
  if (code === 0 && counts.passed + counts.skipped === 0) counts.failed = 1;
  return counts;
}
