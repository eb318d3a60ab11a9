import { expect, test } from 'vitest'
import { BadInput } from '../written/problem.ts'
import { parseConfig } from './config-file.ts'
import { describeTarget } from './describe-target.ts'
import type { Environment, TargetFlags } from './read-settings.ts'

const URL = 'https://scim.example.com/v2'

function describe(flags: TargetFlags, env: Environment = {}, yaml?: string) {
  const config = yaml === undefined ? {} : { config: parseConfig('/project/scimulator.config.yaml', 'conf.yaml', yaml) }
  return describeTarget({ flags, env, ...config })
}

const messageOf = (act: () => unknown): string => {
  try {
    act()
  } catch (error) {
    if (error instanceof BadInput) return error.message
    throw error
  }
  return 'accepted'
}

test.each([
  [URL, URL, ''],
  [`${URL}/`, URL, ''],
  [`${URL}//`, URL, ''],
  ['http://localhost:3000', 'http://localhost:3000', ''],
  [`${URL}?tenant=7&x=a%2Fb`, URL, 'tenant=7&x=a%2Fb'],
  [`${URL}/?q=a?b`, URL, 'q=a?b'],
  ['https://SCIM.example.com/%7Ev2', 'https://SCIM.example.com/%7Ev2', ''],
])('%s keeps its path as it is written, and its query for every request', (target, url, query) => {
  expect(describe({ target })).toMatchObject({ url, query })
})

test.each([
  ['nothing', {}, {}, { kind: 'none' }],
  ['a token', { tokenEnv: 'T' }, {}, { kind: 'bearer', token: { from: 'env', name: 'T', askedBy: '--token-env' } }],
  ['a file', { tokenFile: 't.txt' }, {}, { kind: 'bearer', token: { from: 'file', path: 't.txt' } }],
  ['standard input', { tokenFile: '-' }, {}, { kind: 'bearer', token: { from: 'stdin' } }],
  ['SCIMULATOR_TOKEN', {}, { SCIMULATOR_TOKEN: 'x' }, { kind: 'bearer', token: { name: 'SCIMULATOR_TOKEN' } }],
  ['a variable', {}, { SCIMULATOR_TOKEN_ENV: 'T' }, { kind: 'bearer', token: { askedBy: 'SCIMULATOR_TOKEN_ENV' } }],
  ['Basic', { user: 'ann', passwordEnv: 'P' }, {}, { kind: 'basic', user: 'ann', password: { name: 'P' } }],
  [
    'OAuth',
    { oauthTokenUrl: 'https://id.example.com/token', clientIdEnv: 'I', clientSecretEnv: 'S', oauthScope: 'a b' },
    {},
    { kind: 'oauth', clientId: { name: 'I' }, clientSecret: { name: 'S' }, scope: 'a b', credentialsIn: 'header' },
  ],
  ['a flag over the environment', { user: 'ann', passwordEnv: 'P' }, { SCIMULATOR_TOKEN: 'x' }, { kind: 'basic' }],
])('signs in with %s', (_name, flags, env, authentication) => {
  expect(describe({ target: URL, ...flags }, env)?.authentication).toMatchObject(authentication)
})

test('flags win over the environment, which wins over the configuration', () => {
  const yaml = `targets:
  staging:
    url: ${URL}
    tokenEnv: FROM_FILE
    timeout: 10s
    rate: 5
    parallel: 3
    ca: certs/ca.pem
    headers: { X-Tenant: '7', X-Both: file }
`
  const flags = { target: 'staging', rate: '2.5', header: ['X-Both: flag'] }
  expect(describe(flags, { SCIMULATOR_PARALLEL: '9', SCIMULATOR_RATE: '1' }, yaml)).toMatchObject({
    name: 'staging',
    authentication: { token: { name: 'FROM_FILE', askedBy: 'targets.staging.tokenEnv (conf.yaml:4:5)' } },
    timeoutMs: 10_000,
    rate: 2.5,
    parallel: 9,
    tls: { ca: ['/project/certs/ca.pem'], insecure: false },
    headers: [
      { name: 'X-Tenant', value: { value: '7' } },
      { name: 'X-Both', value: { value: 'flag' } },
    ],
  })
})

test('without more, an answer may take 30 s, and addresses are kept for examples', () => {
  const target = describe({ target: URL })
  expect(target).toMatchObject({ timeoutMs: 30_000, emailDomain: 'example.com', maxAccounts: 250 })
  expect(target?.rate ?? target?.parallel ?? target?.runId ?? target?.start).toBeUndefined()
})

test('no target, no description', () => {
  expect(describe({}, { SCIMULATOR_TOKEN: 'x', HTTPS_PROXY: 'http://proxy' })).toBeUndefined()
})

