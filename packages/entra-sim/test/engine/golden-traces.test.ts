// The reference traces, as whole transcripts in both dialects: reviewed once against the reference, compared ever after.
import { canonicalTranscript } from '@scimulator/shared/provisioning'
import { describe, expect, test } from 'vitest'
import { BASE, CYCLE, contoso, type Fixture, type FixtureOptions, START } from './tenant-fixture.ts'

const ALICE = {
  name: 'Contoso',
  domain: 'contoso.example',
  people: [
    {
      key: 'alice',
      displayName: 'Alice A',
      givenName: 'Alice',
      surname: 'A',
      email: 'alice@contoso.example',
      jobTitle: 'Engineer',
      department: 'R&D',
      country: 'NO',
      employeeId: '42',
      manager: 'mia',
    },
    { key: 'mia', displayName: 'Mia M', email: 'mia@contoso.example' },
  ],
  groups: [{ name: 'Sales', members: ['alice'] }],
}

interface Step {
  readonly name: string
  run(fixture: Fixture): Promise<unknown>
}

const STEPS: readonly Step[] = [
  { name: '1 first cycle', run: (f) => f.do('start') },
  { name: '2 no changes', run: (f) => f.advance(CYCLE) },
  {
    name: '3 job title changed',
    run: async (f) => {
      await f.do('update-user', { user: 'alice', set: { jobTitle: 'Director', preferredLanguage: 'nb-NO' } })
      await f.advance(CYCLE)
    },
  },
  {
    name: '4 removed from her only group',
    run: async (f) => {
      await f.do('remove-member', { group: 'Sales', user: 'alice' })
      await f.advance(CYCLE)
    },
  },
  {
    name: '5 back in the group',
    run: async (f) => {
      await f.do('add-member', { group: 'Sales', user: 'alice' })
      await f.advance(CYCLE)
    },
  },
  {
    name: '6 manager gone',
    run: async (f) => {
      await f.do('update-user', { user: 'alice', manager: null })
      await f.advance(CYCLE)
    },
  },
  {
    name: '7 group renamed, then unassigned',
    run: async (f) => {
      await f.do('rename-group', { group: 'Sales', name: 'Sales EMEA' })
      await f.advance(CYCLE)
      await f.do('unassign', { group: 'Sales EMEA' })
      await f.advance(CYCLE)
    },
  },
  {
    name: '8 re-assigned, soft-deleted, purged',
    run: async (f) => {
      await f.do('assign', { user: 'alice' })
      await f.advance(CYCLE)
      await f.do('delete-user', { user: 'alice' })
      await f.advance(CYCLE)
      await f.do('purge-user', { user: 'alice' })
      await f.advance(CYCLE)
    },
  },
]

describe.each([
  { dialect: 'legacy', suffix: '' },
  { dialect: 'optscim', suffix: '?aadOptscim062020' },
])('$dialect', ({ dialect, suffix }) => {
  test('the reference traces', async () => {
    const text = await transcript({ suffix, preset: 'default' })
    await expect(text).toMatchFileSnapshot(`goldens/reference.${dialect}.txt`)
  })
})

