// From flags, environment and configuration to the description of a target. Nothing is read here but what is handed in.
import { parseDuration } from '@scimulator/shared/runtime'
import type { z } from 'zod'
import { BadInput } from '../written/problem.ts'
import { CONFIG_FILE, type ReadConfig, settingsOfConfig } from './config-file.ts'
import {
  type Environment,
  firstTargetFlag,
  overlay,
  settingsOfEnvironment,
  settingsOfFlags,
  type TargetFlags,
  type WrittenSettings,
} from './read-settings.ts'
import { type Authentication, isLoopback, type Secret, type TargetDescription } from './target-description.ts'
import { flagOf, TARGET_OPTIONS } from './target-options.ts'
import { isHttpUrl, TargetSettings } from './target-settings.ts'

export interface TargetSources {
  readonly flags: TargetFlags
  readonly env: Environment
  readonly config?: ReadConfig
}

/**
 * The target that a command is about. Flags win over the environment, which wins over the configuration.
 * @returns undefined when nothing names a target. @throws BadInput
 */
export function describeTarget({ flags, env, config }: TargetSources): TargetDescription | undefined {
  const named = writtenTarget({ flags, env })
  if (named === undefined) {
    const flag = firstTargetFlag(flags)
    if (flag !== undefined) throw new BadInput(`${flag} says how a target is reached, and there is no --target.`)
    return undefined
  }
  const isUrl = isWrittenUrl(named)
  const base = isUrl ? givenUrl(named) : settingsOfConfig(configFor(named, config), named)
  const written = overlay(overlay(base, settingsOfEnvironment(env)), settingsOfFlags(flags))
  return descriptionOf(checked(written), written, env, isUrl ? undefined : named)
}

/** The name of a target that only the configuration knows; undefined for a URL, and when nothing names one. */
export function targetNameIn(sources: Pick<TargetSources, 'flags' | 'env'>): string | undefined {
  const named = writtenTarget(sources)
  return named === undefined || isWrittenUrl(named) ? undefined : named
}

function writtenTarget({ flags, env }: Pick<TargetSources, 'flags' | 'env'>): string | undefined {
  return flags.target ?? (env.SCIMULATOR_TARGET || undefined)
}

function isWrittenUrl(named: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(named)
}

/** A target as a program describes it: the settings of a file, and the token itself if it is at hand. */
export interface GivenTarget extends Partial<z.input<typeof TargetSettings>> {
  readonly url: string
  readonly token?: string
}

/** The same for a program that uses the library; it hands over objects instead of text. @throws BadInput */
export function describeGiven({ token, ...settings }: GivenTarget, env: Environment): TargetDescription {
  const names = new Map(Object.keys(settings).map((key) => [key, `target.${key}`] as const))
  const written = { values: settings, names: new Map([['url', 'target.url'], ...names]) }
  const description = descriptionOf(checked(written), written, env, undefined)
  if (token === undefined) return description
  return { ...description, authentication: { kind: 'bearer', token: { from: 'value', value: token } } }
}

function givenUrl(url: string): WrittenSettings {
  return { values: { url }, names: new Map([['url', '--target']]) }
}

function configFor(named: string, config: ReadConfig | undefined): ReadConfig {
  if (config) return config
  // What stands before the colon of localhost:3000 is no scheme.
  const meant = /^[\w.-]+:\d+(\/|$)/.test(named) ? `http://${named}` : 'https://scim.example.com/v2'
  throw new BadInput(
    `"${named}" is not an http or https URL, and there is no ${CONFIG_FILE} here that could name it. ` +
      `Give the SCIM base URL, such as ${meant}.`,
  )
}

function checked(written: WrittenSettings): TargetSettings {
  const parsed = TargetSettings.safeParse(written.values)
  if (parsed.success) return parsed.data
  throw new BadInput(parsed.error.issues.map((issue) => problemOf(issue, written)).join('\n'))
}

