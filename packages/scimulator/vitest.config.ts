import { mergeConfig } from 'vitest/config'
import { ofPackage } from '../../vitest.shared.ts'

export default mergeConfig(ofPackage, {
  test: {
    // A command that makes a story needs the page for it, which a fresh clone does not have.
    globalSetup: './test/browser/build-pages.ts',
    // They look at an installed package, and at pages in a browser: vitest.config.ts of these folders.
    exclude: ['test/installed/**', 'test/browser/**'],
  },
})
