// Where RFC 7644 leaves a choice, an endpoint that chooses otherwise than ours is not blamed.
import { createReceiver } from '@scimulator/receiver'
import type { ScimHandler } from '@scimulator/shared/http'
import { createRandomIds } from '@scimulator/shared/runtime'
import { describe, expect, test } from 'vitest'
import { combinationTitle, scenarioTree } from '../../src/index.ts'
import { runAt, scenarioOf, TOKEN } from './run-at.ts'

interface Choice {
  readonly endpoint: () => ScimHandler
  /** Scenarios that come upon the choice. */
  readonly scenarios: readonly string[]
  /** Of these so many runs are skipped, because they need what the endpoint does not do. */
  readonly skipped: number
}

const plain = (): ScimHandler => createReceiver({ profile: 'rfc', sources: [{ token: TOKEN }] }).scim

const CHOICES: Readonly<Record<string, Choice>> = {
  'filters by userName and displayName only': {
    endpoint: () => refusing(plain(), (filter) => !/^(userName|displayName) eq "[^"]*"$/i.test(filter)),
    scenarios: [
      'matching/by-user-name',
      'matching/by-email',
      'matching/by-external-id',
      'matching/two-hits',
      'matching/group-by-name',
      'entra/quirks/matching-one-after-another',
      'entra/groups-with-external-id',
      'entra/groups-of-one-name',
      'entra/two-people-one-number',
      'jumpcloud/help-page',
    ],
    skipped: 13,
  },
  'demands an email address': {
    endpoint: () =>
      createReceiver({ profile: 'rfc', sources: [{ token: TOKEN }], deviations: ['email-required'] }).scim,
    scenarios: ['entra/quirks/add-to-missing-element', 'entra/help-page', 'jumpcloud/help-page'],
    skipped: 4,
  },
  'answers 204 to a PATCH that succeeds': {
    endpoint: () => withoutBodyOfPatch(plain()),
    scenarios: ['entra/help-page', 'entra/group-goes', 'entra/quirks/member-removal', 'jumpcloud/e06-groups-by-filter'],
    skipped: 0,
  },
  'gives ids that are no UUIDs': {
    endpoint: () => {
      let number = 0
      const ids = { ...createRandomIds(), uuid: (kind: string) => `${kind}_${++number}` }
      return createReceiver({ profile: 'rfc', sources: [{ token: TOKEN }], ids }).scim
    },
    scenarios: ['entra/help-page', 'entra/manager-goes', 'jumpcloud/help-page', 'matching/members-by-hand'],
    skipped: 0,
  },
}

describe.each(Object.entries(CHOICES))('an endpoint that %s', (_, { endpoint, scenarios, skipped }) => {
  test('fails nothing, and is not asked for what it does not do', async () => {
    const results = []
    for (const name of scenarios) {
      const scenario = await scenarioOf(name)
      for (const combination of scenario.combinations) {
        const { result } = await runAt(endpoint(), scenario, combination)
        const where = `${name} [${combinationTitle(combination)}]`
        expect(['passed', 'skipped'], `${where}\n${scenarioTree(result)}`).toContain(result.outcome)
        results.push(result)
      }
    }
    const notAsked = results.filter(({ outcome }) => outcome === 'skipped')
    expect(notAsked).toHaveLength(skipped)
    const reasons = notAsked.flatMap(({ expectations }) => expectations.map(({ skip }) => skip?.code))
    expect(new Set(reasons)).toEqual(new Set(skipped === 0 ? [] : ['ability-missing']))
  })
})

function refusing(next: ScimHandler, isRefused: (filter: string) => boolean): ScimHandler {
  return async (request) => {
    const filter = new URL(request.target, 'http://x').searchParams.get('filter')
    if (filter === null || !isRefused(filter)) return next(request)
    const schemas = ['urn:ietf:params:scim:api:messages:2.0:Error']
    const body = JSON.stringify({ schemas, status: '400', scimType: 'invalidFilter' })
    return { status: 400, headers: { 'content-type': 'application/scim+json' }, body }
  }
}

function withoutBodyOfPatch(next: ScimHandler): ScimHandler {
  return async (request) => {
    const answer = await next(request)
    return request.method === 'PATCH' && answer.status === 200 ? { status: 204, headers: {}, body: '' } : answer
  }
}
