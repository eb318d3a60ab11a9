import { defineView } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import { expressionFunctions } from '../expression/index.ts'

const FunctionItem = z.object({
  name: z.string().describe('Name of the function, such as Coalesce'),
  signature: z.string().describe('With its parameters; those in brackets can be left out'),
  describes: z.string().describe('What it gives'),
  example: z
    .object({
      expression: z.string().describe('A call, such as Append("anna", "@contoso.com")'),
      result: z.string().optional().describe('Absent where the call fails, or gives something else each time'),
    })
    .describe('One call, and what it gives'),
})

export const functions = () =>
  defineView({
    name: 'functions',
    describes: 'Functions that an expression can call, by name.',
    query: z.strictObject({}),
    item: FunctionItem,
    watches: [],
    read: () =>
      [...expressionFunctions]
        .sort((one, other) => (one.name < other.name ? -1 : 1))
        .map(({ name, parameters, describes, example }) => {
          const words = parameters.map((one) => (one.required ? one.name : `[${one.name}]`))
          return { key: name, value: { name, signature: `${name}(${words.join(', ')})`, describes, example } }
        }),
  })
