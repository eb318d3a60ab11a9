// The walks of CONTRIBUTING.md, as somebody would take them: the files that are written by hand, and how it is seen that the new thing works.

/** A file that is written by hand: a new one, or lines put into one that is there. */
export type HandFile =
  | { readonly path: string; readonly text: string }
  | { readonly path: string; readonly into: readonly Insertion[] }

/** `lines` go before the first line that begins with `before`, its indentation left out. */
export interface Insertion {
  readonly before: string
  readonly lines: string
}

export interface Walk {
  /** The first column of the table in CONTRIBUTING.md. */
  readonly kind: string
  readonly hand: readonly HandFile[]
  /** What must pass afterwards: the new test or scenario. Arguments of vitest, in a folder. */
  readonly sees: { readonly folder: string; readonly files: readonly string[]; readonly named?: string }
}

const SCENARIO_HEAD = '# yaml-language-server: $schema=../schema/scenario.schema.json\n'
const ENTRA_CONTROL = 'packages/entra-sim/src/control.ts'

export const WALKS: readonly Walk[] = [
  {
    kind: 'a verb',
    hand: [
      {
        path: 'packages/entra-sim/src/verbs/rename-tenant.ts',
        text: `import { defineVerb } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import type { EntraContext } from '../context.ts'

export const renameTenant = ({ engine }: EntraContext) =>
  defineVerb({
    name: 'rename-tenant',
    describes: 'Gives the tenant another display name',
    input: z.strictObject({ name: z.string().min(1).describe('The new display name') }),
    run: ({ name }) => {
      engine.commit([{ kind: 'tenant', value: { ...engine.view.tenant, displayName: name } }])
      return { displayName: engine.view.tenant.displayName }
    },
  })
`,
      },
      {
        path: ENTRA_CONTROL,
        into: [
          {
            before: "import { restart } from './verbs/restart.ts'",
            lines: "import { renameTenant } from './verbs/rename-tenant.ts'",
          },
          { before: 'addMemberVerb,', lines: '  renameTenant,' },
        ],
      },
      {
        path: 'scenarios/entra/renamed-tenant.yaml',
        text: `${SCENARIO_HEAD}scenario: A tenant gets another name
description: The verb renames it, and answers the new name.
steps:
  - receiver.add-source: { kind: Entra ID, activate: true }
  - entra.rename-tenant: { name: Fabrikam }
    save: renamed
  - entra.create-app: { name: "App of \${renamed.displayName}" }
expect:
  - view: entra.job
    where: { app: App of Fabrikam }
    count: 1
  - view: directory.users
    count: 0
`,
      },
    ],
    sees: { folder: 'scenarios', files: ['scenarios.test.ts'], named: 'A tenant gets another name|renamed-tenant' },
  },
  {
    kind: 'a view',
    hand: [
      {
        path: 'packages/entra-sim/src/views/tenant.ts',
        text: `import { defineView } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import type { EntraContext } from '../context.ts'

const TenantItem = z.object({ displayName: z.string(), defaultDomain: z.string() })

export const tenant = ({ engine: { view } }: EntraContext) =>
  defineView({
    name: 'tenant',
    describes: 'The tenant with its default domain',
    query: z.looseObject({}),
    item: TenantItem,
    read: () => {
      const { displayName, defaultDomain } = view.tenant
      return [{ key: displayName, value: { displayName, defaultDomain } }]
    },
  })
`,
      },
      {
        path: ENTRA_CONTROL,
        into: [
          { before: "import { users } from './views/users.ts'", lines: "import { tenant } from './views/tenant.ts'" },
          { before: 'assignments,', lines: '  tenant,' },
        ],
      },
      {
        path: 'scenarios/entra/tenant-shown.yaml',
        text: `${SCENARIO_HEAD}scenario: A tenant shows its domain
description: The view has the one tenant, by its name.
steps:
  - receiver.add-source: { kind: Entra ID, activate: true }
  - entra.create-app: { name: Lark }
expect:
  - view: entra.tenant
    where: { displayName: Contoso, defaultDomain: contoso.example }
    count: 1
  - view: directory.users
    count: 0
`,
      },
    ],
    sees: { folder: 'scenarios', files: ['scenarios.test.ts'], named: 'A tenant shows its domain|tenant-shown' },
  },
  {
    kind: 'an expression function',
    hand: [
      {
        path: 'packages/entra-sim/src/expression/functions/initials.ts',
        text: `import { parameter, type StrictFunction, textAt } from '../expression-function.ts'

/** \`Initials(value)\`: the first letter of each word; null stays null. */
export const initials: StrictFunction = {
  kind: 'strict',
  name: 'Initials',
  listed: false,
  parameters: [parameter('value')],
  evaluate: (given) => textAt(given, 0)?.replace(/(\\p{L})\\p{L}*\\s*/gu, '$1') ?? null,
}
`,
      },
      {
        path: 'packages/entra-sim/src/expression/registry.ts',
        into: [
          { before: 'import { inStr', lines: "import { initials } from './functions/initials.ts'" },
          { before: 'trim,', lines: '  initials,' },
        ],
      },
      {
        path: 'packages/entra-sim/src/expression/functions/initials.test.ts',
        text: `import { expect, test } from 'vitest'
import { evaluateText } from '../evaluate-text.ts'

test.each([
  ['Initials("Ana Berg")', 'AB'],
  ['Initials([mail])', null],
])('%s is %j', (text, expected) => {
  expect(evaluateText(text, {})).toEqual(expected)
})
`,
      },
    ],
    sees: { folder: 'packages/entra-sim', files: ['src/expression/functions/initials.test.ts'] },
  },
  {
    kind: "an operation of JumpCloud's API",
    hand: [
      {
        path: 'packages/jumpcloud-sim/src/api/v2-count.ts',
        text: `import { type Operation, ok } from './operation.ts'

export const countOperations: readonly Operation[] = [
  { method: 'GET', path: '/api/v2/users/count', run: ({ view }) => ok({ count: view.users.size }) },
]
`,
      },
      {
        path: 'packages/jumpcloud-sim/src/api/api.ts',
        into: [
          {
            before: "import { graphOperations } from './v2-graph.ts'",
            lines: "import { countOperations } from './v2-count.ts'",
          },
          { before: '...insightsOperations,', lines: '  ...countOperations,' },
        ],
      },
      {
        path: 'packages/jumpcloud-sim/test/count.test.ts',
        text: `import { createServer } from 'node:http'
import request from 'supertest'
import { expect, test } from 'vitest'
import { addPeople, createWorld } from './world.ts'

test('users are counted', async () => {
  const world = createWorld()
  await addPeople(world)
  const { apiKey } = (await world.act('create-api-key')) as { apiKey: string }
  const answer = await request(createServer(world.org.handle)).get('/api/v2/users/count').set('x-api-key', apiKey)
  expect(answer.body).toEqual({ count: 3 })
})
`,
      },
    ],
    sees: { folder: 'packages/jumpcloud-sim', files: ['test/count.test.ts'] },
  },
]
