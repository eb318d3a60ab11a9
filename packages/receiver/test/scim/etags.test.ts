import { expect, test } from 'vitest'
import { createUsers, onEveryHost, user } from './service-provider.ts'

onEveryHost((open) => {
  //  If-None-Match | status
  test.each([
    ['W/"1"', 304],
    ['"1"', 304],
    ['W/"7", W/"1"', 304],
    ['*', 304],
    ['W/"2"', 200],
  ])('a GET with If-None-Match: %s is answered by %i', async (tag, status) => {
    const client = open()
    const [id] = await createUsers(client, 'ana')
    const answer = await client.get(`/Users/${id}`, { 'if-none-match': tag })
    expect([answer.status, answer.headers.etag]).toEqual([status, 'W/"1"'])
    if (status === 304) expect(answer.text ?? '').toBe('')
  })

  const patch = { Operations: [{ op: 'replace', path: 'title', value: 'Engineer' }] }
  //  method | body | If-Match | status
  test.each([
    ['PUT', user('ana', { title: 'x' }), 'W/"1"', 200],
    ['PUT', user('ana', { title: 'x' }), 'W/"2"', 412],
    ['PATCH', patch, '*', 200],
    ['PATCH', patch, 'W/"7", W/"1"', 200],
    ['PATCH', patch, 'W/"0"', 412],
    ['DELETE', undefined, 'W/"1"', 204],
    ['DELETE', undefined, 'W/"9"', 412],
    ['GET', undefined, 'W/"9"', 412],
  ])('%s with If-Match (%#) is answered as it has to be', async (method, body, tag, status) => {
    const client = open()
    const [id] = await createUsers(client, 'ana')
    const answer = await client.send(method, `/Users/${id}`, body, { 'if-match': tag })
    expect(answer.status).toBe(status)
    if (status === 412) expect((await client.get(`/Users/${id}`)).headers.etag).toBe('W/"1"')
  })

  test('of two writers with the same version the second is refused', async () => {
    const client = open()
    const [id] = await createUsers(client, 'ana')
    const write = (title: string) =>
      client.send(
        'PATCH',
        `/Users/${id}`,
        { Operations: [{ op: 'add', path: 'title', value: title }] },
        {
          'if-match': 'W/"1"',
        },
      )
    const statuses = (await Promise.all([write('a'), write('b')])).map(({ status }) => status)
    expect(statuses.sort()).toEqual([200, 412])
  })
})
