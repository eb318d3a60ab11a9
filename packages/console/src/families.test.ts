import { describe, expect, test } from 'vitest'
import { entraRoutes } from './entra/routes.ts'
import { FAMILIES, nameOfProgram } from './families.ts'
import { jumpCloudRoutes } from './jumpcloud/routes.ts'
import { oktaRoutes } from './okta/routes.ts'
import { larkRoutes } from './receiver/routes.ts'

const addresses = [...larkRoutes, ...entraRoutes, ...jumpCloudRoutes, ...oktaRoutes].map(([path]): string => path)

test('no two pages have one address, no two portals one letter or one program', () => {
  expect(new Set(addresses).size).toBe(addresses.length)
  expect(new Set(FAMILIES.map(({ letter }) => letter)).size).toBe(FAMILIES.length)
  expect(new Set(FAMILIES.map(({ program }) => program)).size).toBe(FAMILIES.length)
})

describe.each(FAMILIES)('$name', ({ home, pages, lists, letter }) => {
  test('the rail, the key and links from elsewhere lead to pages that there are', () => {
    const led = [home, ...pages.map(({ path }) => path), ...Object.values(lists)]
    expect(led.filter((path) => !addresses.includes(path))).toEqual([])
    expect(led.length).toBeGreaterThan(5)
  })

  test('its letter is none that leads to a page of ours', () => expect('hws').not.toContain(letter))
})

test('a program without a portal keeps its own name', () => {
  expect(['entra', 'acme'].map(nameOfProgram)).toEqual(['Entra ID', 'acme'])
})
