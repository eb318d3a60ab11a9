// What is inferred, or was seen once, decides no verdict alone: an endpoint that fails in one of two forms only works, with a condition.

import { entraWireSwitches } from '@scimulator/entra-sim'
import { switches as jumpCloudSwitches } from '@scimulator/jumpcloud-sim'
import { wireSwitches } from '@scimulator/shared/behaviour'
import { describe, expect, test } from 'vitest'
import type { TestResult } from '../../src/examine/index.ts'
import { NOT_LIVED, OTHER_FORMS } from '../../src/examine/lives/other-forms.ts'
import { testReceiver } from './subject.ts'
import { answering, bytesOf, JSON_TYPE, type Json, testWrapped, textOf, type Variant } from './wrapped.ts'

type Request = Parameters<ReturnType<Variant>>[0]

const REFUSED = {
  status: 400,
  headers: JSON_TYPE,
  body: '{"schemas":["urn:ietf:params:scim:api:messages:2.0:Error"],"status":"400","detail":"No."}',
}

const refusing = (isRefused: (request: Request) => boolean): Variant => {
  return (next) => (request) => (isRefused(request) ? Promise.resolve(REFUSED) : next(request))
}

const bodyOf = ({ body }: Request): Json => (body.length > 0 ? JSON.parse(textOf(body)) : {})
const operationsOf = (request: Request): Json[] => (bodyOf(request).Operations as Json[] | undefined) ?? []
const headerOf = ({ rawHeaders }: Request, name: string): string => {
  const at = rawHeaders.findIndex((one, index) => index % 2 === 0 && one.toLowerCase() === name)
  return at < 0 ? '' : (rawHeaders[at + 1] ?? '')
}
const isGroup = ({ target }: Request): boolean => /\/Groups/.test(target)
const isPlainJson = (request: Request): boolean => /^application\/json/.test(headerOf(request, 'content-type'))

const noPlainJson = refusing(isPlainJson)
const noLowerHex = refusing(({ target }) => /%([a-f][0-9a-f]|[0-9][a-f])/.test(target))
const noEmptyMembers = refusing((request) => {
  const { members } = bodyOf(request)
  return request.method === 'POST' && isGroup(request) && Array.isArray(members) && members.length === 0
})
const noFlag = refusing(({ target }) => /aadOptscim/i.test(target))
const noEmptyManager = refusing((request) =>
  operationsOf(request).some(({ op, path, value }) => {
    return /replace/i.test(String(op)) && /manager/.test(String(path)) && JSON.stringify(value ?? '') === '""'
  }),
)
const noOwnName = refusing((request) => headerOf(request, 'user-agent') === 'JumpCloud')

/** A list of members stands in every group, left out of the answer or not: then it is empty. */
const membersAlways: Variant = answering((text) =>
  JSON.stringify(JSON.parse(text, (_key, value) => withMembers(value))),
)

function withMembers(value: Json | null): unknown {
  const isGroup = value && Array.isArray(value.schemas) && String(value.schemas[0]).endsWith(':Group') && value.id
  return isGroup ? { members: [], ...value } : value
}

/** A department that comes as plain JSON is another one; no question asks for it. */
const plainDepartments: Variant = (next) => (request) => {
  const text = textOf(request.body)
  const isPut = request.method === 'PUT' && isPlainJson(request) && text.includes('Management')
  return next(isPut ? { ...request, body: bytesOf(text.replaceAll('Management', 'Accounting')) } : request)
}

const short = ({ findings, unexplained, verdicts }: TestResult) => ({
  findings: findings.map(({ id, when }) => `${id} ${when ?? ''}`.trim()),
  unexplained: unexplained.map(({ id, when }) => `${id} ${when ?? ''}`.trim()),
  breaks: Object.entries(verdicts).flatMap(([victim, { verdict }]) => (verdict === 'breaks' ? [victim] : [])),
})

describe('fails in the usual form only', () => {
  test('JumpCloud’s media type is inferred', async () => {
    const result = await testWrapped(noPlainJson)
    expect(short(result)).toEqual({
      findings: ['plain-json-refused if JumpCloud sends application/json'],
      unexplained: [],
      breaks: [],
    })
    expect(result.verdicts.jumpcloud).toEqual({ verdict: 'works', because: [], except: ['plain-json-refused'] })
  })

  test('several members in one PATCH: for Entra ID a condition, for JumpCloud not', async () => {
    const result = await testReceiver(['only-one-member-added'])
    const { entra, entraLegacy, jumpcloud } = result.verdicts
    expect([entra.verdict, entraLegacy.verdict, jumpcloud.verdict]).toEqual(['works', 'works', 'breaks'])
    expect(entra.except).toContain('only-one-member-added')
    const [finding] = result.findings
    expect(finding).not.toHaveProperty('when')
    expect(finding?.detail).toMatch(/Entra ID meets it only if Entra ID sends several members in one PATCH\./)
  })

  test('what nothing explains has its condition too', async () => {
    const result = await testWrapped(plainDepartments)
    expect(short(result)).toEqual({
      findings: [],
      unexplained: ['unexplained-1 if JumpCloud sends application/json'],
      breaks: [],
    })
    expect(result.verdicts.jumpcloud.except).toEqual(['unexplained-1'])
  })
})

