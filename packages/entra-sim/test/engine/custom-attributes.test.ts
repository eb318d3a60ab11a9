// Attributes that an administrator adds to the attribute list: what may be mapped, and what goes over the wire.
import { describe, expect, test } from 'vitest'
import { CYCLE, contoso, type Fixture, type FixtureOptions } from './tenant-fixture.ts'

const URN = 'urn:ietf:params:scim:schemas:extension:acme:2.0:User'

async function mapped(target: string, row: object, options: FixtureOptions = {}, attribute?: object): Promise<Fixture> {
  const fixture = await contoso(options)
  if (attribute) await fixture.do('add-attribute', { name: target, ...attribute })
  await fixture.do('set-mapping', { target, ...row })
  await fixture.do('assign', { user: 'ana' })
  await fixture.do('start')
  return fixture
}

const posted = (fixture: Fixture) => fixture.sent().find((line) => line.startsWith('POST')) ?? ''
const patched = async (fixture: Fixture, set: object) => {
  await fixture.do('update-user', { user: 'ana', set })
  fixture.sent()
  await fixture.advance(CYCLE)
  return fixture.sent().filter((line) => line.startsWith('PATCH'))
}

describe('a name outside the pattern', () => {
  test.each(['my_role', 'urn:acme:scim:User:badge', 'badges[type eq "work"].value'])('%s', async (target) => {
    const fixture = await mapped(target, { source: 'jobTitle' })
    expect(posted(fixture)).not.toMatch(/my_role|badge/)
    const [entry] = Object.values(await fixture.view('provisioning-logs', { source: 'ana@contoso.example' }))
    expect(entry?.provisioningSteps).toContainEqual(
      expect.objectContaining({ details: expect.objectContaining({ AttributesNotSent: target }) }),
    )
    const [line] = await patched(fixture, { department: 'Sales' })
    expect(line).toContain(`"op":"Add","path":${JSON.stringify(target)},"value":"Engineer"`)
  })

  test('is sent in a POST by the switch', async () => {
    const fixture = await mapped('my_role', { source: 'jobTitle' }, { switches: { customAttributeInPost: 'always' } })
    expect(posted(fixture)).toContain('"my_role":"Engineer"')
  })
})

test('a name that follows the pattern is in the POST, and its URN is not listed', async () => {
  const line = posted(await mapped(`${URN}:badge`, { source: 'employeeId' }))
  expect(line).toContain(`"${URN}":{"badge":"E-ana"}`)
  expect(line.slice(0, line.indexOf('externalId'))).not.toContain('acme')
})

describe('a list of texts', () => {
  const row = { type: 'Expression', source: 'Split([extensionAttribute1], ",")' }
  const attribute = { multiValued: true }

  test.each([
    ['', 'addObjects', `{"op":"Add","path":"${URN}:ids","value":[{"value":"3"}]}`],
    ['?aadOptscim062020', 'addObjects', `{"op":"add","path":"${URN}:ids","value":[{"value":"3"}]}`],
    ['', 'replaceTexts', `{"op":"Replace","path":"${URN}:ids","value":["3"]}`],
  ])('with the suffix "%s" and multiValuedPatch %s', async (suffix, multiValuedPatch, operation) => {
    const fixture = await mapped(`${URN}:ids`, row, { suffix, switches: { multiValuedPatch } }, attribute)
    await patched(fixture, { extensionAttribute1: '1,2' })
    expect(await patched(fixture, { extensionAttribute1: '3' })).toEqual([expect.stringContaining(operation)])
  })

  test('what is gone in the source is not taken away', async () => {
    const fixture = await mapped(`${URN}:ids`, row, {}, attribute)
    await patched(fixture, { extensionAttribute1: '1,2' })
    expect(await patched(fixture, { extensionAttribute1: '1' })).toEqual([])
  })
})

describe('the attribute list', () => {
  test('an attribute that is required fails whoever has no value', async () => {
    const fixture = await contoso()
    await fixture.do('add-attribute', { name: `${URN}:badge`, required: true })
    await fixture.do('set-mapping', { target: `${URN}:badge`, source: 'extensionAttribute1' })
    await fixture.do('assign', { user: 'ana' })
    await fixture.do('start')
    expect(Object.values(await fixture.view('escrows'))).toMatchObject([{ errorCode: 'MissingValues' }])
  })

  test.each([
    [true, 1],
    [false, 0],
  ])('exactCase %s: a change of case alone is sent %i times', async (exactCase, times) => {
    const fixture = await mapped(`${URN}:team`, { source: 'department' }, {}, { exactCase })
    const lines = await patched(fixture, { department: 'r&d' })
    expect(lines.filter((line) => line.includes(`${URN}:team`))).toHaveLength(times)
  })

  test.each([
    ['Boolean', 'True', 'true'],
    ['Integer', '7', '7'],
    ['String', '7', '"7"'],
  ])('type %s: "%s" is %s', async (type, text, json) => {
    const fixture = await mapped(`${URN}:flag`, { type: 'Constant', source: text }, {}, { type })
    expect(posted(fixture)).toContain(`"flag":${json}`)
  })

  test('a name that differs in case alone is refused, with the right one', async () => {
    const fixture = await contoso()
    const verb = fixture.do('set-mapping', { target: 'DisplayName', source: 'displayName' })
    await expect(verb).rejects.toThrow('The attribute list has no "DisplayName"; write displayName.')
  })

  test('an attribute that is mapped cannot be removed; one that is not, is', async () => {
    const fixture = await contoso()
    await fixture.do('add-attribute', { name: `${URN}:badge` })
    await fixture.do('set-mapping', { target: `${URN}:badge`, source: 'employeeId' })
    await expect(fixture.do('remove-attribute', { name: `${URN}:badge` })).rejects.toThrow('is mapped')
    await fixture.do('remove-mapping', { target: `${URN}:badge` })
    await fixture.do('remove-attribute', { name: `${URN}:badge` })
    await expect(fixture.do('remove-attribute', { name: `${URN}:badge` })).rejects.toThrow('has no')
  })
})
