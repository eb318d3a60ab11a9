// Test Connection, T1 to T10: creates a test user and a test group, changes and removes them. A hit of T1 is ignored: the test creates all
// the same. A target that answers the create with a real account hands that account to T9 and T10, which deactivate it (Lark Help Center,
// E03). Only ids that the test's own creates returned are touched.
import {
  type Activity,
  type Conversation,
  type Exchange,
  type ScimRequest,
  noted as withNote,
} from '@scimulator/shared/provisioning'
import type { Behaviour } from '../behaviour.ts'
import type { TestReport, TestStep } from '../directory/test-report.ts'
import { type Connection, compose, lookupPath, resourcePath, userLookup } from '../push/compose.ts'
import {
  type Decoded,
  decodeCreated,
  decodeList,
  decodeUpdated,
  successOf,
  type TargetResource,
} from '../push/decode.ts'
import { type GroupWrite, groupCreateBody, membershipWrite, renameWrite } from '../push/group-body.ts'
import { testUserBody, testUserUpdate } from './test-bodies.ts'

export interface TestSettings {
  readonly connection: Connection
  readonly testUserEmail: string
  readonly withGroups: boolean
  /** JumpCloud's id of the test user, sent as externalId. */
  readonly testUserId: string
  readonly testGroupName: string
  readonly behaviour: Behaviour
}

export type TestResult = Omit<TestReport, 'at'>

/** The only thing that the console shows of a failed activation (Snipe-IT issue 17002). */
export const ACTIVATION_FAILED = 'There was a problem activating identity management'
/** No public text has the words for a failed test. */
const TEST_FAILED = 'Connection test failed'
const TEST_PASSED = 'Connection test was successful'

interface Run {
  readonly settings: TestSettings
  readonly activity: Activity
  readonly steps: TestStep[]
  readonly warnings: string[]
  userId?: string
  isDeactivated?: boolean
  groupId?: string
  /** Creates that the target accepted with an answer that was refused, as one with a number as id: nothing can clean them up. */
  readonly refused: string[]
}

/** A step's verdict: nothing when it passed, else the cause. */
type Verdict = string | undefined

export function* testConnection(settings: TestSettings): Conversation<TestResult> {
  const run: Run = { settings, activity: { kind: 'test' }, steps: [], warnings: [], refused: [] }
  const cause = yield* checks(run)
  if (cause !== undefined) yield* cleanUpAfterFailure(run)
  return report(run, cause)
}

function* checks(run: Run): Conversation<Verdict> {
  const { withGroups } = run.settings
  const first =
    (yield* searchBefore(run)) ?? (yield* createUser(run)) ?? (yield* findUser(run)) ?? (yield* updateUser(run))
  if (first !== undefined) return first
  const groups = withGroups ? yield* groupChecks(run) : undefined
  return groups ?? (yield* disposeOfUser(run))
}

function* groupChecks(run: Run): Conversation<Verdict> {
  return (
    (yield* createGroup(run)) ?? (yield* findGroup(run)) ?? (yield* updateGroup(run)) ?? (yield* deleteGroup(run, 'T8'))
  )
}

function* searchBefore(run: Run): Conversation<Verdict> {
  const exchange = yield lookupRequest(run, 'T1')
  const list = decodeList(exchange, run.settings.behaviour)
  if (!list.ok) return failed(run, 'T1', 'look the test user up', exchange, list.cause)
  const detail = list.value.length > 0 ? 'the address is in use; the test goes on all the same' : undefined
  if (detail) run.warnings.push(`${run.settings.testUserEmail} exists at the target: a real account may be deactivated`)
  return passed(run, 'T1', 'look the test user up', exchange, detail)
}

function* createUser(run: Run): Conversation<Verdict> {
  const { testUserEmail, testUserId, behaviour } = run.settings
  const exchange = yield request(run, 'T2', 'POST', '/Users', testUserBody(testUserEmail, testUserId))
  const created = decodeCreated(exchange, behaviour)
  if (!created.ok) {
    if (successOf(exchange).ok)
      run.refused.push(`test user ${testUserEmail}, active: its answer was refused, so that it cannot be removed`)
    return failed(run, 'T2', 'create the test user', exchange, created.cause)
  }
  run.userId = created.value.id
  return passed(run, 'T2', 'create the test user', exchange, noted(run, created))
}

