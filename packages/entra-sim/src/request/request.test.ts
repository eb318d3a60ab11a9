import { describe, expect, test } from 'vitest'
import { entraSwitches } from '../behaviour.ts'
import { createComposer } from './composer.ts'
import { encodeQueryValue } from './query-encoding.ts'
import { readTenantUrl } from './tenant-url.ts'

describe('the tenant URL', () => {
  test.each([
    ['https://h.example/scim/v2', 'https://h.example/scim/v2', '', false],
    ['https://h.example/scim/v2/', 'https://h.example/scim/v2', '', false],
    ['https://h.example/scim/v2?aadOptscim062020', 'https://h.example/scim/v2', '', true],
    ['https://h.example/?aadOptscim062020', 'https://h.example', '', true],
    ['https://h.example/?aadOptscim062020=true', 'https://h.example', '', true],
    ['https://h.example/scim?tenant=7&aadOptscim062020', 'https://h.example/scim', 'tenant=7', true],
    ['https://h.example/scim?tenant=7?aadOptscim062020', 'https://h.example/scim', 'tenant=7', true],
    [' https://h.example/scim?tenant=7 ', 'https://h.example/scim', 'tenant=7', false],
  ])('%s', (text, base, query, hasFlag) => {
    expect(readTenantUrl(text)).toEqual({ base, query, hasFlag })
  })
})

describe('a value of the query', () => {
  test.each([
    ['userName eq "a b"', 'userName+eq+%22a+b%22'],
    ["o'neil@c.com", 'o%27neil%40c.com'],
    ['a+b;c/d?e:f&g=h$i,j#k', 'a%2Bb%3Bc%2Fd%3Fe%3Af%26g%3Dh%24i%2Cj%23k'],
    ['[x](y)!*', '%5Bx%5D%28y%29%21%2A'],
    ['100%', '100%25'],
    ['Zoë 李', 'Zo%C3%AB+%E6%9D%8E'],
    ['lone \ud800 half', 'lone+%EF%BF%BD+half'],
    ['back\\slash "quote"', 'back%5Cslash+%22quote%22'],
    ['A-Za_z.0~9', 'A-Za_z.0~9'],
  ])('%s', (text, encoded) => {
    expect(encodeQueryValue(text, 'upper')).toBe(encoded)
    expect(encodeQueryValue(text, 'lower')).toBe(encoded.replace(/%../g, (hex) => hex.toLowerCase()))
  })
})

describe('requests', () => {
  const input = {
    tenantUrl: 'https://h.example/scim?tenant=7',
    tenantId: 't',
    activityId: 'a',
    now: 0,
    activity: 'cycle',
  } as const
  const composer = createComposer({ ...input, secretToken: 'abc' }, entraSwitches())

  test('keep the query of the tenant URL in front of their own', () => {
    expect(composer.match('User', 'userName', 'x').url).toBe(
      'https://h.example/scim/Users?tenant=7&filter=userName+eq+%22x%22',
    )
    expect(composer.read('Group', 'a/b').url).toBe(
      'https://h.example/scim/Groups/a%2Fb?tenant=7&excludedAttributes=members',
    )
    expect(composer.remove('User', '1')).toMatchObject({
      method: 'DELETE',
      url: 'https://h.example/scim/Users/1?tenant=7',
    })
  })

  test('name the content only where there is one, and no User-Agent', () => {
    const names = (headers: readonly (readonly [string, string])[]) => headers.map(([name]) => name)
    expect(names(composer.read('User', '1').headers)).toEqual(['Authorization', 'Accept', 'ADSCIMVersion'])
    const create = composer.create('User', {})
    expect(names(create.headers)).toEqual(['Authorization', 'Accept', 'ADSCIMVersion', 'Content-Type'])
    expect(create.headers).toContainEqual(['Content-Type', 'application/scim+json; charset=utf-8'])
    expect(create.headers).toContainEqual(['Authorization', 'Bearer abc'])
  })

  test('bring a token of the tenant when the field is empty', () => {
    const [, bearer = ''] =
      createComposer({ ...input, secretToken: '' }, entraSwitches()).read('User', '1').headers[0] ?? []
    const claims = JSON.parse(atob(bearer.split('.')[1] ?? ''))
    expect(claims).toMatchObject({ iss: 'https://sts.windows.net/t/', aud: '8adf8e6e-67b2-4cf2-a259-e3dc5476c621' })
    expect(JSON.parse(atob(bearer.split(' ')[1]?.split('.')[0] ?? ''))).toEqual({ alg: 'none', typ: 'JWT' })
  })
})
