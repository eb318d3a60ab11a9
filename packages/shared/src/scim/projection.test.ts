import { describe, expect, test } from 'vitest'
import { compileProjection, parseAttributeList, project } from './projection.ts'
import { attribute } from './schema/attribute-definition.ts'
import { groupResourceType, userResourceType } from './schema/resource-types.ts'
import { urns } from './urns.ts'

const enterprise = urns.enterpriseUser
const ana = {
  schemas: [urns.user, enterprise],
  id: '1',
  userName: 'ana',
  password: 'secret',
  name: { givenName: 'Ana', familyName: 'B' },
  emails: [{ value: 'a', type: 'work' }, { value: 'b' }],
  meta: { resourceType: 'User', version: 'W/"1"' },
  [enterprise]: { department: 'R', manager: { value: '7', displayName: 'M' } },
}
const { password: _, ...visible } = ana
const base = { schemas: ana.schemas, id: '1' }

describe('project', () => {
  test.each([
    ['userName', { ...base, userName: 'ana' }],
    ['USERNAME, Name.GIVENNAME', { ...base, userName: 'ana', name: { givenName: 'Ana' } }],
    ['name.givenName,name', { ...base, name: ana.name }],
    ['name.givenName,name.familyName', { ...base, name: ana.name }],
    ['emails.type', { ...base, emails: [{ type: 'work' }] }],
    [`${urns.user}:userName`, { ...base, userName: 'ana' }],
    [`${urns.user}:name.givenName`, { ...base, name: { givenName: 'Ana' } }],
    [`${enterprise}:department`, { ...base, [enterprise]: { department: 'R' } }],
    [enterprise.toUpperCase(), { ...base, [enterprise]: ana[enterprise] }],
    [`${enterprise}:manager.value`, { ...base, [enterprise]: { manager: { value: '7' } } }],
    ['department', { ...base, [enterprise]: { department: 'R' } }],
    ['meta.version', { ...base, meta: { version: 'W/"1"' } }],
    ['nope, __proto__, [, emails[', base],
    ['password', base],
    ['', visible],
    [' , ', visible],
  ])('attributes=%s', (attributes, expected) => {
    expect(project(ana, userResourceType, { attributes })).toEqual(expected)
  })

  test.each([
    ['userName,name,emails,meta', { ...base, [enterprise]: ana[enterprise] }],
    ['name.givenName', { ...visible, name: { familyName: 'B' } }],
    ['name.givenName,name.familyName', Object.fromEntries(Object.entries(visible).filter(([name]) => name !== 'name'))],
    ['emails.value', { ...visible, emails: [{ type: 'work' }] }],
    ['id,schemas', visible],
    [`${enterprise}:department`, { ...visible, [enterprise]: { manager: ana[enterprise].manager } }],
    [enterprise, Object.fromEntries(Object.entries(visible).filter(([name]) => name !== enterprise))],
    ['nope', visible],
  ])('excludedAttributes=%s', (excludedAttributes, expected) => {
    expect(project(ana, userResourceType, { excludedAttributes })).toEqual(expected)
  })

  test('takes the arrays of a SearchRequest, and leaves out of what is asked for what is excluded', () => {
    const parameters = { attributes: ['name', 'userName'], excludedAttributes: ['name.givenName'] }
    expect(project(ana, userResourceType, parameters)).toEqual({ ...base, userName: 'ana', name: { familyName: 'B' } })
  })

  test('returns what is "request" only when it is asked for', () => {
    const secret = attribute('secret', 'string', 'A secret.', { returned: 'request' })
    const schema = { ...userResourceType.schema, attributes: [...userResourceType.schema.attributes, secret] }
    const resourceType = { ...userResourceType, schema }
    const resource = { id: '1', userName: 'ana', secret: 'x' }
    expect(project(resource, resourceType)).toEqual({ id: '1', userName: 'ana' })
    expect(project(resource, resourceType, { attributes: 'secret' })).toEqual({ id: '1', secret: 'x' })
  })

  test.each([
    [{}, true],
    [{ excludedAttributes: 'members' }, false],
    [{ excludedAttributes: 'MEMBERS' }, false],
    [{ excludedAttributes: `${urns.group}:members` }, false],
    [{ excludedAttributes: 'members.display' }, true],
    [{ attributes: 'displayName' }, false],
    [{ attributes: 'members.value' }, true],
    [{ attributes: 'members', excludedAttributes: 'members' }, false],
  ])('says whether members are wanted given %j', (parameters, expected) => {
    expect(compileProjection(groupResourceType, parameters).includes('members')).toBe(expected)
  })
})

test('parseAttributeList drops blanks and empty names', () => {
  expect(parseAttributeList(' a, b ,,c')).toEqual(['a', 'b', 'c'])
})
