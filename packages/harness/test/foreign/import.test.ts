import { createReceiver } from '@scimulator/receiver'
import { urns } from '@scimulator/shared/scim'
import { expect, test } from 'vitest'
import { shippedPrograms } from '../../src/index.ts'
import { parseScenario } from '../../src/scenario/load-scenario.ts'
import { vocabularyOf } from '../../src/world/vocabulary-of.ts'
import { ROOT, runAt, TOKEN } from './run-at.ts'

const STRANGER = 'ruth.canary@example.com'

const TEXT = `
scenario: An import at an endpoint of somebody else
description: Who was there stays out of JumpCloud's directory.
given: { jumpcloud: { switches: { latencyMs: 0 } } }
steps:
  - receiver.add-source: { kind: JumpCloud }
    save: source
  - jumpcloud.load-company:
      company: { name: C, domain: c.example, people: [{ key: ana, displayName: Ana, email: ana@c.example }] }
      usernames: email
  - jumpcloud.create-application: { displayLabel: Lark }
  - jumpcloud.configure-scim: { baseUrl: '\${source.url}', token: '\${source.token}', testUserEmail: t@c.example }
  - jumpcloud.activate: {}
  - directory.create-user:
      { userName: joe@c.example, displayName: Joe, emails: [{ value: joe@c.example, primary: true }] }
  - jumpcloud.import-users: {}
expect:
  - { view: jumpcloud.users, exactly: { ana@c.example: {}, joe: { creationSource: 'jumpcloud:scim' } } }
`

async function receiverWithStranger() {
  const receiver = createReceiver({ profile: 'rfc', sources: [{ token: TOKEN }] })
  const person = { schemas: [urns.user], userName: STRANGER, emails: [{ value: STRANGER, primary: true }] }
  const answer = await receiver.scim({
    method: 'POST',
    target: '/scim/v2/Users',
    rawHeaders: ['Authorization', `Bearer ${TOKEN}`, 'Content-Type', 'application/scim+json'],
    body: new TextEncoder().encode(JSON.stringify(person)),
    baseUrl: 'http://endpoint.scimulator.test',
  })
  expect(answer.status).toBe(201)
  return receiver
}

test('an import takes whom the run knows, and nobody who was there before', async () => {
  const receiver = await receiverWithStranger()
  const scenario = await parseScenario(TEXT.trimStart(), {
    path: `${ROOT}/x.yaml`,
    file: 'x.yaml',
    vocabulary: await vocabularyOf(await shippedPrograms()),
  })
  const { result } = await runAt(receiver.scim, scenario, scenario.combinations[0] ?? {})
  expect(result.expectations).toMatchObject([{ outcome: 'passed' }])
  expect(JSON.stringify(result)).not.toContain('canary')
})
