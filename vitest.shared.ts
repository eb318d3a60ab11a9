// How the tests of a package run. Each has a line `vitest.config.ts`, so that `npx vitest run path` inside it does the same as the gate.
import { defineConfig } from 'vitest/config'

// No assertion depends on time; this only keeps a busy machine from failing a property test or a child process.
const MOST_MS = 60_000

export const ofPackage = defineConfig({
  test: {
    environment: 'node',
    // Nothing keeps state at module level, so the files of a worker share the modules: loading them again took half of the time.
    isolate: false,
    setupFiles: ['../../vitest.setup.ts'],
    include: ['src/**/*.test.ts', 'test/**/*.test.ts', 'build/**/*.test.ts'],
    testTimeout: MOST_MS,
    hookTimeout: MOST_MS,
  },
})
