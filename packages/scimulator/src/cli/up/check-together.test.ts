import { expect, test } from 'vitest'
import { checkTogether } from './check-together.ts'
import type { UpOptions } from './up-options.ts'

const check = (options: object) => () => checkTogether({ demo: true, ...options } as UpOptions)

test('fifty thousand people are one process’s; one more is refused with the way out', () => {
  expect(check({ people: 50_000 })).not.toThrow()
  expect(check({ people: 50_001 })).toThrow(
    '--people 50001 is more than the 50000 that one process holds. ' +
      'Start the programs one by one: scimulator receiver up, and scimulator entra up --people.',
  )
})

test.each([
  [{ target: 'http://127.0.0.1:9', clock: 'virtual' }, '--clock virtual does not go with --target'],
  [{ target: 'http://127.0.0.1:9', data: 'folder' }, '--data does not go with --target'],
  [{ demo: false, company: 'Contoso' }, '--company and --domain go with --demo.'],
  [{ demo: false, people: 3 }, '--people goes with --demo.'],
  [{ data: 'folder', clock: 'virtual' }, '--clock virtual does not go with --data'],
])('%j is refused', (options, message) => {
  expect(check(options)).toThrow(message)
})
