import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { readFederation } from '../../src/up/read-federation.ts'

const folder = await mkdtemp(join(tmpdir(), 'federation-'))
afterAll(() => rm(folder, { recursive: true }))
const client = { id: 'entra', issuer: 'https://i', jwksUrl: 'https://i/keys', subject: 's', audience: 'api://a' }

async function read(text: string) {
  const path = join(folder, 'client.json')
  await writeFile(path, text)
  return readFederation(path)
}

test('a client is read as it stands', async () => expect(await read(JSON.stringify(client))).toEqual(client))

test.each<[string, string]>([
  [JSON.stringify({ ...client, subject: undefined }), 'subject'],
  [JSON.stringify({ ...client, jwksUrl: 'file:///etc/passwd' }), 'jwksUrl'],
  [JSON.stringify({ ...client, secret: 'x' }), 'secret'],
  ['[]', 'the file'],
  ['{', 'JSON'],
])('%s is refused, and what is wrong is named', async (text, says) => {
  await expect(read(text)).rejects.toThrow(says)
})

test('so is a file that is not there', async () => {
  await expect(readFederation(join(folder, 'none.json'))).rejects.toThrow('no such file')
})
