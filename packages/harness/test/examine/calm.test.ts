// An endpoint that is right and lives among others: reads lag behind writes by up to a second, and a colleague makes and deletes people all
// the while. Nothing of it is a finding.
import { expect, test } from 'vitest'
import { sampleOf } from '../../../../scripts/gate/sample.ts'
import { testEndpoint } from '../../src/examine/index.ts'
import { chance, lagging, withColleague } from './calm-endpoint.ts'

test.each(sampleOf('calm runs in process', 20, 5).map((index) => index + 1))(
  'run %i has no finding, and the same verdict',
  async (run) => {
    const random = chance(run)
    let clock = 0
    const now = () => clock
    const handler = withColleague(lagging(run, now, random), random)
    const result = await testEndpoint({
      handler: async (request) => {
        clock += random() * 40
        return handler(request)
      },
      url: 'http://receiver.scimulator.test/scim/v2',
      token: 'secret',
      now,
      settle: [200, 1_000, 3_000],
      pause: async (ms) => {
        clock += ms
      },
    })
    expect({
      findings: result.findings.map(({ id }) => id),
      unexplained: result.unexplained.map(({ what }) => what),
    }).toEqual({
      findings: [],
      unexplained: [],
    })
    expect(Object.values(result.verdicts).map(({ verdict }) => verdict)).toEqual(Array(5).fill('works'))
  },
)
