import type { Control } from '@scimulator/shared/behaviour'
import type { Checker } from './checker.ts'
import { groupMembers } from './group-members.ts'
import { linkTargets } from './link-targets.ts'
import { uniqueMembers } from './unique-members.ts'

/** What must hold of these programs: a program that shows links is held to them. */
export function checkersFor(controls: Iterable<Control>): readonly Checker[] {
  const linked = [...controls].filter(({ views }) => views.has('links'))
  return [uniqueMembers, groupMembers, ...linked.map(({ name }) => linkTargets(name))]
}