function* findUser(run: Run): Conversation<Verdict> {
  const exchange = yield lookupRequest(run, 'T3')
  const does = 'find the test user'
  const list = decodeList(exchange, run.settings.behaviour)
  if (!list.ok) return failed(run, 'T3', does, exchange, list.cause)
  const [only, ...more] = list.value
  if (!only || more.length > 0) {
    return failed(run, 'T3', does, exchange, `exactly one user was expected, the target has ${list.value.length}`)
  }
  return foundIs(run, only, exchange)
}

function foundIs(run: Run, only: TargetResource, exchange: Exchange): Verdict {
  const { testUserEmail } = run.settings
  if (only.id !== run.userId) {
    return failed(run, 'T3', 'find the test user', exchange, `the target now names it ${only.id}, not ${run.userId}`)
  }
  if (only.userName?.toLowerCase() !== testUserEmail.toLowerCase()) {
    return failed(run, 'T3', 'find the test user', exchange, `userName came back as ${only.userName}`)
  }
  return passed(run, 'T3', 'find the test user', exchange)
}

function* updateUser(run: Run): Conversation<Verdict> {
  const exchange = yield putUser(run, 'T4', true)
  return judgeUpdate(run, 'T4', 'update the test user', exchange, true)
}

function judgeUpdate(run: Run, step: string, does: string, exchange: Exchange, active: boolean): Verdict {
  const updated = decodeUpdated(exchange, run.settings.behaviour)
  if (!updated.ok) return failed(run, step, does, exchange, updated.cause)
  if (updated.value && updated.value.active !== active) {
    return failed(run, step, does, exchange, `active came back as ${updated.value.active}, not ${active}`)
  }
  return passed(run, step, does, exchange, noted(run, updated))
}

function* createGroup(run: Run): Conversation<Verdict> {
  const { testGroupName, testUserId, behaviour } = run.settings
  const body = groupCreateBody(testGroupName, testUserId, [run.userId ?? ''], behaviour)
  const exchange = yield request(run, 'T5', 'POST', '/Groups', body)
  const created = decodeCreated(exchange, behaviour)
  if (!created.ok) {
    if (successOf(exchange).ok)
      run.refused.push(`test group ${testGroupName}: its answer was refused, so that it cannot be removed`)
    return failed(run, 'T5', 'create the test group', exchange, created.cause)
  }
  run.groupId = created.value.id
  return passed(run, 'T5', 'create the test group', exchange, noted(run, created))
}

function* findGroup(run: Run): Conversation<Verdict> {
  const { testGroupName, behaviour } = run.settings
  const exchange = yield request(run, 'T6', 'GET', lookupPath('Groups', 'displayName', testGroupName, behaviour))
  const list = decodeList(exchange, run.settings.behaviour)
  const does = 'find the test group'
  if (!list.ok) return failed(run, 'T6', does, exchange, list.cause)
  const hits = list.value.filter(({ id }) => id === run.groupId).length
  if (hits !== 1 || list.value.length !== 1) {
    return failed(run, 'T6', does, exchange, `exactly one group was expected, the target has ${list.value.length}`)
  }
  return passed(run, 'T6', does, exchange)
}

function* updateGroup(run: Run): Conversation<Verdict> {
  const { behaviour } = run.settings
  const displayName = `${run.settings.testGroupName} renamed`
  const targetId = run.groupId ?? ''
  const userId = run.userId ?? ''
  const rename = renameWrite({ targetId, displayName, members: () => [userId] }, behaviour)
  const remove = membershipWrite('remove', { targetId, displayName, members: () => [] }, [userId], behaviour)
  return (
    (yield* writeGroup(run, 'rename the test group', rename)) ??
    (yield* writeGroup(run, 'empty the test group', remove))
  )
}

function* writeGroup(run: Run, does: string, { method, path, body }: GroupWrite): Conversation<Verdict> {
  const exchange = yield request(run, 'T7', method, path, body)
  const success = successOf(exchange)
  return success.ok ? passed(run, 'T7', does, exchange) : failed(run, 'T7', does, exchange, success.cause)
}

/** With group management on, a target must be able to delete groups. */
function* deleteGroup(run: Run, step: string): Conversation<Verdict> {
  const { groupId } = run
  if (groupId === undefined) return undefined
  const exchange = yield request(run, step, 'DELETE', resourcePath('Groups', groupId))
  const success = successOf(exchange)
  if (success.ok) {
    delete run.groupId
    return passed(run, step, 'delete the test group', exchange)
  }
  return failed(run, step, 'delete the test group', exchange, success.cause)
}

