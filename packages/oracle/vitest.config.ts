import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    environment: 'node',
    // Nothing keeps state at module level, so the files of a worker share the modules: loading them again took half of the time.
    isolate: false,
    setupFiles: ['../../vitest.setup.ts'],
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    // No assertion depends on time; this only keeps a busy machine from failing a property test or a child process.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
