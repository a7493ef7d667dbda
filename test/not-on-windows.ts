const NO_SIGNALS = 'Windows has no signals: kill() ends a process at once'

/** Test files that cannot pass on Windows, with the reason, which the test run prints at its start. */
export const NOT_ON_WINDOWS: Record<string, string> = {
  'test/attacks/expressions-cancel.test.ts': NO_SIGNALS,
  'test/e2e/cancel.test.ts': NO_SIGNALS,
  'test/e2e/comment.test.ts': NO_SIGNALS,
  'test/e2e/full-disk.test.ts': NO_SIGNALS,
  'test/e2e/rerun.test.ts': NO_SIGNALS,
  'test/e2e/tests-as-code.test.ts': NO_SIGNALS,
  'test/e2e/one-at-a-time.test.ts': NO_SIGNALS,
  'test/e2e/live.test.ts': NO_SIGNALS,
  'test/e2e/proxy.test.ts': NO_SIGNALS,
  'test/faults/confirming.test.ts': NO_SIGNALS,
  'test/faults/shipped-cancel.test.ts': NO_SIGNALS,
  'test/faults/shipped-start.test.ts': NO_SIGNALS,
  'test/repo/act.test.ts': 'runs a script with an empty PATH, without which Windows starts no process',
  'test/repo/gitea.test.ts': 'runs a script with an empty PATH, without which Windows starts no process',
  'test/repo/xlt.test.ts': 'runs a script with an empty PATH, without which Windows starts no process',
  'test/repo/ci.test.ts': 'runs a Bash script',
  'test/repo/release-check.test.ts': 'runs a Bash script',
  'test/repo/dist.test.ts':
    'dist was built on a system with slashes in paths: the bundler numbers modules by their paths',
}
