import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { readSchemaFiles } from './read-schemas.ts'

const folder = mkdtempSync(join(tmpdir(), 'scimulator-schemas-'))
afterAll(() => rmSync(folder, { recursive: true }))

function file(name: string, text: string): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

const ACME = { id: 'urn:ietf:params:scim:schemas:extension:acme:2.0:User', attributes: [{ name: 'tag' }] }

test('each file brings its schemas', async () => {
  const two = file('two.json', JSON.stringify([ACME, { ...ACME, id: 'urn:x:acme:2.0:Group' }]))
  const all = await readSchemaFiles([two, file('one.json', JSON.stringify({ ...ACME, id: 'urn:x:b:2.0:User' }))])
  expect(all.map((schema) => (schema as typeof ACME).id)).toEqual([ACME.id, 'urn:x:acme:2.0:Group', 'urn:x:b:2.0:User'])
})

test.each<[string, string, string]>([
  ['is not there', '', 'there is no such file'],
  ['is no JSON', '{', 'JSON'],
  ['is no schema', '{"id":"acme"}', 'write a URN'],
])('a file that %s is refused by its name', async (_name, text, message) => {
  const path = text === '' ? join(folder, 'none.json') : file('bad.json', text)
  await expect(readSchemaFiles([path])).rejects.toThrow(`--schema ${path}: `)
  await expect(readSchemaFiles([path])).rejects.toThrow(message)
})