function* disposeOfUser(run: Run): Conversation<Verdict> {
  if (run.settings.behaviour.testCleanUp === 'deactivate-then-delete') {
    return (yield* deactivateUser(run, 'T9')) ?? (yield* deleteUser(run, 'T10'))
  }
  yield* deleteUser(run, 'T10')
  return run.userId === undefined ? undefined : yield* deactivateUser(run, 'T9')
}

function* deactivateUser(run: Run, step: string): Conversation<Verdict> {
  if (run.userId === undefined) return undefined
  const exchange = yield putUser(run, step, false)
  const cause = judgeUpdate(run, step, 'deactivate the test user', exchange, false)
  run.isDeactivated = cause === undefined
  return cause
}

/** A target without user DELETE keeps the deactivated test user; that is tolerated (JumpCloud: custom SCIM Identity Management). */
function* deleteUser(run: Run, step: string): Conversation<Verdict> {
  const { userId } = run
  if (userId === undefined) return undefined
  const exchange = yield request(run, step, 'DELETE', resourcePath('Users', userId))
  const success = successOf(exchange)
  if (success.ok) delete run.userId
  return passed(run, step, 'delete the test user', exchange, success.ok ? undefined : `tolerated: ${success.cause}`)
}

/** Best effort, as far as the test's own creates have returned ids. Its results do not change the verdict. */
function* cleanUpAfterFailure(run: Run): Conversation<void> {
  yield* deleteGroup(run, 'clean-up')
  yield* deactivateUser(run, 'clean-up')
  yield* deleteUser(run, 'clean-up')
}

function lookupRequest(run: Run, step: string): ScimRequest {
  const { testUserEmail: email, behaviour } = run.settings
  return request(run, step, 'GET', userLookup({ userName: email, email }, behaviour).path)
}

function putUser(run: Run, step: string, active: boolean): ScimRequest {
  const id = run.userId ?? ''
  return request(run, step, 'PUT', resourcePath('Users', id), testUserUpdate(run.settings.testUserEmail, id, active))
}

function request(
  run: Run,
  step: string,
  method: ScimRequest['method'],
  path: string,
  body?: Readonly<Record<string, unknown>>,
): ScimRequest {
  const sent = compose(run.settings.connection, run.settings.behaviour, method, path, body)
  return withNote(sent, { purpose: 'test', activity: run.activity, step })
}

function noted(run: Run, decoded: Decoded<unknown>): string | undefined {
  if (!decoded.ok || decoded.warning === undefined) return undefined
  run.warnings.push(decoded.warning)
  return decoded.warning
}

function passed(run: Run, step: string, does: string, exchange: Exchange, detail?: string): undefined {
  run.steps.push({ ...stepOf(step, does, exchange), passed: true, ...(detail === undefined ? {} : { detail }) })
  return undefined
}

function failed(run: Run, step: string, does: string, exchange: Exchange, cause: string): string {
  run.steps.push({ ...stepOf(step, does, exchange), passed: false, detail: cause })
  return `${step}, ${does} (${exchange.request.method} ${exchange.request.url}): ${cause}`
}

function stepOf(step: string, does: string, { request: sent, response, number }: Exchange) {
  const numbered = number === undefined ? {} : { seq: number }
  const answered = response ? { status: response.status } : {}
  return { step, does, request: `${sent.method} ${sent.url}`, ...numbered, ...answered }
}

function report(run: Run, cause: string | undefined): TestResult {
  const { testUserEmail, withGroups } = run.settings
  const { steps, warnings } = run
  const result = { testUserEmail, withGroups, steps, warnings, leftBehind: leftBehind(run) }
  if (cause === undefined) return { ...result, passed: true, toast: TEST_PASSED }
  return { ...result, passed: false, toast: TEST_FAILED, cause }
}

/** What the test's own creates made and nothing has removed. */
function leftBehind({ groupId, userId, isDeactivated, settings, refused }: Run): string[] {
  return [
    ...refused,
    ...(groupId === undefined ? [] : [`test group ${groupId}`]),
    ...(userId === undefined
      ? []
      : [`test user ${settings.testUserEmail}, ${isDeactivated ? 'deactivated' : 'active'}`]),
  ]
}
