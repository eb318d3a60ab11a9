// Whom to provision, as the verb takes it. Pure.
import type { Picked } from '../../parts/picker-panel.tsx'

/** Microsoft: Provision on demand. */
export const MEMBERS_AT_MOST = 5

/** A user has no members to choose. */
export function subjectInput(subject: Pick<Picked, 'view' | 'key'>, members: readonly Pick<Picked, 'key'>[]): object {
  if (subject.view !== 'entra.groups') return { user: subject.key }
  return { group: subject.key, members: members.map(({ key }) => key) }
}

const STEPS: Readonly<Record<string, string>> = {
  import: 'Import user',
  scoping: 'Determine if user is in scope',
  matching: 'Match user between source and target',
}

/** The page has four steps: what is not one of the first three belongs to the act (Microsoft: Provision on demand). */
export function onDemandStep(type: string): string {
  return STEPS[type] ?? 'Perform action'
}
