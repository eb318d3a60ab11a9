import { type ProgramKind, shippedPrograms } from '@scimulator/harness'
import { z } from 'zod'

type Program = ReturnType<ProgramKind['create']>
type Views = Program['control']['views']

/** The programs of a world, each of whose views refuses to show an item that is not what the view says of its items. */
export const CHECKED_KINDS: readonly ProgramKind[] = (await shippedPrograms()).map((kind) => ({
  ...kind,
  create: (setup) => checked(kind.name, kind.create(setup)),
}))

function checked(name: string, program: Program): Program {
  const { controls } = program
  return {
    ...program,
    control: { ...program.control, views: checkedViews(name, program.control.views) },
    ...(controls ? { controls: controls.map((one) => ({ ...one, views: checkedViews(name, one.views) })) } : {}),
  }
}

function checkedViews(program: string, views: Views): Views {
  const pairs = [...views].map(([name, view]) => {
    // Two programs may have views of one name.
    const item = asPublished(`${program}.${name}`, view.item)
    const read: typeof view.read = async (query) => {
      const items = await view.read(query)
      // As it goes over the wire: what is undefined is absent there.
      for (const { value } of items) item.parse(JSON.parse(JSON.stringify(value)))
      return items
    }
    return [name, { ...view, read }] as const
  })
  return new Map(pairs)
}

const published = new Map<string, z.ZodType>()

/** The JSON Schema that the control surface lists, which allows no other members than it names. */
function asPublished(name: string, item: z.ZodType): z.ZodType {
  const key = `${name} ${JSON.stringify(Object.keys(item instanceof z.ZodObject ? item.shape : {}))}`
  const known = published.get(key) ?? z.fromJSONSchema(z.toJSONSchema(item, { io: 'output', unrepresentable: 'any' }))
  published.set(key, known)
  return known
}
