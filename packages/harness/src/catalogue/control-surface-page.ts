// docs/reference/control-surface.md: what stands at /_scimulator, from the code that answers there.
import { FAILURE_STATUS, PageQuery } from '@scimulator/shared/http'
import { z } from 'zod'

/** A view of a program, by the name that scenarios give it. */
export interface ShownView {
  readonly name: string
  readonly item: z.ZodType
  /** Undefined for the harness's own, which no program serves. */
  readonly program?: string
}

const HEAD = `# The control surface

*Preview: it may change in any version.* Each program answers below \`/_scimulator\` with its [verbs and views](verbs.md), as JSON: the same
that scenarios use. \`NAME\` in a path is the program's: \`/_scimulator/entra/views/users\`; it may be left out. Without a control token only
this machine may ask, by \`Host\` and \`Origin\`; with one, clients that send \`Authorization: Bearer TOKEN\`.

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

const WORLD = `## Of a world

\`scimulator up\` has one address for all programs and its consoles. The paths are those above, with the program's name in them, and \`world\`
is one more name. Only that address's own pages and programs that are no browser may ask; a \`POST\` is sent as \`application/json\`. When a
verb answers, what it has set off and is due at once has happened.

| request | answer |
|---|---|
| \`GET /_scimulator/events\` | what happens, as server-sent events; \`?topics=exchange,changed\` chooses, \`?after=ID\` or \`Last-Event-ID\` goes on where a reader was |
| \`world/verbs/set-up\` with \`{ "provider" }\` | connects \`entra\` or \`jumpcloud\` with the receiver, as the help page says |
| \`world/verbs/advance\` with \`{ "by" }\`, \`{ "to" }\` or \`{ "toNext": true }\` | moves the clock: \`40m\`, an instant, the next thing that is planned; \`stop-advancing\` stops it on the way |
| \`world/verbs/take-snapshot\`, \`restore-snapshot\`, \`drop-snapshot\` with \`{ "name" }\` | all programs, and a virtual clock, as they were; snapshots end with the command |
| \`world/verbs/set-company\` with \`{ "name", "domain" }\` | the made-up company under another name; begins the world anew |
| \`world/verbs/start-over\` | the world as it began; the snapshot "before starting over" brings it back |
| \`world/views/traffic\`, \`…/traffic/SEQ?whole=true\` | exchanges by number, without secrets: what each was for, as its sender says (\`guessed\` where the bytes say it), and what it changed at the receiver (\`none\` where nothing); one of them with its bodies. The newest 10,000 are held; with \`up --data\` 200,000 stay on disk, and \`before=SEQ\` or \`after=SEQ\` reads the thousand next to a number (\`sort=-seq\` has the nearest first) |
| \`world/views/effects\`, with \`?acts=true\` without those of exchanges | what changed at the receiver, and by what: an exchange, an administrator’s verb, the clock |
| \`world/views/happenings\` | what stands between the exchanges, in one count with them: the clock was moved, a cycle or a test began, a cycle ended, a fault was set or lifted, an administrator acted |
| \`world/verbs/fault\`, \`lift-faults\`; \`world/views/faults\` | makes requests go wrong on the wire, as the verb \`fault\` of scenarios does; which faults are set, and how often each strikes yet |
| \`world/verbs/resend\` with \`{ "seq" }\`, and \`body\` instead of the one that was sent | sends a request once more; on the wire its sender is \`by-hand\` |
| \`world/verbs/clear-traffic\` | forgets what was on the wire and between; everything else stays |
| \`world/views/find\` with \`?text=WORDS\`; \`world/views/object\` with \`?of=KEY\`, and \`&type=group\` for a group | people, groups, departments and applications of all programs by name; one of them at all programs, with what requests and logs say of it |
| \`world/views/stories\`, with \`?every=true\` all other scenarios too; \`world/views/recording\` with \`?story=NAME\` | scenarios that can be shown; what happens in one, step by step |
| \`world/verbs/play-story\` with \`{ "story", "upTo" }\` | begins the world anew with the first steps of a story, to go on from there; the snapshot "before the story" brings back what was |
| \`world/verbs/export-story\` with \`{ "story" }\`, \`export-range\` with \`from\` and \`to\` | the text of one HTML file that needs no server; \`rename\` gives everybody another name |
| \`world/verbs/check-target\`, \`read-directory\`; \`world/views/directory-users\`, \`directory-groups\` | of \`up --target\`: whether the endpoint answers; what was made there, read anew; that, as it was last seen. Those of others are never shown |
| \`world/views/catalogue\` | quirks of the identity providers and findings of endpoints, by the ids that \`marks\` and \`findings\` of an exchange have or stand for |
| \`world/views/findings\`; \`world/verbs/uncover\` with \`{ "seq" }\` | of \`up --target\`: what exchanges show to be wrong at the endpoint, with what is right and what proves it; \`uncover\` reads once more what an exchange has read and answers all of it: of accounts of others, \`traffic\` keeps the ids only, and what is uncovered is kept nowhere |
| \`world/views/world\`, \`clock\`, \`snapshots\` | what there is: programs with their addresses, the receiver or the endpoint in its place, how many events and exchanges are held; what time it is and what is planned next; which snapshots there are |

| topic of an event | what it says |
|---|---|
| \`exchange\` | a request was answered: what \`traffic\` shows of it, without bodies; its number is that of the event |
| \`effect\` | an administrator’s verb or the clock has changed something at the receiver: what \`effects\` shows of it |
| \`happening\` | something was no exchange: what \`happenings\` shows of it |
| \`changed\` | \`{ "program", "views" }\`: these views of a program may show something else now; without \`views\`, any of them. At most ten a second for each |
| \`clock\`, \`progress\` | the clock has been moved; it is being moved, and until when |
| \`reset\` | the world began anew or went back: everything that was read is old |
| \`gap\` | events were lost for this reader, who was away too long or read too slowly: everything is read anew |

An event's id is \`EPOCH-NUMBER\`; the epoch is another one with each start. The newest 10,000 are held.
`

/** The page in Markdown. */
export function controlSurfacePage(views: Iterable<ShownView>): string {
  const shown = [...views].filter(({ program }) => program !== undefined)
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
    WORLD,
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

function members(item: z.ZodType): string {
  const { properties = {}, additionalProperties }: z.core.JSONSchema.BaseSchema = z.toJSONSchema(item, {
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
