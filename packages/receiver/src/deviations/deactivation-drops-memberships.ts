import type { JsonObject } from '@scimulator/shared/scim'
import type { Handler, HandlerRequest } from '../scim/handler-port.ts'
import { afterDeactivation } from './after-deactivation.ts'
import { ask, collectionTarget, foundResources, patchBody } from './asking.ts'
import { defineDeviation } from './deviation.ts'

export const deactivationDropsMemberships = defineDeviation({
  name: 'deactivation-drops-memberships',
  describes: 'Removes a user who is deactivated from all groups.',
  pain: 'A person who comes back is in no group, and identity providers do not send memberships again that they sent before.',
  hurts: ['entra', 'entraLegacy', 'jumpcloud', 'okta', 'rfc'],
  damage: 'access',
  seenBy: ['directory.groups.members'],
  consequences: [],
  source: 'lightdash/lightdash#17494',
  looksInside: true,
  create: () => afterDeactivation(leaveGroups),
})

async function leaveGroups(next: Handler, request: HandlerRequest, { id }: JsonObject): Promise<void> {
  const member = JSON.stringify(id)
  for (const group of await foundResources(next, request, 'Groups', `members.value eq ${member}`)) {
    const target = `${collectionTarget(request, 'Groups')}/${String(group.id)}`
    const body = patchBody({ op: 'remove', path: `members[value eq ${member}]` })
    await ask(next, request, { method: 'PATCH', target, body })
  }
}
