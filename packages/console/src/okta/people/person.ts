// A person: what they are called, in which state, what can be done to them there, and what an edit says to the organization. Pure.
import type { Tone } from '../../parts/status-badge.tsx'
import { valueText } from '../../parts/value-text.ts'
import type { Views } from '../../source/source.ts'
import { attributes, words } from '../words.ts'

export type Person = Views['okta.users']
export type ProfileDraft = Readonly<Record<string, string>>
export type PersonAct = readonly [label: string, verb: string]

type State = Person['status']

const TONES: Readonly<Record<State, Tone>> = {
  ACTIVE: 'good',
  STAGED: 'plain',
  SUSPENDED: 'watch',
  DEPROVISIONED: 'bad',
}

export const STATES: readonly State[] = ['ACTIVE', 'STAGED', 'SUSPENDED', 'DEPROVISIONED']

export function stateOf({ status }: { readonly status: State }): readonly [Tone, string] {
  return [TONES[status], words.states[status]]
}

export function fullName({ firstName, lastName }: Pick<Person, 'firstName' | 'lastName'>): string {
  return `${firstName} ${lastName}`
}

const ACTIVATE: PersonAct = [words.activate, 'okta.activate-user']
const DEACTIVATE: PersonAct = [words.deactivate, 'okta.deactivate-user']

/** What can be done in each state (O913, O914): somebody is deactivated before they are deleted. */
const ACTS: Readonly<Record<State, readonly PersonAct[]>> = {
  STAGED: [ACTIVATE, DEACTIVATE],
  ACTIVE: [[words.suspend, 'okta.suspend-user'], DEACTIVATE],
  SUSPENDED: [[words.unsuspend, 'okta.unsuspend-user'], DEACTIVATE],
  DEPROVISIONED: [ACTIVATE, [words.deletePerson, 'okta.delete-user']],
}

export function actsOf({ status }: Pick<Person, 'status'>): readonly PersonAct[] {
  return ACTS[status]
}

/** Each attribute as a text; empty where the person has none. */
export function profileOf(person: Person): ProfileDraft {
  return Object.fromEntries(attributes.map(([name]) => [name, valueText(person[name])]))
}

/** As `update-user` takes what was changed; an emptied field takes the value away. */
export function updateInput(user: string, draft: ProfileDraft, changed: readonly string[]): object {
  return { user, set: Object.fromEntries(changed.map((name) => [name, draft[name]?.trim() || null])) }
}

/** As `create-user` takes a new one. */
export function createInput(draft: ProfileDraft, activate: boolean): object {
  const given = Object.entries(draft).flatMap(([name, text]) => (text.trim() === '' ? [] : [[name, text.trim()]]))
  return { ...Object.fromEntries(given), activate }
}
