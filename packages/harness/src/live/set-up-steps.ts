// The two help pages as lists of verbs. They are the steps of scenarios/entra/help-page.yaml and scenarios/jumpcloud/help-page.yaml.

export interface SetUpStep {
  readonly program: string
  readonly verb: string
  readonly input: object
}

interface Source {
  readonly name: string
  readonly url: string
  readonly token: string
  /** Groups of the identity provider, by name. */
  readonly groups: readonly string[]
}

interface Provider {
  /** What the receiver calls it. */
  readonly title: string
  /** Of the sync source; the receiver has no kind of its own for Okta, whose source is of the first kind and has a name of its own. */
  readonly kind: 'Entra ID' | 'JumpCloud'
  readonly name?: string
  readonly groupsView: string
  readonly steps: (source: Source) => readonly SetUpStep[]
}

const APP = 'Lark'

export const PROVIDER_NAMES = ['entra', 'jumpcloud', 'okta'] as const

const WORKFORCE_TYPES = [
  { employeeType: 'Regular', workforceType: 'regular employee' },
  { employeeType: 'Consultant', workforceType: 'consultant' },
]

export const PROVIDERS: Readonly<Record<(typeof PROVIDER_NAMES)[number], Provider>> = {
  entra: { title: 'Entra ID', kind: 'Entra ID', groupsView: 'groups', steps: entraSteps },
  jumpcloud: { title: 'JumpCloud', kind: 'JumpCloud', groupsView: 'groups', steps: jumpCloudSteps },
  okta: { title: 'Okta', kind: 'Entra ID', name: 'Okta', groupsView: 'groups', steps: oktaSteps },
}

function entraSteps({ name, url, token, groups }: Source): readonly SetUpStep[] {
  const entra = (verb: string, input: object = {}): SetUpStep => ({
    program: 'entra',
    verb,
    input: { app: APP, ...input },
  })
  return [
    workforceTypes(name),
    { program: 'entra', verb: 'create-app', input: { name: APP } },
    entra('set-credentials', { tenantUrl: `${url}?aadOptscim062020`, secretToken: token }),
    entra('test-connection'),
    entra('use-mapping-preset', { preset: 'lark' }),
    entra('set-settings', { scope: 'Sync only assigned users and groups', deletionThreshold: 10 }),
    entra('assign', { groups }),
    entra('start'),
  ]
}

function jumpCloudSteps({ name, url, token, groups }: Source): readonly SetUpStep[] {
  const jumpCloud = (verb: string, input: object = {}): SetUpStep => ({
    program: 'jumpcloud',
    verb,
    input: { application: APP, ...input },
  })
  return [
    workforceTypes(name),
    { program: 'jumpcloud', verb: 'create-application', input: { displayLabel: APP } },
    jumpCloud('configure-scim', { baseUrl: url, token, testUserEmail: 'scim-test@contoso.example' }),
    jumpCloud('test-connection'),
    jumpCloud('activate'),
    ...groups.map((group) => jumpCloud('bind-group', { group })),
  ]
}

/** There is no help page about it: what Okta's own asks for (docs/reference/okta-behaviour.md, O125, O225, O424). */
function oktaSteps({ name, url, token, groups }: Source): readonly SetUpStep[] {
  const okta = (verb: string, input: object = {}): SetUpStep => ({
    program: 'okta',
    verb,
    input: { application: APP, ...input },
  })
  return [
    workforceTypes(name),
    { program: 'okta', verb: 'create-application', input: { label: APP, kind: 'wizard' } },
    okta('configure-scim', { baseUrl: url, token }),
    okta('test-connector'),
    okta('set-features', { createUsers: true, updateUsers: true, deactivateUsers: true }),
    ...groups.map((group) => okta('assign-group', { group })),
    ...groups.map((group) => okta('push-group', { group })),
  ]
}

function workforceTypes(source: string): SetUpStep {
  return {
    program: 'receiver',
    verb: 'edit-sync-source',
    input: { source, set: { workforceTypeRules: WORKFORCE_TYPES } },
  }
}
