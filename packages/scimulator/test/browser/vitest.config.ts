import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Small files that take long: begun last, they would leave a core idle. */
const BEGUN_FIRST = ['console-lives', 'up-command', 'show-it', 'entra-help-page', 'console-size']

/** Without a run before, Vitest begins with the largest file. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number => {
      const at = BEGUN_FIRST.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`))
      return at < 0 ? BEGUN_FIRST.length : at
    }
    return (await super.sort(files)).toSorted((one, other) => place(one) - place(other))
  }
}

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
    sequence: { sequencer: LongestFirst },
    // The programs are read once for all files; nothing is kept in them.
    isolate: false,
  },
})
