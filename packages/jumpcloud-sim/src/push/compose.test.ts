import { describe, expect, test } from 'vitest'
import { resolveBehaviour } from '../behaviour.ts'
import { compose, lookupPath, resourcePath, userLookup } from './compose.ts'

const usual = resolveBehaviour('jumpcloud-default')
const connection = { baseUrl: 'https://scim.example/v2', token: 'secret' }

describe('lookupPath', () => {
  test.each([
    ['a@b.example', 'userName+eq+%22a%40b.example%22'],
    ["O'Neil (x)*!", 'userName+eq+%22O%27Neil+%28x%29%2A%21%22'],
    ['say "hi" \\', 'userName+eq+%22say+%5C%22hi%5C%22+%5C%5C%22'],
    ['Zoë 田', 'userName+eq+%22Zo%C3%AB+%E7%94%B0%22'],
    ['R&D + 50%', 'userName+eq+%22R%26D+%2B+50%25%22'],
  ])('writes %s as Go does', (value, filter) => {
    expect(lookupPath('Users', 'userName', value, usual)).toBe(`/Users?filter=${filter}`)
  })

  test('writes a space as %20 where the switch says so, and a plus stays a plus', () => {
    const behaviour = resolveBehaviour('jumpcloud-default', { filterEncoding: 'percent' })
    expect(lookupPath('Groups', 'displayName', 'a + b', behaviour)).toBe(
      '/Groups?filter=displayName%20eq%20%22a%20%2B%20b%22',
    )
  })
})

describe('userLookup', () => {
  test('compares the name that came back without regard to case', () => {
    const { fits } = userLookup({ userName: 'Ana', email: 'a@b.example' }, usual)
    expect([{ userName: 'ANA' }, { userName: 'bo' }, { userName: null }, {}].map(fits)).toEqual([
      true,
      false,
      false,
      false,
    ])
  })
})

describe('compose', () => {
  test('puts the path behind the base URL as typed and sorts keys at every level', () => {
    const body = { b: [{ d: 1, c: null }], a: { z: 1, y: '2' } }
    expect(compose(connection, usual, 'PUT', resourcePath('Users', 'a/b c'), body)).toEqual({
      method: 'PUT',
      url: 'https://scim.example/v2/Users/a%2Fb%20c',
      headers: [
        ['Authorization', 'Bearer secret'],
        ['Content-Type', 'application/json'],
        ['Accept', 'application/json'],
        ['User-Agent', 'Go-http-client/2.0'],
      ],
      body: '{"a":{"y":"2","z":1},"b":[{"c":null,"d":1}]}',
    })
  })

  test('sends neither body nor Content-Type with a GET', () => {
    const { headers, body } = compose(connection, usual, 'GET', '/Users')
    expect(body).toBeUndefined()
    expect(headers.map(([name]) => name)).not.toContain('Content-Type')
  })
})