test.each([
  ['a way without a target', { tokenEnv: 'T' }, '--token-env says how a target is reached, and there is no --target.'],
  ['another scheme', { target: 'ftp://x' }, '--target "ftp://x": An http or https URL is wanted.'],
  ['a fragment', { target: `${URL}#x` }, 'has a fragment (#x)'],
  ['a password in the URL', { target: 'https://a:b@x.example' }, '--target holds a user or a password.'],
  ['an endpoint', { target: `${URL}/Users` }, 'Give the base URL, the part before /Users.'],
  ['a name nobody knows', { target: 'staging' }, 'there is no scimulator.config.yaml here'],
  ['a wrong number', { target: URL, rate: 'abc' }, '--rate "abc": '],
  ['a wrong time', { target: URL, timeout: '5' }, '--timeout "5": A time is written 30s, 2m or 1h.'],
  ['a wrong domain', { target: URL, emailDomain: 'x' }, '--email-domain "x": A domain such as example.com is wanted.'],
  ['a wrong run id', { target: URL, runId: 'ABC' }, '--run-id "ABC": A run id is eight lower-case letters and digits.'],
  ['half of Basic', { target: URL, user: 'ann' }, '--password-env is missing; the rest of basic is there.'],
  ['half of OAuth', { target: URL, clientIdEnv: 'I', clientSecretEnv: 'S' }, '--oauth-token-url is missing'],
  [
    'two ways',
    { target: URL, tokenEnv: 'T', user: 'a', passwordEnv: 'P' },
    'more than one way to sign in: --token-env, ',
  ],
  ['a key alone', { target: URL, key: 'k.pem' }, '--key is the key of a certificate; give --cert too.'],
  ['a header of ours', { target: URL, header: ['Authorization: x'] }, 'is given by the way to sign in'],
  [
    'a header without a colon',
    { target: URL, header: ['X-Tenant 7'] },
    '--header takes "Name: value", not "X-Tenant 7".',
  ],
  ['waiting for nothing', { target: URL, waitFor: URL }, '--wait-for waits for what --start starts'],
  ['a URL without its scheme', { target: 'localhost:3000/scim' }, 'such as http://localhost:3000/scim.'],
  ['a password of a proxy', { target: URL, proxy: 'http://a:b@proxy' }, '--proxy holds a user.'],
])('%s is refused', (_name, flags, message) => {
  expect(messageOf(() => describe(flags))).toContain(message)
})

test.each([
  [{ HTTPS_PROXY: 'proxy.example:3128' }, { https: 'http://proxy.example:3128' }],
  [{ https_proxy: 'http://small', HTTPS_PROXY: 'http://large' }, { https: 'http://small' }],
  [
    { HTTP_PROXY: 'http://p', NO_PROXY: '.internal' },
    { http: 'http://p', except: '.internal' },
  ],
  [{ HTTPS_PROXY: '' }, {}],
])('%o', (env, proxy) => {
  expect(describe({ target: URL }, env)?.proxy).toEqual(proxy)
  expect(describe({ target: 'http://localhost:3000' }, env)?.proxy).toEqual({})
})

test('a proxy of another kind is refused by name', () => {
  expect(messageOf(() => describe({ target: URL }, { HTTPS_PROXY: 'socks5://p' }))).toContain(
    'HTTPS_PROXY is not the URL',
  )
})

test.each([
  ['targets:\n  a: { url: https://x.example, tokenEv: T }\n', 'conf.yaml:2:32: ', 'Did you mean "tokenEnv"?'],
  ['targets:\n  a: { url: ftp://x }\n', 'conf.yaml:2:13: ', 'An http or https URL is wanted'],
  ['targets:\n  a: { tokenEnv: T }\n', 'conf.yaml:2:3: ', 'lacks "url"'],
  ['targets:\n  a: { url: https://x.example, token: abc }\n', 'conf.yaml:2:32: ', 'knows no "token"'],
  ['targets: [\n', 'conf.yaml:2:1: ', ''],
  ['target: {}\n', 'conf.yaml:1:1: ', 'Did you mean "targets"?'],
])('a mistake in the configuration has line and column: %j', (yaml, place, hint) => {
  const message = messageOf(() => describe({ target: 'a' }, {}, yaml))
  expect(message).toContain(place)
  expect(message).toContain(hint)
})

test('a name that is nearly one of the file suggests it', () => {
  expect(messageOf(() => describe({ target: 'stagin' }, {}, `targets:\n  staging: { url: ${URL} }\n`))).toBe(
    'There is no target "stagin" in conf.yaml. Did you mean "staging"?',
  )
})
