// What the organisation says of itself to its host.
import { inGroup, type Verb } from '@scimulator/shared/behaviour'
import { type Desk, defineProgram, type ProgramDescriptor, switchesOf } from '@scimulator/shared/program'
import type { HeaderList } from '@scimulator/shared/provisioning'
import { z } from 'zod'
import { createApi } from './api/api.ts'
import { resolveBehaviour, switches } from './behaviour.ts'
import { Engine } from './engine.ts'
import { quirks } from './quirks.ts'
import { oktaUp } from './up/serve.ts'
import type { Kinds } from './values/kinds.ts'
import { activateGroupPushVerb } from './verbs/activate-group-push.ts'
import { activateGroupRuleVerb } from './verbs/activate-group-rule.ts'
import { activateUserVerb } from './verbs/activate-user.ts'
import { addMemberVerb } from './verbs/add-member.ts'
import { assignGroupVerb } from './verbs/assign-group.ts'
import { assignUserVerb } from './verbs/assign-user.ts'
import { configureScimVerb } from './verbs/configure-scim.ts'
import { createApiTokenVerb } from './verbs/create-api-token.ts'
import { createApplicationVerb } from './verbs/create-application.ts'
import { createGroupVerb } from './verbs/create-group.ts'
import { createGroupRuleVerb } from './verbs/create-group-rule.ts'
import { createUserVerb } from './verbs/create-user.ts'
import { deactivateGroupPushVerb } from './verbs/deactivate-group-push.ts'
import { deactivateGroupRuleVerb } from './verbs/deactivate-group-rule.ts'
import { deactivateUserVerb } from './verbs/deactivate-user.ts'
import { deleteGroupVerb } from './verbs/delete-group.ts'
import { deleteGroupRuleVerb } from './verbs/delete-group-rule.ts'
import { deleteUserVerb } from './verbs/delete-user.ts'
import { importUserSchemaVerb } from './verbs/import-user-schema.ts'
import { importUsersVerb } from './verbs/import-users.ts'
import { loadCompanyVerb } from './verbs/load-company.ts'
import { provisionUsersVerb } from './verbs/provision-users.ts'
import { pushGroupVerb } from './verbs/push-group.ts'
import { pushNowVerb } from './verbs/push-now.ts'
import { removeMemberVerb } from './verbs/remove-member.ts'
import { renameGroupVerb } from './verbs/rename-group.ts'
import { retryTasksVerb } from './verbs/retry-tasks.ts'
import { setFeaturesVerb } from './verbs/set-features.ts'
import { setMappingVerb } from './verbs/set-mapping.ts'
import { suspendUserVerb } from './verbs/suspend-user.ts'
import { testConnectorVerb } from './verbs/test-connector.ts'
import { unassignGroupVerb } from './verbs/unassign-group.ts'
import { unassignUserVerb } from './verbs/unassign-user.ts'
import { unlinkGroupVerb } from './verbs/unlink-group.ts'
import { unsuspendUserVerb } from './verbs/unsuspend-user.ts'
import { updateUserVerb } from './verbs/update-user.ts'
import { VIEWS } from './views/all-views.ts'

const facts = {
  name: 'okta',
  title: 'Okta',
  dataVersion: 1,
  switches,
  quirks,
  fidelity: async () => (await import('./fidelity.ts')).OKTA_FIDELITY,
}

const organization = defineProgram<Kinds>(facts, (desk) => wordsOf(desk))

export const oktaProgram: ProgramDescriptor = { ...organization, up: oktaUp(organization) }

function wordsOf(desk: Desk<Kinds>) {
  const engine = new Engine(desk, resolveBehaviour(switchesOf(desk.options).switches))
  const api = createApi(engine)
  const verbs = verbsOf(engine)
  let token: Promise<string> | undefined
  return {
    verbs,
    views: VIEWS.map((view) => view(engine)),
    surfaces: [api.surface],
    resume() {
      token = undefined
      api.begin()
      engine.resume()
    },
    async signIn(): Promise<HeaderList> {
      token ??= newToken(verbs)
      return [['authorization', `SSWS ${await token}`]]
    },
    idle: () => engine.idle(),
    close: () => engine.close(),
  }
}

const NewToken = z.object({ apiToken: z.string() })

async function newToken(verbs: readonly Verb[]): Promise<string> {
  const made = await verbs.find(({ name }) => name === 'create-api-token')?.run({})
  return NewToken.parse(made).apiToken
}

function verbsOf(engine: Engine): readonly Verb[] {
  return [
    ...inGroup<Verb>('People', [
      activateUserVerb(engine),
      createUserVerb(engine),
      deactivateUserVerb(engine),
      deleteUserVerb(engine),
      suspendUserVerb(engine),
      unsuspendUserVerb(engine),
      updateUserVerb(engine),
    ]),
    ...inGroup<Verb>('Groups', [
      activateGroupRuleVerb(engine),
      addMemberVerb(engine),
      createGroupVerb(engine),
      createGroupRuleVerb(engine),
      deactivateGroupRuleVerb(engine),
      deleteGroupVerb(engine),
      deleteGroupRuleVerb(engine),
      removeMemberVerb(engine),
      renameGroupVerb(engine),
    ]),
    ...inGroup<Verb>('Applications', [
      assignGroupVerb(engine),
      assignUserVerb(engine),
      configureScimVerb(engine),
      createApplicationVerb(engine),
      importUserSchemaVerb(engine),
      importUsersVerb(engine),
      provisionUsersVerb(engine),
      setFeaturesVerb(engine),
      setMappingVerb(engine),
      testConnectorVerb(engine),
      unassignGroupVerb(engine),
      unassignUserVerb(engine),
    ]),
    ...inGroup<Verb>('Group push', [
      activateGroupPushVerb(engine),
      deactivateGroupPushVerb(engine),
      pushGroupVerb(engine),
      pushNowVerb(engine),
      unlinkGroupVerb(engine),
    ]),
    ...inGroup<Verb>('Organization', [createApiTokenVerb(engine), loadCompanyVerb(engine), retryTasksVerb(engine)]),
  ]
}
