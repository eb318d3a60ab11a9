import { defineView } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import { filterOperators } from '../scoping/index.ts'

const OperatorItem = z.object({
  name: z.string().describe('As the portal and Microsoft Graph spell it, such as NOT EQUALS'),
  takesValue: z.boolean().describe('False for IS TRUE, IS NULL and their negations'),
  attributeTypes: z
    .array(z.string())
    .readonly()
    .describe('Types of the attributes that it can test: String, Integer, Boolean, …'),
})

export const operators = () =>
  defineView({
    name: 'operators',
    describes: 'Operators that a clause of a scoping filter can have.',
    query: z.strictObject({}),
    item: OperatorItem,
    watches: [],
    read: () =>
      filterOperators.map(({ name, arity, supportedAttributeTypes }) => ({
        key: name,
        value: { name, takesValue: arity === 'Binary', attributeTypes: supportedAttributeTypes },
      })),
  })
