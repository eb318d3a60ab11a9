import { defineView } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import { functionSchemas } from '../mapping/index.ts'

const FunctionItem = z.object({
  name: z.string(),
  signature: z.string().describe('With its parameters; those in brackets can be left out'),
})

export const functions = () =>
  defineView({
    name: 'functions',
    describes: 'Functions that an expression can call, by name',
    query: z.looseObject({}),
    item: FunctionItem,
    read: () =>
      functionSchemas().map(({ name, parameters }) => {
        const words = parameters.map((one) => (one.required ? one.name : `[${one.name}]`))
        return { key: name, value: { name, signature: `${name}(${words.join(', ')})` } }
      }),
  })
