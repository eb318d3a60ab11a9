// What is said of somebody at one program, in the words that all programs have in common.
import { nameOfProgram } from '../families.ts'
import type { Tone } from '../parts/status-badge.tsx'
import { valueText } from '../parts/value-text.ts'

type Json = Readonly<Record<string, unknown>>

const PROGRAMS: Readonly<Record<string, string>> = {
  entra: 'Microsoft Entra ID',
  receiver: 'The application',
}

export function programName(program: string): string {
  return PROGRAMS[program] ?? nameOfProgram(program)
}

/** Whether they can work there; undefined where the program does not say. */
export function stateOf(value: Json): readonly [Tone, string] | undefined {
  if (value.deletedAt !== undefined || value.deletedDateTime !== undefined) return ['bad', 'Deleted']
  if (typeof value.status === 'string') return [isOn(value.status) ? 'good' : 'watch', stateWord(value.status)]
  if (typeof value.accountEnabled === 'boolean')
    return value.accountEnabled ? ['good', 'Enabled'] : ['watch', 'Blocked']
  if (typeof value.state === 'string') return [isOn(value.state) ? 'good' : 'watch', stateWord(value.state)]
  return undefined
}

const isOn = (state: string): boolean => /^active$|^ACTIVATED$/i.test(state)

/** JumpCloud and Okta write them in capitals, and Okta calls one otherwise on its pages. */
const STATES: Readonly<Record<string, string>> = { ACTIVATED: 'Active', DEPROVISIONED: 'Deactivated' }

function stateWord(state: string): string {
  return STATES[state] ?? `${state.charAt(0)}${state.slice(1).toLowerCase()}`
}

const FACTS = ['jobTitle', 'title', 'department', 'userGroups', 'groups'] as const

/** What people ask for first; the program's own page has the rest. */
export function factsOf(value: Json): readonly string[] {
  return FACTS.map((name) => valueText(value[name])).filter((text, at, all) => text !== '' && all.indexOf(text) === at)
}
