import { defineVerb } from '@scimulator/shared/behaviour'
import { Company } from '@scimulator/shared/people'
import { z } from 'zod'
import { companyChanges } from '../acts/load-company.ts'
import type { EntraContext } from '../context.ts'

const Input = z.strictObject({ company: Company })

export const loadCompanyVerb = ({ ports }: EntraContext) =>
  defineVerb({
    name: 'load-company',
    describes: 'Puts the people and groups of a company into the tenant; its domain becomes the default domain.',
    input: Input,
    run: ({ company }) => {
      const { view, ids } = ports
      const { name: displayName, domain: defaultDomain } = company
      const tenant = { ...view.tenant, displayName, defaultDomain }
      ports.commit([{ kind: 'tenant', value: tenant }, ...companyChanges(view, company, ports.now(), ids)])
      return { users: company.people.length, groups: company.groups.length }
    },
  })
