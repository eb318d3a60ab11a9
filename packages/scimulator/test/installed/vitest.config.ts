import { defineConfig } from 'vitest/config'

/** What people meet after `npm install scimulator`, outside the repository: `npm run test:package`. */
export default defineConfig({
  test: {
    environment: 'node',
    globalSetup: ['test/installed/install.ts'],
    include: ['test/installed/**/*.test.ts'],
    testTimeout: 240_000,
    hookTimeout: 240_000,
    // Most of them wait for another process.
    maxWorkers: 2,
    maxConcurrency: 2,
  },
})
