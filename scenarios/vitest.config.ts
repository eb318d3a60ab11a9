import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    environment: 'node',
    include: ['*.test.ts'],
    // Every group needs the same programs, and leaves nothing behind: they are loaded once by each worker.
    isolate: false,
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 300_000,
  },
})
