import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    testTimeout: 60_000,
    environment: 'node',
    // Nothing keeps state at module level, so the files of a worker share the modules: loading them again took half of the time.
    isolate: false,
    setupFiles: ['../../vitest.setup.ts'],
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
  },
})
