// An endpoint in a private network, without a certificate: JumpCloud takes https only, and all the same it can be tested.
import { createReceiver } from '@scimulator/receiver'
import { createSeededIds, createVirtualSchedule } from '@scimulator/shared/runtime'
import { expect, test } from 'vitest'
import { testEndpoint } from '../../src/examine/index.ts'

test('http://10.1.2.3:8080 is tested', async () => {
  const publicUrl = 'http://10.1.2.3:8080'
  const receiver = createReceiver({
    schedule: createVirtualSchedule(0),
    ids: createSeededIds(1, 'lark'),
    profile: 'rfc',
    sources: [{ token: 'secret' }],
    publicUrl,
  })
  const asked = new Set<string>()
  const { findings, verdicts } = await testEndpoint({
    handler: (request) => {
      asked.add(request.baseUrl)
      return receiver.scim(request)
    },
    url: `${publicUrl}/scim/v2`,
    token: 'secret',
  })
  await receiver.close()
  expect({ findings, asked: [...asked], jumpcloud: verdicts.jumpcloud.verdict }).toEqual({
    findings: [],
    asked: [publicUrl],
    jumpcloud: 'works',
  })
})
