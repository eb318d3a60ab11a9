import type { Provider } from './choices.ts'

/** A scenario as text, with the name of its file without ending. */
export interface FirstScenario {
  readonly name: string
  readonly text: string
}

/** A joiner, a mover and a leaver: short enough to be read, and true at any right endpoint. */
export function firstScenario(provider: Provider): FirstScenario {
  return { name: 'first', text: provider === 'entra' ? ENTRA : JUMPCLOUD }
}

const HEAD = `# yaml-language-server: $schema=schema/scenario.schema.json
scenario: A joiner, a mover, a leaver
description: >-
  Ana and Tom join and are provisioned. Tom is promoted, Ana's account is disabled. In the end both are at the endpoint, Tom with
  the new title and Ana inactive.
steps:
`

const COMPANY = `      company:
        name: Contoso
        domain: contoso.example
        people:
          - { key: ana, displayName: Ana Silva, surname: Silva, email: ana@contoso.example, jobTitle: Clerk }
          - { key: tom, displayName: Tom Hill, surname: Hill, email: tom@contoso.example, jobTitle: Clerk }
        groups: [{ name: Sales, members: [ana, tom] }]
`

const ENTRA = `${HEAD}  - entra.load-company:
${COMPANY}  - receiver.add-source: { kind: Entra ID, activate: true }
    save: source # its URL and token, for later steps
  - entra.create-app: { name: My app }
  - entra.set-credentials: { tenantUrl: "\${source.url}?aadOptscim062020", secretToken: "\${source.token}" }
  - entra.assign: { group: Sales }
  - entra.start: {}
  - expect:
      view: directory.users
      note: both have arrived
      include: { ana@contoso.example: { active: true }, tom@contoso.example: { active: true } }
  - entra.update-user: { user: tom@contoso.example, set: { jobTitle: Head of Sales } }
  - entra.update-user: { user: ana@contoso.example, set: { accountEnabled: false } }
  - advance: 40m # to the next cycle, and no time passes
expect:
  - view: directory.users
    include:
      tom@contoso.example: { active: true, title: Head of Sales }
      ana@contoso.example: { active: false }
  - view: directory.groups
    include: { Sales: { members: { $contains: tom@contoso.example } } }
`

const JUMPCLOUD = `${HEAD}  - jumpcloud.load-company:
      usernames: email
${COMPANY}  - receiver.add-source: { kind: JumpCloud, activate: true }
    save: source # its URL and token, for later steps
  - jumpcloud.create-application: { displayLabel: My app }
  - jumpcloud.configure-scim: { baseUrl: "\${source.url}", token: "\${source.token}", testUserEmail: scim-test@contoso.example }
  - jumpcloud.activate: {}
  - jumpcloud.bind-group: { group: Sales }
  - advance: 1m # changes are pushed one by one, a moment after they are made
  - expect:
      view: directory.users
      note: both have arrived
      include: { ana@contoso.example: { active: true }, tom@contoso.example: { active: true } }
  - jumpcloud.update-user: { user: tom@contoso.example, set: { jobTitle: Head of Sales } }
  - jumpcloud.suspend-user: { user: ana@contoso.example }
  - advance: 1m
expect:
  - view: directory.users
    include:
      tom@contoso.example: { active: true, title: Head of Sales }
      ana@contoso.example: { active: false }
  - view: directory.groups
    include: { Sales: { members: { $contains: tom@contoso.example } } }
`
