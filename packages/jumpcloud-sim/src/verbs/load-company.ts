import { defineVerb } from '@scimulator/shared/behaviour'
import { Company } from '@scimulator/shared/people'
import { z } from 'zod'
import { loadCompany } from '../acts/load-company.ts'
import type { Engine } from '../engine.ts'
import { ADMIN, settled } from './settled.ts'

export function loadCompanyVerb(engine: Engine) {
  return defineVerb({
    name: 'load-company',
    describes:
      'Loads a company: its people become users, its groups user groups. Nested groups are not followed; JumpCloud has none.',
    input: z.strictObject({
      company: Company,
      usernames: z.enum(['email', 'local-part']).default('local-part').describe('What becomes the username'),
    }),
    run: async ({ company, usernames }) => {
      const before = engine.view.users.size
      for (const event of loadCompany(engine.view, company, usernames, engine.context)) engine.happen(event, ADMIN)
      await settled(engine)
      return { users: engine.view.users.size - before, groups: company.groups.length }
    },
  })
}
