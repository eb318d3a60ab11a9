// docs/reference/control-surface.md: what stands at /_scimulator, from the code that answers there.
import { FAILURE_STATUS, PageQuery } from '@scimulator/shared/http'
import { z } from 'zod'

/** A view of a program, by the name that scenarios give it. */
export interface ShownView {
  readonly name: string
  readonly item?: z.ZodType
}

const HEAD = `# The control surface

*Preview: it may change in any version.* Each program answers below \`/_scimulator\` with its [verbs and views](verbs.md), as JSON: the same
that scenarios use. \`NAME\` in a path is the program's: \`/_scimulator/entra/views/users\`; it may be left out. Without a control token only
this machine may ask, by \`Host\` and \`Origin\`; with one, whoever sends \`Authorization: Bearer TOKEN\`.

| request | answer |
|---|---|
| \`GET /_scimulator/NAME/verbs\`, \`…/views\` | what there is: name, description, group, and whether a verb changes anything |
| the same with \`?schema=1\` | beside that JSON Schema 2020-12: \`input\` of a verb; \`query\` and \`item\` of a view, and what it sorts by |
| \`POST …/verbs/VERB\` with its input | \`{ "result", "seq" }\`: \`seq\` is the step after which its effect can be seen |
| \`GET …/views/VIEW\` | \`{ "items", "total", "offset", "dropped", "seq", "now" }\` |
| \`POST …/views/VIEW\` | the same, with the query as a body |
| \`GET …/views/VIEW/KEY\` | \`{ "item", "seq", "now" }\`; 404 names the nearest keys |
| \`GET …/clock\`, \`POST …/clock\` with \`{ "to" }\` | \`{ "now", "nextDue", "virtual" }\`, milliseconds since the epoch |
| \`GET …/snapshot\`, \`POST …/restore\` with \`{ "snapshot" }\`, \`POST …/reset\` | a picture of everything, back to it, back to the beginning |

An item is \`{ "key", "value" }\`; the key is what a person calls it. \`dropped\` counts the entries of a log that memory no longer holds.
\`seq\` never goes back: who has acted with \`seq\` 12 and reads 12 or more sees what it did.

In a schema \`refers\` names the view whose keys a text may be, \`secret\` a text that is not shown, \`long\` one that needs room.
`

/** The page in Markdown. */
export function controlSurfacePage(views: Iterable<ShownView>): string {
  const shown = [...views].filter(({ item }) => item !== undefined)
  return `${[
    HEAD,
    '## Words of a query\n',
    "These are the same for every view; all other words are the view's own.\n",
    table(['word', 'meaning'], words()),
    '## Errors\n',
    'Every error is `{ "error", "code", "issues" }`: a sentence, one of these codes, and which members of the input are wrong',
    '(`[{ "path": ["rules", 0, "name"], "message" }]`).\n',
    table(
      ['code', 'status'],
      Object.entries(FAILURE_STATUS).map(([code, status]) => [`\`${code}\``, String(status)]),
    ),
    '## What items are made of\n',
    table(
      ['view', 'members of a value'],
      shown.map(({ name, item }) => [`\`${name}\``, members(item)]),
    ),
  ].join('\n')}`
}

function words(): string[][] {
  return Object.entries(PageQuery.shape).map(([word, type]) => [`\`${word}\``, type.description ?? ''])
}

function members(item: z.ZodType | undefined): string {
  const { properties = {}, additionalProperties }: z.core.JSONSchema.BaseSchema = z.toJSONSchema(item ?? z.unknown(), {
    io: 'output',
    unrepresentable: 'any',
  })
  const names = Object.keys(properties).map((name) => `\`${name}\``)
  return [...names, ...(additionalProperties ? ['and more'] : [])].join(', ')
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`)
  return `${lines.join('\n')}\n`
}
