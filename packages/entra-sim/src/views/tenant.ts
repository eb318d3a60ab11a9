import { defineView } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import type { EntraContext } from '../context.ts'

const TenantItem = z.object({
  tenantId: z.string().describe('Id of the tenant, a UUID'),
  displayName: z.string().describe('Name of the tenant'),
  defaultDomain: z.string().describe('Of the mail addresses; the default verified domain'),
  initialDomain: z.string().describe('With which the tenant began; part of the names of guests'),
  switches: z.record(z.string(), z.unknown()).describe('What public material leaves open, as it is decided here'),
})

export const tenant = ({ ports: { view, switches } }: EntraContext) =>
  defineView({
    name: 'tenant',
    describes: 'Names, domains and id of the tenant, and the switches by which it behaves.',
    query: z.strictObject({}),
    item: TenantItem,
    watches: ['tenant'],
    read: () => [{ key: view.tenant.tenantId, value: { ...view.tenant, switches: { ...switches } } }],
  })
