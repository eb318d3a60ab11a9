import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { createSignInAttempts, SIGN_IN_LIMITS } from './sign-in-attempts.ts'

const LIMITS = { perUser: 3, perAddress: 5, windowMs: 60_000, remembered: 50 }
const ana = { address: '10.0.0.1', user: 'ana' }

test('so many failures of one name make it wait, wherever they come from, and nobody else', () => {
  const attempts = createSignInAttempts(LIMITS)
  for (const address of ['10.0.0.1', '10.0.0.2', '10.0.0.3']) {
    expect(attempts.waitSeconds(ana, 0)).toBe(0)
    attempts.failed({ address, user: 'Ana' }, 0)
  }
  expect(attempts.waitSeconds({ address: '10.0.0.9', user: 'ana' }, 1_500)).toBe(59)
  expect(attempts.waitSeconds({ address: '10.0.0.1', user: 'ben' }, 1_500)).toBe(0)
  expect(attempts.waitSeconds(ana, 60_000)).toBe(0)
})

test('one address that tries many names waits; without an address only names count', () => {
  const attempts = createSignInAttempts(LIMITS)
  for (let n = 0; n < 5; n += 1) {
    attempts.failed({ address: '10.0.0.1', user: `u${n}` }, 0)
    attempts.failed({ address: undefined, user: `v${n}` }, 0)
  }
  expect(attempts.waitSeconds({ address: '10.0.0.1', user: 'new' }, 0)).toBe(60)
  expect(attempts.waitSeconds({ address: '10.0.0.2', user: 'new' }, 0)).toBe(0)
  expect(attempts.waitSeconds({ address: undefined, user: 'new' }, 0)).toBe(0)
})

test('who signs in begins anew, and does not clear the address for others', () => {
  const attempts = createSignInAttempts(LIMITS)
  for (let n = 0; n < 2; n += 1) attempts.failed(ana, 0)
  attempts.succeeded(ana)
  attempts.failed(ana, 0)
  expect(attempts.waitSeconds(ana, 0)).toBe(0)
  for (let n = 0; n < 2; n += 1) attempts.failed({ ...ana, user: `other ${n}` }, 0)
  attempts.succeeded(ana)
  expect(attempts.waitSeconds(ana, 0)).toBe(60)
})

test('a clock that is set back keeps nobody out for longer', () => {
  const attempts = createSignInAttempts(LIMITS)
  for (let n = 0; n < 3; n += 1) attempts.failed(ana, 1_000_000)
  expect(attempts.waitSeconds(ana, 1_000_000)).toBe(60)
  expect(attempts.waitSeconds(ana, 10)).toBe(0)
})

test('a flood of names takes no memory, and who keeps on failing is not forgotten for it', () => {
  const attempts = createSignInAttempts(LIMITS)
  for (let n = 0; n < 3; n += 1) attempts.failed({ address: undefined, user: 'ana' }, 0)
  for (let n = 0; n < 1_000; n += 1) {
    attempts.failed({ address: undefined, user: `${n}${'x'.repeat(100_000)}` }, 0)
    attempts.failed({ address: undefined, user: 'ana' }, 0)
  }
  expect(attempts.waitSeconds({ address: undefined, user: 'ana' }, 0)).toBe(60)
  // One of the first names of the flood is long gone.
  for (let n = 0; n < 2; n += 1) attempts.failed({ address: undefined, user: `0${'x'.repeat(100_000)}` }, 0)
  expect(attempts.waitSeconds({ address: undefined, user: `0${'x'.repeat(100_000)}` }, 0)).toBe(0)
})

test('docs/reference/limits.md says them', () => {
  const page = readFileSync(new URL('../../../../docs/reference/limits.md', import.meta.url), 'utf8')
  const { perUser, perAddress, windowMs, remembered } = SIGN_IN_LIMITS
  expect(page).toContain(
    `${perUser} failures of one name, or ${perAddress} from one address, within ${windowMs / 1_000} s`,
  )
  expect(page).toContain(remembered.toLocaleString('en-US'))
})
