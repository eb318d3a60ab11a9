import { defineVerb, VerbError } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import { putSchema } from '../acts/job-acts.ts'
import type { EntraContext } from '../context.ts'
import { AttributeDefinition } from '../mapping/index.ts'
import { targetAttributes, withTargetAttributes } from '../schema/edit-schema.ts'
import { AttributeFields, definitionFields, type ListedAttribute } from './add-attribute.ts'
import { AppName, appAndJob, ObjectType } from './inputs.ts'
import { mappingOf } from './mapping-draft.ts'

const Input = z.strictObject({
  app: AppName,
  objectType: ObjectType,
  attributes: z.array(z.strictObject(AttributeFields)).describe('All of them, in their order'),
})

export const saveAttributesVerb = (context: EntraContext) =>
  defineVerb({
    name: 'save-attributes',
    describes: 'Saves the page Edit attribute list as a whole: all of it or nothing, and one initial cycle.',
    input: Input,
    run: ({ app, objectType, attributes }) => {
      const { job } = appAndJob(context, app)
      const before = targetAttributes(job.schema, objectType) ?? []
      const names = attributes.map(({ name }) => name)
      const mapped = mappingOf(job, objectType).attributeMappings.map((row) => row.targetAttributeName)
      assertOnce(names)
      assertKept(names, before, mapped)
      putSchema(
        context,
        job,
        withTargetAttributes(job.schema, objectType, () => attributes.map((one) => definitionOf(one, before))),
      )
    },
  })

/** What the page does not show of an attribute stays as it is. */
function definitionOf(listed: ListedAttribute, before: readonly AttributeDefinition[]): AttributeDefinition {
  const known = before.find(({ name }) => name === listed.name)
  return AttributeDefinition.parse({ ...known, ...definitionFields(listed) })
}

function assertOnce(names: readonly string[]): void {
  const twice = names.find((name, index) => names.indexOf(name) < index)
  if (twice !== undefined) throw new VerbError('conflict', `${twice} is listed twice; change it in its place.`)
}

/**
 * What is mapped stays in the list, as schemas that map what is not listed are refused; primary keys are preconfigured and cannot be
 * edited (Microsoft: Customize attribute mappings).
 */
function assertKept(names: readonly string[], before: readonly AttributeDefinition[], mapped: readonly string[]): void {
  const gone = before.filter(({ name }) => !names.includes(name))
  const key = gone.find(({ anchor }) => anchor)
  if (key) throw new VerbError('refused', `${key.name} is the primary key of the object and stays in the list.`)
  const used = gone.find(({ name }) => mapped.includes(name))
  if (used) throw new VerbError('conflict', `${used.name} is mapped; delete its mapping first.`)
}
