import { defineConfig } from 'vitest/config'
import { NOT_ON_WINDOWS } from './test/not-on-windows.ts'

// Never left out quietly.
const excluded = process.platform === 'win32' ? Object.entries(NOT_ON_WINDOWS) : []
for (const [file, reason] of excluded) process.stdout.write(`Not run on Windows: ${file}: ${reason}\n`)

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: excluded.map(([file]) => file),
    // Most tests wait for processes and sockets: two at a time take two thirds of the time, even on two cores.
    maxWorkers: 2,
    // No test measures the machine: these end what hangs, on a machine however busy.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    reporters: ['default', 'json'],
    // Not an option of the reporter itself, which would take precedence over the command line.
    outputFile: { json: 'coverage/tests.json' },
  },
})
