// What the guide shows of a data folder is there: each command that reads one finds something.
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import request from 'supertest'
import { beforeAll, expect, test } from 'vitest'
import { openReceiver } from '../src/receiver.ts'

const GUIDE = readFileSync(new URL('../../../docs/guides/data-folder.md', import.meta.url), 'utf8')
const READS = Array.from(GUIDE.matchAll(/^\$ (grep|tail) .*$/gm), ([line]) => line)
const NAMED = Array.from(GUIDE.matchAll(/^ {2}(\S+\.jsonl) {2}/gm), ([, name = '']) => name)

const folder = mkdtempSync(join(tmpdir(), 'guide-'))

beforeAll(async () => {
  const receiver = await openReceiver(folder, { profile: 'lark', publicUrl: 'http://receiver.example' })
  const added = await receiver.control.verbs.get('add-source')?.run({ kind: 'Entra ID', activate: true })
  const { url, token } = added as { url: string; token: string }
  const create = (userName: string) =>
    request(receiver.handle)
      .post(`${url.replace('http://receiver.example', '')}/Users`)
      .set('Authorization', `Bearer ${token}`)
      .send({
        schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
        userName,
        displayName: userName,
        externalId: userName,
        emails: [{ value: userName, type: 'work', primary: true }],
      })
  expect((await create('ana@contoso.example')).status).toBe(201)
  await receiver.ledger.store.compact()
  expect((await create('ben@contoso.example')).status).toBe(201)
  await receiver.close()
})

test.each(READS)('%s', (line) => {
  const { pattern, file, path } =
    /^\$ (?:grep '(?<pattern>[^']+)'|tail -n \d+) staging\/(?<file>\S+) \| jq (?<path>\S+)$/.exec(line)?.groups ?? {}
  const lines = filesLike(file ?? '').flatMap((name) =>
    readFileSync(join(folder, name), 'utf8').split('\n').slice(0, -1),
  )
  const hits = lines.filter((text) => text.includes(pattern ?? '')).slice(-1)
  expect(hits.map((text) => valueAt(JSON.parse(text), path ?? ''))).toEqual([expect.anything()])
})

test.each(NAMED)('a folder has files like %s', (name) => {
  expect(filesLike(name.replaceAll(/\d{3,}/g, '*'))).not.toEqual([])
})

function filesLike(glob: string): readonly string[] {
  const wanted = new RegExp(`^${glob.replaceAll('.', '\\.').replaceAll('*', '.*')}$`)
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => wanted.test(name))
}

function valueAt(value: unknown, path: string): unknown {
  return path
    .split('.')
    .slice(1)
    .reduce<unknown>(
      (inner, name) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, name) : undefined),
      value,
    )
}
