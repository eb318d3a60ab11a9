import { asText } from '@scimulator/shared/scim'
import type { Checker } from './checker.ts'

/**
 * A simulator believes that it created or found a resource: the receiver must have had it. A link may outlive its resource, because nobody
 * tells an IdP that somebody was deleted at the receiver by hand; it must not point at what never was.
 */
export function linkTargets(program: string): Checker {
  return {
    name: `every link of ${program} points at a resource that exists or existed`,
    views: ['lark.members', `${program}.links`],
    check(seen) {
      return seen.items(`${program}.links`).flatMap(({ key, value }) => {
        const target = asText(value.targetId)
        return seen.resourceIds.has(target) ? [] : [`${key} is linked to ${target}, which never existed`]
      })
    },
  }
}
