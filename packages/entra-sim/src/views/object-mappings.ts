import { defineView } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import type { EntraContext } from '../context.ts'
import { groupsOfFilter, type ObjectMapping, shownRow } from '../mapping/index.ts'
import { printScope } from '../scoping/index.ts'
import { AppName, appAndJob, Clause } from '../verbs/inputs.ts'

const RowItem = z.object({
  target: z.string().describe('Target attribute'),
  type: z.enum(['Direct', 'Constant', 'Expression', 'None']).describe('Mapping type'),
  source: z.string().describe('Attribute, constant or expression'),
  matchingPriority: z.number().int().describe('0 where objects are not matched by it'),
  defaultValue: z.string().describe('Empty for none'),
  apply: z.enum(['Always', 'Only during object creation']).describe('When the row is applied'),
})

const ScopeItem = z.object({
  title: z.string().describe('Scoping filter title; empty for none'),
  clauses: z.array(Clause).readonly().describe('All of them must hold'),
})

const ObjectMappingItem = z.object({
  name: z.string().describe('Name of the mapping, such as Provision Microsoft Entra ID Users'),
  objectType: z.enum(['User', 'Group']).describe('Whose mapping: User or Group'),
  enabled: z.boolean().describe('Whether the mapping is switched on'),
  sourceObject: z.string().describe('Name of the object at the source: User or Group'),
  targetObject: z
    .string()
    .describe('Name of the object at the target, such as urn:ietf:params:scim:schemas:core:2.0:Group'),
  actions: z.array(z.enum(['Create', 'Update', 'Delete'])).describe('Target Object Actions'),
  scope: z
    .array(ScopeItem)
    .readonly()
    .describe('Source Object Scope: groups of clauses, of which one must fit; empty for all records'),
  scopeText: z.string().describe('The scoping filter on one line; empty for all records'),
  rows: z.array(RowItem).describe('The attribute mappings, in their order'),
})

const ACTIONS = { Add: 'Create', Update: 'Update', Delete: 'Delete' } as const

export const objectMappings = (context: EntraContext) =>
  defineView({
    name: 'object-mappings',
    describes:
      'The attribute mappings of users and of groups as the portal has them, in the shape that save-mappings takes.',
    query: z.strictObject({ app: AppName }),
    item: ObjectMappingItem,
    watches: ['job', 'servicePrincipal'],
    read: ({ app }) =>
      appAndJob(context, app)
        .job.schema.synchronizationRules.flatMap((rule) => rule.objectMappings)
        .map((mapping) => ({ key: mapping.sourceObjectName, value: shownMapping(mapping) })),
  })

function shownMapping(mapping: ObjectMapping): z.infer<typeof ObjectMappingItem> {
  const { name, enabled, sourceObjectName, targetObjectName, flowTypes, scope, attributeMappings } = mapping
  return {
    name,
    objectType: sourceObjectName === 'Group' ? 'Group' : 'User',
    enabled,
    sourceObject: sourceObjectName,
    targetObject: targetObjectName,
    actions: (['Add', 'Update', 'Delete'] as const).filter((one) => flowTypes.includes(one)).map((one) => ACTIONS[one]),
    scope: groupsOfFilter(scope),
    scopeText: scope === null ? '' : printScope(scope),
    rows: attributeMappings.map(shownRow),
  }
}
