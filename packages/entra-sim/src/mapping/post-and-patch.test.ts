import { describe, expect, test } from 'vitest'
import { apply, compiled } from '../../test/mapping/mapping-samples.ts'
import { attributesFrom, expressionEnvironment } from '../expression/index.ts'
import {
  applyMappings,
  buildMemberPatches,
  buildPatchBody,
  buildPostBody,
  buildReferencePatch,
  compileObjectMapping,
  defaultGroupMapping,
  diffAgainstTarget,
  enterpriseUserSchema,
  targetGroupDefinition,
} from './index.ts'

describe('POST', () => {
  test('custom extensions are sent but not listed', () => {
    const urn = 'urn:ietf:params:scim:schemas:extension:Acme:2.0:User'
    const body = buildPostBody(apply({ targetAttributeName: `${urn}:badge`, source: '"7"' }, {}), {
      resourceType: 'User',
    })
    expect(body[urn]).toEqual({ badge: '7' })
    expect(body.schemas).toEqual(['urn:ietf:params:scim:schemas:core:2.0:User'])
  })

  test('mappings with one filter build one element, others their own', () => {
    const mapping = compiled(
      { targetAttributeName: 'phoneNumbers[type eq "work"].value', source: '"1"' },
      { targetAttributeName: 'phoneNumbers[type eq "mobile"].value', source: '"2"' },
      { targetAttributeName: 'addresses[type eq "work"].country', source: '"NO"' },
      { targetAttributeName: 'addresses[type eq "work"].streetAddress', source: '"S"' },
      { targetAttributeName: 'emails[type eq "home"].value', source: '"h"' },
    )
    const values = applyMappings(mapping, () => null, expressionEnvironment(), { operation: 'create' })
    const body = buildPostBody(values, { resourceType: 'User' })
    expect(JSON.stringify(body.phoneNumbers)).toBe('[{"type":"work","value":"1"},{"type":"mobile","value":"2"}]')
    expect(JSON.stringify(body.addresses)).toBe('[{"type":"work","streetAddress":"S","country":"NO"}]')
    expect(JSON.stringify(body.emails)).toBe('[{"type":"home","value":"h"}]')
  })

  test('switches change active, roles and the manager', () => {
    const active = apply({ targetAttributeName: 'active', source: '"True"' }, {})
    expect(buildPostBody(active, { resourceType: 'User', postActive: 'string' }).active).toBe('True')
    expect(buildPostBody(active, { resourceType: 'User', emptyRoles: 'omit' })).not.toHaveProperty('roles')
    const path = `${enterpriseUserSchema}:manager`
    const manager = apply({ targetAttributeName: path, source: '"boss"' }, {})
    expect(buildPostBody(manager, { resourceType: 'User' })).not.toHaveProperty([enterpriseUserSchema])
    const references = new Map([[path, 'u7']])
    expect(buildPostBody(manager, { resourceType: 'User', references })[enterpriseUserSchema]).toEqual({
      manager: 'u7',
    })
  })

  test('a group has its documented keys and no members', () => {
    const result = compileObjectMapping(defaultGroupMapping, targetGroupDefinition)
    if (!result.ok) throw new Error('the preset does not compile')
    const source = attributesFrom({ displayName: 'Sales', objectId: 'g', members: ['a'] })
    const values = applyMappings(result.mapping, source, expressionEnvironment(), { operation: 'create' })
    const body = buildPostBody(values, { resourceType: result.mapping.resourceType })
    expect(JSON.stringify(body)).toBe(
      '{"schemas":["urn:ietf:params:scim:schemas:core:2.0:Group",' +
        '"http://schemas.microsoft.com/2006/11/ResourceManagement/ADSCIM/2.0/Group"],' +
        '"externalId":"g","displayName":"Sales","meta":{"resourceType":"Group"}}',
    )
    expect(buildPostBody(values, { resourceType: 'Group', groupPost: 'coreOnly' })).toMatchObject({
      schemas: ['urn:ietf:params:scim:schemas:core:2.0:Group'],
      members: [],
    })
    expect(values.at(-1)?.outcome).toEqual({ kind: 'reference', sourceIds: ['a'] })
  })

  test.each(['create', 'update'] as const)('%s: members that nobody asks for are not listed', (operation) => {
    const result = compileObjectMapping(defaultGroupMapping, targetGroupDefinition)
    if (!result.ok) throw new Error('the preset does not compile')
    const asked: string[] = []
    const source = (name: string) => {
      asked.push(name)
      return attributesFrom({ displayName: 'Sales', objectId: 'g', members: ['a'] })(name)
    }
    const values = applyMappings(result.mapping, source, expressionEnvironment(), { operation, unlisted: ['members'] })
    expect(values.at(-1)?.outcome).toEqual({ kind: 'reference', sourceIds: [] })
    expect(asked).not.toContain('members')
    const usual = applyMappings(result.mapping, source, expressionEnvironment(), { operation })
    expect(values.slice(0, -1)).toEqual(usual.slice(0, -1))
  })

  test('a target named __proto__ becomes an own property', () => {
    const body = buildPostBody(apply({ targetAttributeName: '__proto__.polluted', source: '"x"' }, {}), {
      resourceType: 'User',
      customAttributeInPost: 'always',
    })
    expect(JSON.stringify(body)).toContain('"__proto__":{"polluted":"x"}')
    expect({}).not.toHaveProperty('polluted')
  })
})

