import { defineView, type SwitchDefinition } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import type { Desk } from '../acts/desk.ts'

const SwitchItem = z.object({
  value: z.string().describe('How it stands, chosen when the receiver was started: restore'),
  values: z.array(z.string()).describe('All that it can be, its default first'),
  describes: z.string().describe('What it decides'),
  grade: z
    .string()
    .describe('How well the default is known: documented, observed, observed once, inferred, or decided by Scimulator'),
  source: z.string().describe('Where the question stands, or its id in the docs: Lark A13'),
})

/** The other half of the option `switches`. */
export function switches({ profile }: Desk) {
  return defineView({
    name: 'switches',
    describes: 'Switches for what the help pages leave open, by name, with their values.',
    query: z.strictObject({}),
    item: SwitchItem,
    read: () => {
      const chosen: Readonly<Record<string, string>> = profile.options.switches
      return profile.choices.map((one) => itemOf(one, chosen[one.id] ?? one.default))
    },
  })
}

function itemOf({ id, values, default: usual, describes, grade, source }: SwitchDefinition<string>, value: string) {
  const others = (Array.isArray(values) ? values : []).filter((one) => one !== usual)
  return { key: id, value: { value, values: [usual, ...others], describes, grade, source } }
}
