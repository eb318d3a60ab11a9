import { defineConfig } from 'vitest/config'

/** Pages in a browser: `npm run test:browser`. Apart from `npm test`, because not every machine has Chromium. */
export default defineConfig({
  test: {
    environment: 'node',
    globalSetup: './test/browser/build-pages.ts',
    include: ['test/browser/**/*.test.ts'],
    testTimeout: 90_000,
    hookTimeout: 90_000,
    // A page under load takes longer than the second that is usual.
    expect: { poll: { timeout: 10_000 } },
    // Two browsers at a time: a page waits as often as it works.
    maxWorkers: 2,
    // The programs are read once for all files; nothing is kept in them.
    isolate: false,
  },
})