describe('PATCH with one lone simple attribute', () => {
  const values = applyMappings(
    compiled(
      { targetAttributeName: 'title', source: '"x"' },
      { targetAttributeName: 'nickName', source: '"n"' },
      { targetAttributeName: 'displayName', source: '"d"' },
    ),
    () => null,
    expressionEnvironment(),
    { operation: 'update' },
  )
  const changes = diffAgainstTarget(values, { nickName: 'old', displayName: 'old' })

  test('is merged as long as the body has another', () => {
    expect(buildPatchBody(changes, { dialect: 'optscim' })?.Operations).toEqual([
      { op: 'replace', value: { nickName: 'n', displayName: 'd' } },
      { op: 'add', value: { title: 'x' } },
    ])
  })

  test('keeps its path when the switch counts each operation by itself', () => {
    expect(buildPatchBody(changes, { dialect: 'optscim', singleAttribute: 'ofOperation' })?.Operations).toEqual([
      { op: 'replace', value: { nickName: 'n', displayName: 'd' } },
      { op: 'add', path: 'title', value: 'x' },
    ])
  })
})

describe('references', () => {
  const path = `${enterpriseUserSchema}:manager`
  const add = { op: 'add', path, targetId: 'u1' } as const
  const remove = { op: 'remove', path, previousTargetId: 'u1' } as const
  test.each([
    ['legacy', add, {}, { op: 'Add', path, value: 'u1' }],
    ['optscim', add, {}, { op: 'add', path, value: 'u1' }],
    ['legacy', { ...add, op: 'replace' as const }, {}, { op: 'Replace', path, value: 'u1' }],
    [
      'legacy',
      add,
      { managerValue: 'array', baseUrl: 'https://x' },
      { op: 'Add', path, value: [{ $ref: 'https://x/Users/u1', value: 'u1' }] },
    ],
    ['legacy', remove, {}, { op: 'Remove', path, value: 'u1' }],
    ['optscim', remove, {}, { op: 'remove', path: `${path}[value eq "u1"]` }],
    ['legacy', remove, { managerUnset: 'replaceEmpty' }, { op: 'Replace', path, value: '' }],
    ['optscim', remove, { managerUnset: 'replaceEmpty' }, { op: 'replace', path, value: '' }],
  ] as const)('%s: %j with %j', (dialect, change, options, expected) => {
    expect(buildReferencePatch(change, { dialect, ...options })?.Operations).toEqual([expected])
  })

  test('nothing is sent for an unset manager when the switch says so', () => {
    expect(buildReferencePatch(remove, { dialect: 'legacy', managerUnset: 'none' })).toBeNull()
  })
})

describe('members', () => {
  test('without the flag additions and removals have lists, in portions', () => {
    const bodies = buildMemberPatches(
      { added: ['a', 'b', 'c'], removed: ['d'] },
      { dialect: 'legacy', membersPerPatch: 2 },
    )
    expect(bodies.map(({ body }) => body.Operations)).toEqual([
      [{ op: 'Add', path: 'members', value: [{ value: 'a' }, { value: 'b' }] }],
      [{ op: 'Add', path: 'members', value: [{ value: 'c' }] }],
      [{ op: 'Remove', path: 'members', value: [{ value: 'd' }] }],
    ])
    expect(bodies[0]?.body.schemas).toEqual(['urn:ietf:params:scim:api:messages:2.0:PatchOp'])
  })

  test('with the flag a removal has a filter in its path, one operation for each', () => {
    const bodies = buildMemberPatches(
      { added: ['a'], removed: ['d', 'e'] },
      { dialect: 'optscim', membersPerPatch: 20 },
    )
    expect(bodies.map(({ body }) => body.Operations)).toEqual([
      [{ op: 'add', path: 'members', value: [{ value: 'a' }] }],
      [
        { op: 'remove', path: 'members[value eq "d"]' },
        { op: 'remove', path: 'members[value eq "e"]' },
      ],
    ])
  })

  test('the switch writes $ref as null', () => {
    const options = { dialect: 'legacy', membersPerPatch: 1, memberRefNull: true } as const
    expect(JSON.stringify(buildMemberPatches({ added: ['a'], removed: [] }, options))).toContain(
      '{"$ref":null,"value":"a"}',
    )
  })

  test('no change is no body', () => {
    expect(buildMemberPatches({ added: [], removed: [] }, { dialect: 'legacy', membersPerPatch: 5 })).toEqual([])
  })
})
