// The walks of CONTRIBUTING.md, as somebody would take them: the files that are written by hand, and how it is seen that the new thing works.
import { quirks } from '../../packages/entra-sim/src/quirks.ts'

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
  /** What must pass afterwards: the new test or scenario, and tests that ask something of every such thing. */
  readonly sees: readonly Sight[]
}

/** Arguments of vitest, in a folder; of those that are `named`, or of all. */
export interface Sight {
  readonly folder: string
  readonly files: readonly string[]
  readonly named?: string
}

const SCENARIO_HEAD = '# yaml-language-server: $schema=../schema/scenario.schema.json\n'
const NEXT_QUIRK = quirks.length + 1
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

export const renameTenantVerb = ({ ports }: EntraContext) =>
  defineVerb({
    name: 'rename-tenant',
    describes: 'Gives the tenant another display name.',
    input: z.strictObject({ name: z.string().min(1).describe('The new display name') }),
    run: ({ name }) => {
      ports.commit([{ kind: 'tenant', value: { ...ports.view.tenant, displayName: name } }])
      return { displayName: ports.view.tenant.displayName }
    },
  })
`,
      },
      {
        path: ENTRA_CONTROL,
        into: [
          {
            before: "import { restartVerb } from './verbs/restart.ts'",
            lines: "import { renameTenantVerb } from './verbs/rename-tenant.ts'",
          },
          { before: 'addMemberVerb,', lines: '  renameTenantVerb,' },
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
    sees: [{ folder: 'scenarios', files: ['entra.test.ts'], named: 'A tenant gets another name|renamed-tenant' }],
  },
  {
    kind: 'a view',
    hand: [
      {
        path: 'packages/entra-sim/src/views/tenant-names.ts',
        text: `import { defineView } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import type { EntraContext } from '../context.ts'

const TenantNameItem = z.object({
  displayName: z.string().describe('What the tenant is called'),
  defaultDomain: z.string().describe('What userPrincipalNames end in'),
})

