import { defineDeviation } from './deviation.ts'
import { isFor, rewritingBody } from './rewriting.ts'

export const createdInactiveIsActive = defineDeviation({
  name: 'created-inactive-is-active',
  describes: 'Creates a user with active false as an active one.',
  pain: 'A person who is blocked or not yet there has an account that works.',
  hurts: ['jumpcloud', 'rfc'],
  damage: 'access',
  seenBy: ['directory.users.active'],
  consequences: [],
  source: 'getprobo/probo#711, FusionAuth/fusionauth-issues#246',
  create: () =>
    rewritingBody((body, request) =>
      request.method === 'POST' && isFor(request, 'Users') && body.active === false ? { ...body, active: true } : body,
    ),
})
