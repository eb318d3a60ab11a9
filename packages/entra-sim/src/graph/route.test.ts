import { expect, test } from 'vitest'
import { NO_CONTENT, operation } from './operation.ts'
import { createRouter, segmentsOf } from './route.ts'

const router = createRouter(
  [
    '/users',
    '/users/{user}',
    '/users/delta',
    '/servicePrincipals/{servicePrincipal}/synchronization/jobs/{job}/schema',
  ].map((template) => operation('GET', template, () => NO_CONTENT)),
)

test.each([
  ['/users', '/users', {}],
  ['/users/', '/users', {}],
  ['/users/ana%40contoso.example', '/users/{user}', { user: 'ana@contoso.example' }],
  ['/users/delta', '/users/delta', {}],
  ["/users('o''neil@contoso.example')", '/users/{user}', { user: "o'neil@contoso.example" }],
  [
    "/servicePrincipals(appId='8adf8e6e')/synchronization/jobs/scim.1/schema",
    '/servicePrincipals/{servicePrincipal}/synchronization/jobs/{job}/schema',
    { servicePrincipal: "appId='8adf8e6e'", job: 'scim.1' },
  ],
])('%s is %s', (path, template, parameters) => {
  const found = router.route('GET', path)
  expect(found && 'operation' in found && found.operation.template).toBe(template)
  expect(found && 'parameters' in found && found.parameters).toEqual(parameters)
})

test('a known path with another method says which methods it has', () => {
  expect(router.route('DELETE', '/users')).toEqual({ allowed: ['GET'] })
})

test('an unknown path is nothing', () => {
  expect(router.route('GET', '/teams')).toBeUndefined()
})

test('a broken escape is refused', () => {
  expect(() => segmentsOf('/users/%zz')).toThrow('not percent-encoded')
})
