import { defineConfig } from 'vitest/config'
import { NOT_ON_WINDOWS } from './test/not-on-windows.ts'

// Never left out quietly.
const excluded = process.platform === 'win32' ? Object.entries(NOT_ON_WINDOWS) : []
for (const [file, reason] of excluded) process.stdout.write(`Not run on Windows: ${file}: ${reason}\n`)

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: excluded.map(([file]) => file),
    testTimeout: 30_000,
    hookTimeout: 60_000,
    reporters: ['default', ['json', { outputFile: 'coverage/tests.json' }]],
  },
})
