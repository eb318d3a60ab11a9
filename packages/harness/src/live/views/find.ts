import { defineView } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import { itemsOf, KINDS, PLACES } from '../people/places.ts'
import { search } from '../people/search.ts'
import type { LiveWorld } from '../world-port.ts'

const FindQuery = z.strictObject({
  text: z.string().max(200).describe('Words of a name, an address, an employee number; case and accents do not matter'),
  most: z.coerce.number().int().min(1).max(100).default(20),
})

const FoundItem = z.object({
  kind: z.enum(KINDS),
  program: z.string(),
  view: z.string().describe('View of the program that shows it'),
  key: z.string().describe('Its key in that view'),
  name: z.string(),
  detail: z.string().describe('Another name of it, such as the address'),
})

/** One item has the key of its place. */
export const find = (world: LiveWorld) =>
  defineView({
    name: 'find',
    describes:
      'People, groups, departments and applications of all programs by name, those that begin with the text first.',
    query: FindQuery,
    item: FoundItem,
    async read({ text, most }) {
      const { programs } = world.now()
      const held = await Promise.all(
        PLACES.map(async (place) => ({ place, items: await itemsOf(programs, place.program, place.view) })),
      )
      return search(text, held, most).map(({ place: { kind, program, view }, key, name, detail }) => ({
        key: `${program}/${view}/${key}`,
        value: { kind, program, view, key, name, detail },
      }))
    },
  })
