import { defineVerb } from '@scimulator/shared/behaviour'
import { Company } from '@scimulator/shared/people'
import { z } from 'zod'
import { companyChanges } from '../acts/load-company.ts'
import type { EntraContext } from '../context.ts'

const Input = z.strictObject({ company: Company })

export const loadCompanyVerb = ({ engine }: EntraContext) =>
  defineVerb({
    name: 'load-company',
    describes: 'Puts the people and groups of a company into the tenant; its domain becomes the default domain.',
    input: Input,
    run: ({ company }) => {
      const { view, ids } = engine
      const { name: displayName, domain: defaultDomain } = company
      const tenant = { ...view.tenant, displayName, defaultDomain }
      engine.commit([{ kind: 'tenant', value: tenant }, ...companyChanges(view, company, engine.now(), ids)])
      return { users: company.people.length, groups: company.groups.length }
    },
  })
