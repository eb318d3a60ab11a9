// The sample among the programs that tests loop over.
import { join } from 'node:path'
import type { TestedProgram } from '../src/tested-program.ts'

export const sample: TestedProgram = {
  name: 'sample',
  about: 'the smallest identity provider',
  port: 8430,
  up: {
    about: 'serve the sample until Ctrl-C',
    options: [{ flags: '--bodies-as <type>', about: 'short for --switch mediaType=<type>' }],
    without: ['company'],
    examples: ['--bodies-as application/json'],
  },
  load: async () => (await import('./program.ts')).sampleProgram,
  async fill({ act, target }) {
    await act('connect', { url: target.url, token: target.token })
    for (const name of ['ana', 'bo', 'cy', 'di']) {
      await act('create-user', { userName: `${name}@example.com`, displayName: name })
      await act('assign', { user: `${name}@example.com` })
    }
    await act('update-user', { user: 'ana@example.com', displayName: 'Ana Berg' })
    await act('unassign', { user: 'bo@example.com' })
    await act('delete-user', { user: 'di@example.com' })
  },
  people: { view: 'users', name: 'userName' },
  creates: (name) => ({
    ...{ verb: 'create-user', input: { userName: `${name}@example.com`, displayName: name } },
    ...{ view: 'users', key: `${name}@example.com` },
  }),
  wrong: { verb: 'create-user', input: { userName: 'nobody', displayName: 'Nobody' }, path: ['userName'] },
  still: () => ({}),
  scenario: join(import.meta.dirname, 'scenario.yaml'),
  atLeast: { verbs: 6, views: 2 },
}