describe('fails in the other form only', () => {
  test.each<[string, Variant, string]>([
    [
      'an empty list of members',
      noEmptyMembers,
      'if Entra ID sends a new group with the core schema alone and an empty list of members',
    ],
  ])('%s, which SCIM allows', async (_name, variant, when) => {
    const result = await testWrapped(variant)
    const okta = 'empty-member-list-refused if Okta’s application is from the catalogue'
    const { findings, ...rest } = short(result)
    expect({ findings: [...findings].sort(), ...rest }).toEqual({
      findings: [okta, `other-form-refused ${when}`],
      unexplained: [],
      breaks: [],
    })
    expect(result.verdicts.entraLegacy.except).toEqual(['other-form-refused'])
    expect(result.findings[0]?.exchange?.request.method).toBeDefined()
  })

  test('lower case in URLs, which the RFCs take for the same', async () => {
    const result = await testWrapped(noLowerHex)
    const when = 'if Entra ID sends encoded characters of a URL in lower case'
    expect(short(result)).toEqual({ findings: [`lower-case-codes-not-read ${when}`], unexplained: [], breaks: ['rfc'] })
    expect(result.verdicts.entra).toEqual({ verdict: 'works', because: [], except: ['lower-case-codes-not-read'] })
  })

  test.each<[string, Variant, RegExp]>([
    ['a parameter that nobody knows', noFlag, /^If Entra ID sends aadOptscim062020 in the query of each request, /],
    ['an empty text for the manager', noEmptyManager, /^If Entra ID sends Replace with an empty text for a manager/],
    ['a firewall that knows who may call', noOwnName, /^If JumpCloud sends its own name as User-Agent, /],
    [
      'an empty list of members in every answer',
      membersAlways,
      /^If Entra ID sends Replace for a member of a group that /,
    ],
  ])('%s, which is the endpoint’s own affair: a remark', async (_name, variant, text) => {
    const result = await testWrapped(variant)
    expect(short(result)).toEqual({ findings: [], unexplained: [], breaks: [] })
    expect(result.remarks.map((remark) => remark.text)).toContainEqual(expect.stringMatching(text))
    expect(Object.values(result.verdicts).flatMap(({ except }) => except)).toEqual([])
    expect(result.requests).toBeLessThan(2_700)
  })
})

describe('fails in both', () => {
  test('no condition, and the verdict breaks', async () => {
    const result = await testReceiver(['member-add-replaces'])
    expect(result.verdicts.entra).toMatchObject({ verdict: 'breaks', because: ['member-add-replaces'] })
    expect(result.findings[0]).not.toHaveProperty('when')
  })
})

test('a right endpoint is asked in both forms, and there is nothing to say', async () => {
  const result = await testReceiver([])
  expect(short(result)).toEqual({ findings: [], unexplained: [], breaks: [] })
  expect(result.remarks.filter(({ id }) => id.startsWith('form-'))).toEqual([])
  expect(result.requests).toBeLessThan(2_700)
})

describe('the list of forms', () => {
  const wire = [...entraWireSwitches(), ...wireSwitches(jumpCloudSwitches)]
  const weak = wire.filter(({ decidesAlone }) => !decidesAlone)

  test('every value that was seen once or is inferred, and reaches the endpoint, is lived or says why not', () => {
    const values = weak.flatMap(({ id, values: all }) => all.slice(1).map((value) => ({ id, value })))
    const isLived = ({ id, value }: (typeof values)[number]) =>
      OTHER_FORMS.some((form) => form.id === id && form.value === value)
    const isExcused = ({ id, value }: (typeof values)[number]) =>
      NOT_LIVED[id] !== undefined || NOT_LIVED[`${id}=${value}`] !== undefined
    expect(values.filter((one) => isLived(one) === isExcused(one))).toEqual([])
    expect(values.filter(isLived).length).toBeGreaterThan(15)
  })

  test('no other switch is in it, and each has a value that can be set', () => {
    for (const { id, value } of OTHER_FORMS) {
      expect(weak.map((one) => one.id)).toContain(id)
      expect(weak.find((one) => one.id === id)?.values.slice(1)).toContain(value)
    }
  })
})
