// What flags, environment and configuration say of a target, brought into one form and laid over one another.
import { BadInput } from '../written/problem.ts'
import { flagOf, TARGET_OPTIONS, type TargetOption, variableOf } from './target-options.ts'

/** The parsed command line: `target`, `config`, and the members of TARGET_OPTIONS. */
export interface TargetFlags {
  readonly target?: string | undefined
  readonly config?: string | undefined
  readonly [option: string]: unknown
}

export type Environment = Readonly<Record<string, string | undefined>>

/** Settings as they were written, not yet checked, with the name that a message calls each place by. */
export interface WrittenSettings {
  readonly values: Readonly<Record<string, unknown>>
  /** By path, dots between its parts: `oauth.tokenUrl` to `--oauth-token-url`. */
  readonly names: ReadonlyMap<string, string>
}

/** @throws BadInput when a header is not written as `Name: value`. */
export function settingsOfFlags(flags: TargetFlags): WrittenSettings {
  return collect((option) => [flags[option.key], flagOf(option)])
}

/** @throws BadInput when a header is not written as `Name: value`. */
export function settingsOfEnvironment(env: Environment): WrittenSettings {
  const written = collect((option) => {
    const name = variableOf(flagOf(option))
    return [env[name] === '' ? undefined : env[name], name]
  })
  if (!env.SCIMULATOR_TOKEN) return written
  return {
    values: { tokenEnv: 'SCIMULATOR_TOKEN', ...written.values },
    names: new Map([['tokenEnv', 'SCIMULATOR_TOKEN'], ...written.names]),
  }
}

/** The first flag that says something of a target, when there is any. */
export function firstTargetFlag(flags: TargetFlags): string | undefined {
  return settingsOfFlags(flags).names.values().next().value
}

function collect(written: (option: TargetOption) => readonly [value: unknown, name: string]): WrittenSettings {
  const names = new Map<string, string>()
  const values = TARGET_OPTIONS.reduce<Readonly<Record<string, unknown>>>((settings, option) => {
    const [value, name] = written(option)
    if (value === undefined || value === false) return settings
    names.set(option.path.join('.'), name)
    return withValue(settings, option.path, typed(value, option, name))
  }, {})
  return { values, names }
}

function withValue(
  settings: Readonly<Record<string, unknown>>,
  [first = '', ...rest]: readonly string[],
  value: unknown,
): Readonly<Record<string, unknown>> {
  if (rest.length === 0) return { ...settings, [first]: value }
  return { ...settings, [first]: withValue(asRecord(settings[first]), rest, value) }
}

function typed(value: unknown, { takes }: TargetOption, name: string): unknown {
  if (takes === 'number' && typeof value === 'string' && /^\d+(\.\d+)?$/.test(value)) return Number(value)
  if (takes === 'switch' && typeof value === 'string') return /^(1|true|yes)$/i.test(value)
  if (takes === 'many') return pairs(Array.isArray(value) ? value.map(String) : String(value).split(/\r?\n/), name)
  return value
}

function pairs(lines: readonly string[], name: string): Record<string, string> {
  return Object.fromEntries(
    lines.map((line) => {
      const [, key, value] = /^\s*([^:\s]+)\s*:\s*(.*?)\s*$/.exec(line) ?? []
      if (key !== undefined && value !== undefined) return [key, value]
      throw new BadInput(`${name} takes "Name: value", not "${line}".`)
    }),
  )
}

const AUTHENTICATION = ['tokenEnv', 'tokenFile', 'basic', 'oauth'] as const

/** `over` wins. A layer that names another way to sign in than the one below replaces all of it. */
export function overlay(under: WrittenSettings, over: WrittenSettings): WrittenSettings {
  const below = signsIn(over)
    ? without(
        under.values,
        AUTHENTICATION.filter((key) => over.values[key] === undefined),
      )
    : under.values
  return { values: merged(below, over.values), names: new Map([...under.names, ...over.names]) }
}

function signsIn({ values }: WrittenSettings): boolean {
  return AUTHENTICATION.some((key) => values[key] !== undefined)
}

function without(values: Readonly<Record<string, unknown>>, keys: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([key]) => !keys.includes(key)))
}

function merged(
  under: Readonly<Record<string, unknown>>,
  over: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const entries = Object.entries(over).map(([key, value]) => [
    key,
    isRecord(value) && isRecord(under[key]) ? merged(under[key], value) : value,
  ])
  return { ...under, ...Object.fromEntries(entries) }
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return isRecord(value) ? value : {}
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
