import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createReceiver } from '../../src/index.ts'
import { readSchemaFiles } from '../../src/up/read-schemas.ts'

const examples = join(import.meta.dirname, '../../../../examples/schemas')

test('resource types are read with their schemas, from several files', async () => {
  const files = ['devices.json', 'entitlements.json'].map((name) => join(examples, name))
  const schemas = await readSchemaFiles(files)
  const { profile } = createReceiver({ profile: 'rfc', schemas }).ledger
  expect(Object.keys(profile.resourceTypes)).toEqual(['User', 'Group', 'Device', 'Entitlement'])
})

test('a file that is not there is named', async () => {
  await expect(readSchemaFiles([join(examples, 'none.json')])).rejects.toThrow('there is no such file')
})
