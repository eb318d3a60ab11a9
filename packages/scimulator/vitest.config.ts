import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    environment: 'node',
    // A command that makes a story needs the page for it, which a fresh clone does not have.
    globalSetup: './test/browser/build-pages.ts',
    // Nothing keeps state at module level, so the files of a worker share the modules: loading them again took half of the time.
    isolate: false,
    setupFiles: ['../../vitest.setup.ts'],
    include: ['src/**/*.test.ts', 'test/**/*.test.ts', 'build/**/*.test.ts'],
    // They look at an installed package, and at pages in a browser: vitest.config.ts of these folders.
    exclude: ['test/installed/**', 'test/browser/**'],
    // No assertion depends on time; this only keeps a busy machine from failing a property test or a child process.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