function problemOf(issue: z.core.$ZodIssue, { values, names }: WrittenSettings): string {
  const path = issue.path.map(String)
  const value = path.reduce<unknown>((node, key) => (isRecord(node) ? node[key] : undefined), values)
  const name = names.get(path.join('.')) ?? names.get(path[0] ?? '') ?? namedBy(path)
  if (value === undefined) return `${namedBy(path)} is missing; the rest of ${path[0]} is there.`
  return `${name} "${isRecord(value) ? JSON.stringify(value) : value}": ${issue.message}.`
}

function namedBy(path: readonly string[]): string {
  const option = TARGET_OPTIONS.find((candidate) => candidate.path.join('.') === path.join('.'))
  return option ? flagOf(option) : path.join('.')
}

function descriptionOf(
  settings: TargetSettings,
  written: WrittenSettings,
  env: Environment,
  name: string | undefined,
): TargetDescription {
  const nameOf = (path: string): string =>
    written.names.get(path) ?? written.names.get(path.split('.')[0] ?? '') ?? path
  const { rate, parallel, runId, start, waitFor } = settings
  if (waitFor !== undefined && start === undefined) {
    throw new BadInput(`${nameOf('waitFor')} waits for what --start starts, and nothing is started.`)
  }
  return {
    ...(name === undefined ? {} : { name }),
    ...baseOf(settings.url, nameOf('url')),
    authentication: authenticationOf(settings, nameOf),
    headers: headersOf(settings, nameOf),
    proxy: proxyOf(settings, env, nameOf),
    tls: tlsOf(settings, env, nameOf),
    timeoutMs: parseDuration(settings.timeout ?? '30s') ?? 0,
    emailDomain: (settings.emailDomain ?? 'example.com').toLowerCase(),
    maxAccounts: settings.maxAccounts ?? 250,
    ...(rate === undefined ? {} : { rate }),
    ...(parallel === undefined ? {} : { parallel }),
    ...(runId === undefined ? {} : { runId }),
    ...(start === undefined ? {} : { start: { command: start, waitFor: waitFor ?? settings.url } }),
  }
}

/** Cut by hand, because a URL object would change how a path is written. */
function baseOf(written: string, name: string): Pick<TargetDescription, 'url' | 'endsInSlash' | 'query'> {
  const { hash, username, password } = new URL(written)
  if (hash !== '')
    throw new BadInput(`${name} "${written}" has a fragment (${hash}), which no request carries. Leave it out.`)
  if (username !== '' || password !== '') {
    throw new BadInput(`${name} holds a user or a password. Leave them out and give --user and --password-env.`)
  }
  const [base = '', ...query] = written.split('?')
  const url = base.replace(/\/+$/, '')
  const endpoint = /\/(Users|Groups|ServiceProviderConfig|ResourceTypes|Schemas|Bulk)$/.exec(url)?.[1]
  if (endpoint === undefined) return { url, endsInSlash: url !== base, query: query.join('?') }
  throw new BadInput(
    `${name} "${written}" is the endpoint of ${endpoint}. Give the base URL, the part before /${endpoint}.`,
  )
}

type NameOf = (path: string) => string

function authenticationOf(settings: TargetSettings, nameOf: NameOf): Authentication {
  const { tokenEnv, tokenFile, basic, oauth } = settings
  const ways = (['tokenEnv', 'tokenFile', 'basic', 'oauth'] as const).filter((key) => settings[key] !== undefined)
  if (ways.length > 1) {
    throw new BadInput(`There is more than one way to sign in: ${ways.map(nameOf).join(', ')}. Keep one of them.`)
  }
  if (tokenEnv !== undefined) return { kind: 'bearer', token: variable(tokenEnv, nameOf('tokenEnv')) }
  if (tokenFile !== undefined) return { kind: 'bearer', token: fileOrStdin(tokenFile, nameOf('tokenFile')) }
  if (basic)
    return { kind: 'basic', user: basic.user, password: variable(basic.passwordEnv, nameOf('basic.passwordEnv')) }
  if (!oauth) return { kind: 'none' }
  return {
    kind: 'oauth',
    tokenUrl: oauth.tokenUrl,
    clientId: variable(oauth.clientIdEnv, nameOf('oauth.clientIdEnv')),
    clientSecret: variable(oauth.clientSecretEnv, nameOf('oauth.clientSecretEnv')),
    credentialsIn: oauth.credentialsIn,
    ...(oauth.scope === undefined ? {} : { scope: oauth.scope }),
  }
}

