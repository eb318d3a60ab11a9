// The command that was given, as far as it says how the endpoint and its application are reached: what a finding is proven with.
import { flagOf, TARGET_OPTIONS, type TargetOption } from '@scimulator/harness/target/options'
import type { DoorArguments } from './doors.ts'

/** Whatever the parsed command line holds, by its keys. */
type Given = DoorArguments & { readonly iOwnThisTarget?: boolean } & Readonly<Record<string, unknown>>

/** `scimulator test URL` with the same options, without those that say what is asked and how it is told. */
export function againCommand(url: string, given: Given): string {
  const doors = [
    ...(given.access ?? []).map((one) => word('--access', one)),
    ...(given.accessUrl ?? []).map((one) => word('--access-url', one)),
    ...(typeof given.block === 'string' ? [word('--block', given.block)] : []),
  ]
  return ['scimulator test', quotedIfNeeded(url), ...reaching(given), ...doors, ...consent(given)].join(' ')
}

/** `scimulator clean --target URL`, reached in the same way. */
export function cleanCommandOf(url: string, given: Given): string {
  return ['scimulator clean --target', quotedIfNeeded(url), ...reaching(given), ...consent(given)].join(' ')
}

/** A run id is for one run; its names are not used twice. */
const OF_ONE_RUN = new Set(['runId'])

function reaching(given: Given): string[] {
  const config = typeof given.config === 'string' ? [word('--config', given.config)] : []
  return [...config, ...TARGET_OPTIONS.flatMap((option) => said(option, given[option.key]))]
}

function said(option: TargetOption, value: unknown): string[] {
  const { key, takes } = option
  if (value === undefined || value === false || OF_ONE_RUN.has(key)) return []
  if (takes === 'switch') return [flagOf(option)]
  return [value].flat().map((one) => word(flagOf(option), key === 'header' ? withoutSecret(String(one)) : String(one)))
}

/** A header may be a secret although it was typed. */
function withoutSecret(header: string): string {
  return header.replace(/^([^:]*(?:auth|key|token|secret|cookie)[^:]*):.*$/i, '$1: …')
}

function consent({ iOwnThisTarget }: Given): string[] {
  return iOwnThisTarget ? ['--i-own-this-target'] : []
}

function word(flag: string, value: string): string {
  return `${flag} ${quotedIfNeeded(value)}`
}

function quotedIfNeeded(text: string): string {
  return /^[\w./:@=-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`
}
