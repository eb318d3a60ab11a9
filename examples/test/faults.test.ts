// Each fault of the Express endpoint is really there, and is in nobody's way while it is off.
import { afterEach, describe, expect, test } from 'vitest'
import { FAULTS, readFaults, startExpress, stopExpress } from './express-app.ts'
import { createScim, type Scim } from './scim-client.ts'
import { shownFaults } from './shown-faults.ts'

async function listening(...faults: readonly string[]): Promise<Scim> {
  return createScim(`${await startExpress(...faults)}/scim/v2`)
}

afterEach(stopExpress)

test('every fault but slowness is shown by an exchange', () => {
  expect(Object.keys(shownFaults).sort()).toEqual(
    Object.keys(FAULTS)
      .filter((name) => name !== 'slow')
      .sort(),
  )
})

describe.each(Object.entries(shownFaults))('%s', (name, shows) => {
  test('is there when it is on', async () => {
    expect(await shows(await listening(name))).toBe(true)
  })

  test('is not there when it is off', async () => {
    expect(await shows(await listening())).toBe(false)
  })
})

test('slow: no answer comes for a long time', async () => {
  const scim = await listening('slow')
  await expect(fetch(`${scim.url}/Users`, { signal: AbortSignal.timeout(300) })).rejects.toThrow(
    'aborted due to timeout',
  )
})

test('several faults at once are all there', async () => {
  const scim = await listening('put-merges', 'string-false-is-true')
  expect(await shownFaults['put-merges']?.(scim)).toBe(true)
  expect(await shownFaults['string-false-is-true']?.(scim)).toBe(true)
})

test('an unknown fault is refused by name', () => {
  expect(readFaults(' put-merges , slow,')).toEqual(new Set(['put-merges', 'slow']))
  expect(() => readFaults('put-merges,put-merge')).toThrow('There is no fault put-merge. --list-faults shows them all.')
})
