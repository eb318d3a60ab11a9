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
  /** Of the sync source. */
  readonly kind: 'Entra ID' | 'JumpCloud'
  readonly groupsView: string
  readonly steps: (source: Source) => readonly SetUpStep[]
}

const APP = 'Lark'

const WORKFORCE_TYPES = [
  { employeeType: 'Regular', workforceType: 'regular employee' },
  { employeeType: 'Consultant', workforceType: 'consultant' },
]

export const PROVIDERS: Readonly<Record<'entra' | 'jumpcloud', Provider>> = {
  entra: { kind: 'Entra ID', groupsView: 'groups', steps: entraSteps },
  jumpcloud: { kind: 'JumpCloud', groupsView: 'groups', steps: jumpCloudSteps },
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

function workforceTypes(source: string): SetUpStep {
  return {
    program: 'receiver',
    verb: 'edit-sync-source',
    input: { source, set: { workforceTypeRules: WORKFORCE_TYPES } },
  }
}