function variable(name: string, askedBy: string): Secret {
  return { from: 'env', name, askedBy }
}

function fileOrStdin(path: string, askedBy: string): Secret {
  return path === '-' ? { from: 'stdin', askedBy } : { from: 'file', path, askedBy }
}

function headersOf({ headers = {}, headersEnv = {} }: TargetSettings, nameOf: NameOf): TargetDescription['headers'] {
  const plain = Object.entries(headers).map(([name, value]) => ({ name, value: { from: 'value', value } as const }))
  const secret = Object.entries(headersEnv).map(([name, from]) => ({
    name,
    value: variable(from, nameOf('headersEnv')),
  }))
  const signing = [...plain, ...secret].find(({ name }) => name.toLowerCase() === 'authorization')
  if (!signing) return [...plain, ...secret]
  throw new BadInput(
    'A header "Authorization" is given by the way to sign in: --token-env, --user or --oauth-token-url.',
  )
}

function proxyOf(settings: TargetSettings, env: Environment, nameOf: NameOf): TargetDescription['proxy'] {
  const { proxy, url } = settings
  const except = settings.noProxy ?? env.no_proxy ?? env.NO_PROXY
  if (proxy !== undefined) {
    if (new URL(proxy).username !== '')
      throw new BadInput(`${nameOf('proxy')} holds a user. With a password, set HTTPS_PROXY instead.`)
    return { http: proxy, https: proxy, ...(settings.noProxy === undefined ? {} : { except: settings.noProxy }) }
  }
  // What runs on this machine is reached directly, whatever the environment says of the world outside.
  if (isLoopback(url)) return {}
  const http = proxyUrl(env.http_proxy ?? env.HTTP_PROXY, 'HTTP_PROXY')
  const https = proxyUrl(env.https_proxy ?? env.HTTPS_PROXY, 'HTTPS_PROXY')
  return {
    ...(http === undefined ? {} : { http }),
    ...(https === undefined ? {} : { https }),
    ...(except === undefined ? {} : { except }),
  }
}

/** Often written without its scheme: `proxy.example:3128`. */
function proxyUrl(written: string | undefined, name: string): string | undefined {
  if (written === undefined || written === '') return undefined
  const url = /^[a-z][a-z0-9+.-]*:\/\//i.test(written) ? written : `http://${written}`
  if (isHttpUrl(url)) return url
  throw new BadInput(`${name} is not the URL of an http or https proxy. Other kinds of proxies are not supported.`)
}

function tlsOf(settings: TargetSettings, env: Environment, nameOf: NameOf): TargetDescription['tls'] {
  const { ca, cert, key, keyPassphraseEnv, insecure = false, url } = settings
  if (key !== undefined && cert === undefined)
    throw new BadInput(`${nameOf('key')} is the key of a certificate; give --cert too.`)
  const extra = url.startsWith('https:') ? env.NODE_EXTRA_CA_CERTS : undefined
  return {
    ca: [ca, extra].filter((path): path is string => path !== undefined && path !== ''),
    insecure,
    ...(cert === undefined ? {} : { cert, key: key ?? cert }),
    ...(keyPassphraseEnv === undefined
      ? {}
      : { keyPassphrase: variable(keyPassphraseEnv, nameOf('keyPassphraseEnv')) }),
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