export const tenantNames = ({ ports: { view } }: EntraContext) =>
  defineView({
    name: 'tenant-names',
    describes: 'The tenant with its default domain.',
    query: z.looseObject({}),
    item: TenantNameItem,
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
          {
            before: "import { users } from './views/users.ts'",
            lines: "import { tenantNames } from './views/tenant-names.ts'",
          },
          { before: 'assignments,', lines: '  tenantNames,' },
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
  - view: entra.tenant-names
    where: { displayName: Contoso, defaultDomain: contoso.example }
    count: 1
  - view: directory.users
    count: 0
`,
      },
    ],
    sees: [{ folder: 'scenarios', files: ['entra.test.ts'], named: 'A tenant shows its domain|tenant-shown' }],
  },
  {
    kind: 'a switch of Entra ID',
    hand: [
      {
        path: 'packages/entra-sim/src/switches/wire-switches.ts',
        into: [
          {
            before: 'adscimVersionValue: defineSwitch({',
            lines: `  tenantHeader: defineSwitch({
    id: 'tenantHeader',
    values: [false, true],
    default: false,
    onWire: [false, true],
    grade: 'inferred',
    source: 'nobody has seen it',
    describes: 'Whether requests carry a header with the id of the tenant.',
  }),`,
          },
        ],
      },
      {
        path: 'packages/entra-sim/src/request/headers.ts',
        into: [
          {
            before: "if (method === 'POST' || method === 'PATCH')",
            lines: "  if (switches.tenantHeader) list.push(['X-Tenant-Id', input.tenantId])",
          },
        ],
      },
      {
        path: 'packages/entra-sim/src/fidelity/wire.ts',
        into: [
          {
            before: "behaviour: 'Digits of encoded characters in URLs',",
            lines: `    behaviour: 'A header with the id of the tenant',
    status: 'unknown',
    grade: 'inferred',
    source: 'no capture of the service shows one',
    note: 'Not sent.',
    switches: ['tenantHeader'],
    shown: 'packages/entra-sim/src/request/tenant-header.test.ts',
  },
  {`,
          },
        ],
      },
      {
        path: 'packages/entra-sim/src/request/tenant-header.test.ts',
        text: `import { expect, test } from 'vitest'
import { entraSwitches } from '../behaviour.ts'
import { requestHeaders } from './headers.ts'

const input = { secretToken: 'abc', tenantId: 't', activityId: 'a', now: 0 }

test.each([
  [true, 't'],
  [false, undefined],
])('with tenantHeader %j it is %j', (tenantHeader, expected) => {
  const headers = new Map(requestHeaders('GET', input, entraSwitches({ tenantHeader })))
  expect(headers.get('X-Tenant-Id')).toBe(expected)
})
`,
      },
    ],
    sees: [{ folder: 'packages/entra-sim', files: ['src/request', 'test/wire-switches.test.ts'] }],
  },
  {
    kind: 'a quirk',
    hand: [
      {
        path: 'packages/entra-sim/src/quirks/recent.ts',
        into: [
          {
            before: ']',
            lines: `  quirk(
    ${NEXT_QUIRK},
    'A group is read without its members',
    documented(SCIMDEV),
    'Targets that answer an unknown query parameter with an error: no group is updated',
    'quirks/group-read-without-members',
  ),`,
          },
        ],
      },
      {
        path: 'scenarios/entra/quirks/group-read-without-members.yaml',
        text: `# yaml-language-server: $schema=../../schema/scenario.schema.json
scenario: A group is read without its members
description: Whoever is in it is added without having been read.
given:
  receiver: { profile: rfc }
steps:
  - receiver.add-source: { kind: Entra ID, activate: true }
    save: source
  - entra.create-user: { userPrincipalName: ana@contoso.example, displayName: Ana, set: { mail: ana@contoso.example } }
  - entra.create-group: { name: Sales, members: [ana@contoso.example] }
  - entra.create-app: { name: App }
  - entra.set-credentials: { tenantUrl: "\${source.url}", secretToken: "\${source.token}" }
  - entra.assign: { group: Sales }
  - entra.start: {}
  - entra.restart: {}
expect:
  - view: traffic
    note: "quirk EN-${NEXT_QUIRK}: members are left out"
    where: { method: GET, path: { $matches: ^/Groups } }
    each: { path: { $contains: excludedAttributes=members } }
  - view: directory.users
    exactly:
      ana@contoso.example: { active: true, displayName: Ana }
  - view: directory.groups
    exactly:
      Sales: { members: [ana@contoso.example] }
`,
      },
    ],
    sees: [
      {
        folder: 'scenarios',
        files: ['entra-questions.test.ts'],
        named: 'A group is read without its members|group-read-without-members',
      },
      { folder: 'packages/entra-sim', files: ['test/quirks.test.ts'] },
      { folder: 'packages/harness', files: ['src/catalogue/pains'] },
    ],
  },
  {
    kind: 'a deviation',
    hand: [
      {
        path: 'packages/receiver/src/deviations/count-ignored.ts',
        text: `import { defineDeviation } from './deviation.ts'
import { isList, splitTarget, withQuery } from './rewriting.ts'

export const countIgnored = defineDeviation({
  name: 'count-ignored',
  describes: 'Answers a list with all resources, however few count asks for.',
  pain: 'A client that asks for little gets everything.',
  hurts: ['rfc'],
  damage: 'cosmetic',
  seenBy: 'protocol',
  consequences: ['cursor-not-done'],
  source: 'wso2/product-is#13752',
  create: () => (next) => (request) => {
    const { path, query } = splitTarget(request)
    query.delete('count')
    return next(isList(request) ? withQuery(request, path, query) : request)
  },
})
`,
      },
      {
        path: 'packages/receiver/src/deviations/deviations.ts',
        into: [
          { before: 'import { createAnswers200', lines: "import { countIgnored } from './count-ignored.ts'" },
          { before: 'emailRequired,', lines: '  countIgnored,' },
        ],
      },
      {
        path: 'packages/receiver/test/deviations/sights-of-answers.ts',
        into: [
          {
            before: 'slow: [',
            lines:
              "  'count-ignored': [1, 2, async ({ idp }) => (await idp.send('get', '/Users?count=1')).body.Resources.length, 'rfc'],",
          },
          { before: "'email-required',", lines: "  'count-ignored'," },
        ],
      },
    ],
    sees: [
      { folder: 'packages/receiver', files: ['test/deviations/deviations.test.ts'] },
      { folder: 'packages/harness', files: ['test/examine/truth.test.ts'], named: 'count-ignored' },
      { folder: 'packages/harness', files: ['test/foreign/deviations.test.ts'], named: 'lines of SEEN_IN' },
    ],
  },
  {
    kind: 'a finding',
    hand: [
      {
        path: 'packages/findings/src/findings/given-name-required.ts',
        text: `import { defineFinding } from '../finding.ts'

export const givenNameRequired = defineFinding({
  id: 'given-name-required',
  kind: 'restriction',
  title: 'People without a given name are refused',
  detail: 'A POST with a family name only is refused.',
  why: 'People of one name have none.',
  hurts: ['entra', 'entraLegacy', 'jumpcloud'],
  when: 'for people without a given name',
  damage: 'stops',
  fix: 'Take them, or fall back to displayName.',
  sources: ['AWS: JumpCloud as an identity source'],
  signs: ['data/without-given-name'],
  // Of those who want no more than that, the broader finding is not told.
  consequences: ['data/without-given-name'],
})
`,
      },
      {
        path: 'packages/findings/src/findings-of-groups.ts',
        into: [
          {
            before: 'import { groupDeleteNotSupported',
            lines: "import { givenNameRequired } from './findings/given-name-required.ts'",
          },
          { before: 'nameRequired,', lines: '  givenNameRequired,' },
        ],
      },
      {
        path: 'packages/harness/test/examine/given-name-required.test.ts',
        text: `import { expect, test } from 'vitest'
import { JSON_TYPE, testWrapped, textOf, type Variant } from './wrapped.ts'

const wantsGivenName: Variant = (next) => (request) => {
  const isCreate = request.method === 'POST' && /\\/Users$/.test(request.target)
  const { name } = isCreate ? JSON.parse(textOf(request.body)) : {}
  const lacks = name !== undefined && name.givenName === undefined
  return lacks ? Promise.resolve({ status: 400, headers: JSON_TYPE, body: '{"status": "400"}' }) : next(request)
}

test('an endpoint that wants a given name is told so, and a right one is not', async () => {
  const found = async (variant: Variant) => (await testWrapped(variant)).findings.map(({ id }) => id)
  expect(await found(wantsGivenName)).toEqual(['given-name-required'])
  expect(await found((next) => next)).toEqual([])
})
`,
      },
    ],
    sees: [
      {
        folder: 'packages/harness',
        files: ['test/examine/given-name-required.test.ts', 'test/examine/truth.test.ts'],
        named: 'given name|every check that can be red',
      },
      { folder: 'packages/findings', files: ['src'] },
    ],
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
  describes: 'The first letter of each word.',
  example: { expression: 'Initials("Ana Berg")', result: 'AB' },
  parameters: [parameter('value')],
  evaluate: (given) => textAt(given, 0)?.replace(/(\\p{L})\\p{L}*\\s*/gu, '$1') ?? null,
}
`,
      },
      {
        path: 'packages/entra-sim/src/expression/registry.ts',
        into: [
          { before: 'import { isNull }', lines: "import { initials } from './functions/initials.ts'" },
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
    sees: [{ folder: 'packages/entra-sim', files: ['src/expression/functions/initials.test.ts'] }],
  },
  {
    kind: "an operation of JumpCloud's API",
    hand: [
      {
        path: 'packages/jumpcloud-sim/src/api/v2-count.ts',
        text: `import { type Operation, ok } from './operation.ts'

export const countOperations: readonly Operation[] = [
  { method: 'GET', template: '/api/v2/users/count', run: ({ view }) => ok({ count: view.users.size }) },
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
    sees: [{ folder: 'packages/jumpcloud-sim', files: ['test/count.test.ts'] }],
  },
]