/** Each value of a switch that is not the default, and where its trace must differ. */
describe('switches change the wire', () => {
  test.each<[string, unknown, string, string]>([
    ['patchProfile', 'optscim', '"op":"replace"', '"op":"Replace"'],
    ['memberRefNull', true, '{"$ref":null,"value":"u1"}', '[{"value":"u1"}]'],
    ['userAgent', 'custom', '> user-agent: ', '> nobody'],
    ['adscimVersionValue', '5.0', '> adscimversion: 5.0', '> adscimversion: Date:'],
    [
      'managerValue',
      'array',
      '[{"$ref":"{target}/Users/u2","value":"u2"}]',
      '"op":"Add","path":"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager","value":"u2"',
    ],
    ['emptyRoles', 'omit', '"title":"Engineer","urn', '"roles":[]'],
    ['managerUnset', 'replaceEmpty', ':User:manager","value":""}', '"Remove","path":"urn'],
    ['managerUnset', 'none', '"op":"Add","path":"urn', '"Remove","path":"urn'],
    ['referenceCheckQueries', 'on', 'GET {target}/Users?attributes=id&filter=id+eq+', 'nothing'],
    ['patchBooleanText', 'lowerCase', '"path":"active","value":"false"}', '"path":"active","value":"False"}'],
    [
      'groupPost',
      'coreOnly',
      '{"schemas":["urn:ietf:params:scim:schemas:core:2.0:Group"],"externalId":"{guid:3}","displayName":"Sales","members":[],"meta"',
      'ADSCIM/2.0/Group',
    ],
    ['softDeleteRename', 'keepOldName', '"op":"Replace","path":"active","value":"False"}', '"path":"userName"'],
  ])('%s: %j', async (id, value, present, absent) => {
    const usual = await transcript({})
    const text = await transcript({ switches: { [id]: value } })
    expect(text).not.toBe(usual)
    expect(text).toContain(present)
    expect(text).not.toContain(absent)
  })

  test.each([
    ['boolean', '"active":true'],
    ['string', '"active":"True"'],
  ])('postActive %s', async (postActive, expected) => {
    const fixture = await contoso({ switches: { postActive } })
    await fixture.do('assign', { user: 'ana' })
    await fixture.do('start')
    expect(fixture.sent().at(-1)).toContain(expected)
  })

  test.each([
    ['upper', 'emails%5Btype+eq+%22work%22%5D.value+eq+%22ana%40contoso.example%22'],
    ['lower', 'emails%5btype+eq+%22work%22%5d.value+eq+%22ana%40contoso.example%22'],
  ])('bracketHexCase %s', async (bracketHexCase, expected) => {
    const fixture = await contoso({ switches: { bracketHexCase } })
    const row = { target: 'emails[type eq "work"].value', source: 'mail', matchingPriority: 1 }
    await fixture.do('set-mapping', row)
    await fixture.do('set-mapping', { target: 'userName', source: 'userPrincipalName', matchingPriority: 2 })
    await fixture.do('assign', { user: 'ana' })
    await fixture.do('start')
    const lookups = fixture
      .sent()
      .filter((line) => line.startsWith('GET'))
      .slice(1)
    expect(lookups).toEqual([
      `GET /Users?filter=${expected}`,
      'GET /Users?filter=userName+eq+%22ana%40contoso.example%22',
    ])
  })

  test.each([
    ['ofBody', '[{"op":"replace","value":{"title":"Director"}},{"op":"add","value":{"preferredLanguage":"nb-NO"}}]'],
    [
      'ofOperation',
      '[{"op":"replace","path":"title","value":"Director"},{"op":"add","path":"preferredLanguage","value":"nb-NO"}]',
    ],
    ['pathless', '[{"op":"replace","value":{"title":"Director"}},{"op":"add","value":{"preferredLanguage":"nb-NO"}}]'],
  ])('lonePatchAttribute %s', async (lonePatchAttribute, operations) => {
    const fixture = await contoso({ suffix: '?aadOptscim062020', switches: { lonePatchAttribute } })
    await fixture.do('assign', { user: 'ana' })
    await fixture.do('start')
    await fixture.do('update-user', { user: 'ana', set: { jobTitle: 'Director', preferredLanguage: 'nb-NO' } })
    await fixture.advance(CYCLE)
    expect(fixture.sent().at(-1)).toContain(`"Operations":${operations}`)
  })

  test.each([
    ['ofBody', '[{"op":"replace","path":"displayName","value":"Sales EMEA"}]'],
    ['ofOperation', '[{"op":"replace","path":"displayName","value":"Sales EMEA"}]'],
    ['pathless', '[{"op":"replace","value":{"displayName":"Sales EMEA"}}]'],
  ])('lonePatchAttribute %s renames a group', async (lonePatchAttribute, operations) => {
    const fixture = await contoso({ suffix: '?aadOptscim062020', switches: { lonePatchAttribute } })
    await fixture.do('assign', { group: 'Sales' })
    await fixture.do('start')
    await fixture.do('rename-group', { group: 'Sales', name: 'Sales EMEA' })
    await fixture.advance(CYCLE)
    expect(fixture.sent().at(-1)).toContain(`"Operations":${operations}`)
  })

  test.each([
    ['', 'nothing', undefined],
    ['', 'removeWithValue', '[{"op":"Remove","path":"title","value":"Engineer"}]'],
    ['?aadOptscim062020', 'removeWithValue', '[{"op":"remove","path":"title","value":"Engineer"}]'],
  ])('with the suffix "%s" a cleared attribute, clearedAttribute %s', async (suffix, clearedAttribute, operations) => {
    const fixture = await contoso({ suffix, switches: { clearedAttribute } })
    await fixture.do('assign', { user: 'ana' })
    await fixture.do('start')
    await fixture.do('update-user', { user: 'ana', set: { jobTitle: null } })
    fixture.sent()
    await fixture.advance(CYCLE)
    const writes = fixture.sent().filter((line) => line.startsWith('PATCH'))
    expect(writes).toEqual(operations === undefined ? [] : [expect.stringContaining(`"Operations":${operations}`)])
  })

  test('managerInPost writes a manager who is linked already into the POST', async () => {
    const fixture = await contoso({ switches: { managerInPost: true } })
    await fixture.do('assign', { user: 'ana' })
    await fixture.do('start')
    fixture.sent()
    await fixture.do('assign', { user: 'bo' })
    await fixture.advance(CYCLE)
    const writes = fixture.sent().filter((line) => !line.startsWith('GET'))
    expect(writes).toEqual([expect.stringContaining('"manager":"u1"')])
  })

  test.each([0, 2, 3])('probePerCycle %i', async (count) => {
    const fixture = await contoso({ switches: { probePerCycle: count } })
    await fixture.do('start')
    expect(fixture.sent()).toHaveLength(count)
  })

  test.each([
    ['testOnly', ['Users', 'Groups'], ['Users']],
    ['testAndCycle', ['Users', 'Groups'], ['Users', 'Groups']],
    ['never', ['Users'], ['Users']],
  ])('probeGroups %s: Test Connection asks for %j, a cycle and provision on demand for %j', async (...row) => {
    const [probeGroups, atTest, atActivity] = row
    const fixture = await contoso({ switches: { probeGroups } })
    const probed = () => fixture.sent().map((line) => /^GET \/(\w+)/.exec(line)?.[1])
    await fixture.do('test-connection')
    expect(probed()).toEqual(atTest)
    await fixture.do('start')
    expect(probed()).toEqual(atActivity)
    await fixture.do('provision-on-demand', { user: 'ana' })
    expect(probed()).toEqual(atActivity)
  })

  test('probeGroups asks for groups although their mapping is switched off', async () => {
    const fixture = await contoso()
    await fixture.do('set-object-actions', { objectType: 'Group', enabled: false })
    await fixture.do('test-connection')
    expect(fixture.sent()).toHaveLength(2)
  })

  test('a target without groups fails Test Connection, and the message names /Groups', async () => {
    const fixture = await contoso()
    fixture.responder.faults.push(({ url }) =>
      url.includes('/Groups') ? { status: 404, body: 'Not Found' } : undefined,
    )
    await expect(fixture.do('test-connection')).rejects.toThrow(
      /ServiceIncompatible.*GET \/Groups was answered with HTTP\/404 Not Found.*RFC 7644 §3\.4\.2/,
    )
  })

  test('sendFlagInUrl keeps the flag in every URL', async () => {
    const fixture = await contoso({ suffix: '?aadOptscim062020&x=1', switches: { sendFlagInUrl: true } })
    await fixture.do('assign', { user: 'ana' })
    await fixture.do('start')
    for (const line of fixture.sent()) expect(line).toMatch(/^\w+ \/Users\?x=1&aadOptscim062020/)
  })

  test('membersPerPatch 1 writes one member a request', async () => {
    const fixture = await contoso({ preset: 'lark', switches: { membersPerPatch: 1 } })
    await fixture.do('assign', { group: 'Sales' })
    await fixture.do('start')
    expect(fixture.sent().filter((line) => line.startsWith('PATCH /Groups'))).toHaveLength(2)
  })

  test('the profile as-seen-in-the-field writes one member a request; a switch of its own wins over it', async () => {
    const requests = async (options: FixtureOptions) => {
      const fixture = await contoso({ preset: 'lark', ...options })
      await fixture.do('assign', { group: 'Sales' })
      await fixture.do('start')
      return fixture.sent().filter((line) => line.startsWith('PATCH /Groups')).length
    }
    expect(await requests({ profile: 'as-seen-in-the-field' })).toBe(2)
    expect(await requests({ profile: 'as-seen-in-the-field', switches: { membersPerPatch: 5 } })).toBe(1)
    expect(await requests({ profile: 'as-documented' })).toBe(1)
  })

  describe('a target that shows members although they are to be left out', () => {
    /** Members as a list in every answer about a group. */
    async function showing(memberOpWhenReturned: string, suffix = '', members: readonly object[] = []) {
      const fixture = await contoso({ suffix, switches: { memberOpWhenReturned, membersPerPatch: 1 } })
      fixture.responder.faults.push(({ method, url }) => {
        const group = fixture.responder.groups.get('g1')
        const isRead = method === 'GET' && url.includes('/Groups/')
        return isRead && group ? { status: 200, body: JSON.stringify({ ...group, members }) } : undefined
      })
      await fixture.do('assign', { group: 'Sales' })
      await fixture.do('start')
      await fixture.do('add-member', { group: 'Sales', user: 'eve' })
      fixture.sent()
      await fixture.advance(CYCLE)
      return fixture.sent().filter((line) => line.startsWith('PATCH /Groups'))
    }

    test.each([
      ['add', '', '"op":"Add","path":"members"'],
      ['add', '?aadOptscim062020', '"op":"add","path":"members"'],
      ['replace', '', '"op":"Replace","path":"members"'],
      ['replace', '?aadOptscim062020', '"op":"replace","path":"members"'],
    ])('an empty list, memberOpWhenReturned %s, with the suffix "%s"', async (op, suffix, expected) => {
      expect(await showing(op, suffix)).toEqual([expect.stringContaining(expected)])
    })

    test('a list with members fails the group by add, and is replaced by replace', async () => {
      expect(await showing('add', '', [{ value: 'u1' }])).toEqual([])
      expect(await showing('replace', '', [{ value: 'u1' }])).toEqual([
        expect.stringMatching(/\{"op":"Replace","path":"members","value":\[\{"value":"u\d"\}\]\}/),
      ])
    })

    test('a group whose answers show none is added to by either value', async () => {
      for (const memberOpWhenReturned of ['add', 'replace']) {
        const fixture = await contoso({ switches: { memberOpWhenReturned } })
        await fixture.do('assign', { group: 'Sales' })
        await fixture.do('start')
        expect(fixture.sent().at(-1)).toContain('"op":"Add","path":"members"')
      }
    })
  })

  test('podPatchProfile sameAsCycle writes the dialect of the flag on demand', async () => {
    const fixture = await contoso({
      preset: 'lark',
      suffix: '?aadOptscim062020',
      switches: { podPatchProfile: 'sameAsCycle' },
    })
    await fixture.do('assign', { user: 'ana' })
    await fixture.do('provision-on-demand', { user: 'ana' })
    await fixture.do('update-user', { user: 'ana', set: { jobTitle: 'Director' } })
    await fixture.do('provision-on-demand', { user: 'ana' })
    expect(fixture.sent().at(-1)).toContain('"op":"replace"')
  })

  test('cycleIntervalMinutes moves the next cycle', async () => {
    const fixture = await contoso({ switches: { cycleIntervalMinutes: 10 } })
    await fixture.do('start')
    fixture.sent()
    await fixture.advance(CYCLE)
    expect(fixture.sent()).toHaveLength(4)
  })

  test('portalRestartKeepsLinks false matches again', async () => {
    const fixture = await contoso({ preset: 'lark', switches: { portalRestartKeepsLinks: false } })
    await fixture.do('assign', { user: 'ana' })
    await fixture.do('start')
    fixture.sent()
    await fixture.do('restart')
    expect(fixture.sent().at(-1)).toBe('GET /Users?filter=userName+eq+%22ana%40contoso.example%22')
  })

  test('parallelism above 1 ends in the same state', async () => {
    const fixture = await contoso({ preset: 'lark', switches: { parallelism: 8 } })
    await fixture.do('assign', { group: 'Sales' })
    await fixture.do('start')
    expect([...fixture.responder.users.values()].map(({ userName }) => userName).sort()).toEqual([
      'bo@contoso.example',
      'cy@contoso.example',
    ])
    expect(fixture.responder.groups.get('g1')?.members).toHaveLength(2)
  })
})

async function transcript(options: FixtureOptions): Promise<string> {
  const fixture = await contoso({ preset: 'default', ...options })
  fixture.tenant.control.reset()
  await fixture.do('load-company', { company: ALICE })
  await fixture.do('create-app', { name: 'Lark' })
  await fixture.do('set-credentials', { tenantUrl: `${BASE}${options.suffix ?? ''}`, secretToken: 'secret' })
  await fixture.do('assign', { group: 'Sales' })
  await fixture.do('assign', { user: 'mia' })
  const parts: string[] = []
  for (const step of STEPS) {
    const before = fixture.responder.exchanges.length
    await step.run(fixture)
    const exchanges = fixture.responder.exchanges.slice(before)
    parts.push(`== ${step.name}\n`, canonicalTranscript(exchanges, { baseUrls: { target: BASE }, start: START }))
  }
  return `${parts.join('\n')}`
}
