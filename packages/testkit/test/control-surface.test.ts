// What every program shows at /_scimulator, whichever it is: pages of views, single items, results with their step, schemas. What is
// one program's own is tested beside it.
import request from 'supertest'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { type Filled, fill } from '../src/fill.ts'
import { TESTED_PROGRAMS } from '../src/tested-programs.ts'

const OPENS = /(token|secret|password)$/i

interface Item {
  readonly key: string
  readonly value: Readonly<Record<string, unknown>>
}

describe.each(TESTED_PROGRAMS)('$name', (tested) => {
  const creates = tested.creates('dee')
  const { people, wrong, still, atLeast } = tested
  let filled: Filled
  beforeAll(async () => {
    filled = await fill(tested)
  })
  afterAll(() => filled.close())

  const get = (path: string) => request(filled.program.handle).get(`/_scimulator/${path}`).set('Host', 'localhost')
  const post = (path: string, body: object) =>
    request(filled.program.handle).post(`/_scimulator/${path}`).set('Host', 'localhost').send(body)

  test('a view is shown in pages, sorted, with the members that are asked for', async () => {
    const { view, name } = people
    const whole = (await get(`views/${view}?limit=1000&sort=${name}`)).body
    expect(whole).toMatchObject({ offset: 0, dropped: 0, total: whole.items.length, now: expect.any(Number) })
    const keys = whole.items.map(({ key }: Item) => key)
    expect(keys.length).toBeGreaterThanOrEqual(3)
    const last = (await get(`views/${view}?sort=-${name}&limit=2&fields=${name}`)).body
    expect(last.items.map(({ key }: Item) => key)).toEqual(keys.slice(-2).reverse())
    expect(last.total).toBe(whole.total)
    for (const { value } of last.items) expect(Object.keys(value)).toEqual([name])
    const rest = (await get(`views/${view}?sort=${name}&offset=2&limit=1000`)).body
    expect(rest.items.map(({ key }: Item) => key)).toEqual(keys.slice(2))
  })

  test('one item is shown whole, and a wrong key names the nearest', async () => {
    const [{ key, value }]: [Item] = (await get(`views/${people.view}?limit=1`)).body.items
    expect((await get(`views/${people.view}/${encodeURIComponent(key)}`)).body.item).toEqual({ key, value })
    const { status, body } = await get(`views/${people.view}/${encodeURIComponent(`${key}x`)}`)
    expect(status).toBe(404)
    expect(body).toMatchObject({ code: 'not-found', issues: [] })
    expect(body.error).toContain(`Did you mean "${key}"`)
  })

  test('an input that opens a door is marked as a secret, so that no form shows it', () => {
    const { verbs } = filled.program.control
    const inputs = [...verbs.values()].flatMap(({ name, input }) => {
      const { properties = {} } = z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' })
      return Object.entries(properties).map(([member, type]) => ({ of: `${name}: ${member}`, member, ...Object(type) }))
    })
    expect(inputs.length).toBeGreaterThan(5)
    const shown = inputs.filter(
      ({ member, type, secret }) => OPENS.test(member) && type === 'string' && secret !== true,
    )
    expect(shown.map(({ of }) => of)).toEqual([])
  })

  test('a verb says after which step its result can be seen', async () => {
    const { verb, input, view, key } = creates
    const before = (await get(`views/${view}`)).body.seq
    const { body } = await post(`verbs/${verb}`, input)
    expect(body.seq).toBeGreaterThan(before)
    const seen = (await get(`views/${view}/${key}`)).body
    expect(seen.seq).toBeGreaterThanOrEqual(body.seq)
    expect(seen.item.key).toBe(key)
  })

  test('a wrong input is told member by member', async () => {
    const { status, body } = await post(`verbs/${wrong.verb}`, wrong.input)
    expect(status).toBe(400)
    expect(body).toMatchObject({ code: 'invalid', issues: [{ path: wrong.path }] })
  })

  test('every item of every view is what its schema says', async () => {
    const { body } = await get('views?schema=1')
    let seen = 0
    for (const { name, item } of body) {
      const { items } = (await get(`views/${name}?limit=1000`)).body
      for (const { value } of items) expect(z.fromJSONSchema(item).parse(value), name).toEqual(value)
      seen += items.length > 0 ? 1 : 0
    }
    expect(seen).toBeGreaterThanOrEqual(atLeast.views)
  })

  test('every verb is listed with its group, its input and whether it changes anything', async () => {
    const { body } = await get('verbs?schema=1')
    expect(body.length).toBeGreaterThanOrEqual(atLeast.verbs)
    for (const verb of body)
      expect(verb).toMatchObject({ group: expect.any(String), changes: expect.any(Boolean), input: { type: 'object' } })
  })

  test('a verb that is said to change nothing takes no step', async () => {
    const verbs: { name: string; changes: boolean }[] = (await get('verbs')).body
    const { items, seq } = (await get(`views/${people.view}`)).body
    const inputs = still(items[1].key)
    expect(verbs.filter(({ changes }) => !changes).map(({ name }) => name)).toEqual(Object.keys(inputs))
    for (const [name, input] of Object.entries(inputs))
      expect((await post(`verbs/${name}`, input)).body, name).toEqual({ result: expect.anything(), seq })
  })
})
