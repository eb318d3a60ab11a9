// What an administrator does on the Identity Management tab. Test Connection and Activate run the same verification.
import { VerbError } from '@scimulator/shared/behaviour'
import { type Application, type Connector, isVerified } from '../directory/application.ts'
import { instant } from '../directory/context.ts'
import type { TestReport } from '../directory/test-report.ts'
import type { Engine } from '../engine.ts'
import type { Initiator } from '../insights/event.ts'
import { type ConnectorForm, formProblem } from './connector-form.ts'
import { ACTIVATION_FAILED, testConnection } from './test-connection.ts'

/** Saves the form. An active connector is verified again with what the form says, and keeps its old settings when that fails. */
export async function saveConnector(
  engine: Engine,
  application: Application,
  form: ConnectorForm,
  by: Initiator,
): Promise<Application> {
  if (!application.identityManagement) {
    throw new VerbError(
      'refused',
      `${application.displayLabel} was created without "Export users to this app (Identity Management)"`,
    )
  }
  const problem = formProblem(form)
  if (problem !== undefined) throw new VerbError('invalid', problem)
  const { apiType: _apiType, scimVersion: _scimVersion, ...settings } = form
  const before = application.connector
  const connector: Connector = {
    ...(before ?? { active: false }),
    ...settings,
    apiType: 'SCIM API',
    scimVersion: '2.0',
  }
  const wasActive = before?.active ?? false
  const verified = wasActive ? await verify(engine, application, connector, by) : connector
  return put(engine, application, verified, by)
}

/** Runs the test and stores its report. Never throws because of what the target answers. */
export async function testSavedConnector(engine: Engine, application: Application, by: Initiator): Promise<TestReport> {
  const report = await runTest(engine, configured(application))
  const current = latest(engine, application)
  put(engine, current, tested(configured(current), report), by)
  return report
}

/** Activates; verifies first, unless a test with the same base URL, token and test email has passed. */
export async function activateConnector(engine: Engine, application: Application, by: Initiator): Promise<Application> {
  const connector = configured(application)
  if (connector.active)
    throw new VerbError('conflict', `The integration of ${application.displayLabel} is active already`)
  const counts = isVerified(connector) && !engine.behaviour.activateReverifies
  const verified = counts ? connector : await verify(engine, application, connector, by)
  const before = latest(engine, application)
  const after: Application = { ...before, connector: { ...verified, active: true } }
  engine.happen({ kind: 'integration-activated', before, after }, by)
  return after
}

/** Stops at once: what waits or is in flight is dropped and logged as errors; the target stays as it is. */
export function deactivateConnector(engine: Engine, application: Application, by: Initiator): Application {
  const connector = configured(application)
  if (!connector.active) throw new VerbError('conflict', `The integration of ${application.displayLabel} is not active`)
  const after: Application = { ...application, connector: { ...connector, active: false } }
  engine.happen({ kind: 'integration-deactivated', before: application, after }, by)
  engine.abortPushes(application.id)
  return after
}

/** Sends everybody in scope again. JumpCloud has an endpoint of that name; what it does there is not public. */
export function reactivateConnector(engine: Engine, application: Application, by: Initiator): void {
  if (!configured(application).active) {
    throw new VerbError('conflict', `The integration of ${application.displayLabel} is not active; activate it instead`)
  }
  engine.happen({ kind: 'integration-reactivated', before: application, after: application }, by)
}

async function verify(
  engine: Engine,
  application: Application,
  connector: Connector,
  by: Initiator,
): Promise<Connector> {
  const result = await runTest(engine, connector)
  if (result.passed) return tested(connector, result)
  const report = { ...result, toast: ACTIVATION_FAILED }
  const current = latest(engine, application)
  if (current.connector) put(engine, current, { ...current.connector, lastTest: report }, by)
  throw new VerbError('refused', `${report.toast} (cause, which the console does not show: ${report.cause ?? ''})`)
}

async function runTest(engine: Engine, connector: Connector): Promise<TestReport> {
  const { behaviour, ids } = engine
  const at = instant(engine.context.now)
  const result = await engine.talk(
    testConnection({
      connection: connector,
      testUserEmail: connector.testUserEmail,
      withGroups: connector.groupManagement,
      testUserId: ids.objectId('test-user'),
      testGroupName: `jumpcloud-test-group-${ids.objectId('test-group').slice(0, 8)}`,
      behaviour,
    }),
  )
  return { ...result, at }
}

function tested(connector: Connector, report: TestReport): Connector {
  const { baseUrl, token, testUserEmail } = connector
  const { verified: _verified, ...rest } = connector
  const lastTest = { ...rest, lastTest: report }
  return report.passed ? { ...lastTest, verified: { baseUrl, token, testUserEmail } } : lastTest
}

function configured(application: Application): Connector {
  if (application.connector) return application.connector
  throw new VerbError('refused', `Identity Management of ${application.displayLabel} is not configured yet`)
}

/** The application as it is after a test, during which somebody may have changed it. */
function latest(engine: Engine, { id, displayLabel }: Application): Application {
  const application = engine.view.applications.get(id)
  if (application) return application
  throw new VerbError('not-found', `${displayLabel} was deleted during the test`)
}

function put(engine: Engine, { id }: Application, connector: Connector, by: Initiator): Application {
  const before = engine.view.applications.get(id)
  if (!before) throw new VerbError('not-found', `There is no application ${id} any more`)
  const after: Application = { ...before, connector }
  engine.happen({ kind: 'application-updated', before, after }, by)
  return after
}
