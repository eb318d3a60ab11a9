import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { openStore } from '../../src/store/index.ts'
import { sealLine } from '../../src/store/sealed-line.ts'
import { filledFolder, JOURNAL, SNAPSHOT, STREAM } from './filled-folder.ts'
import { Ledger } from './ledger.ts'

// Real files on a disk that others may be using.
vi.setConfig({ testTimeout: 60_000 })

test.each([SNAPSHOT, JOURNAL, STREAM])(
  'a newer format of %s is refused, with the release that is needed',
  async (name) => {
    const { folder } = await filledFolder()
    const path = join(folder, name)
    const [heading = '', ...rest] = (await readFile(path, 'utf8')).split('\n')
    const { crc: _crc, ...fields } = JSON.parse(heading)
    const newer = sealLine(JSON.stringify({ ...fields, version: 2 }).slice(1, -1))
    await writeFile(path, [newer.trimEnd(), ...rest].join('\n'))
    const said = `${path} is of format 2; this release reads up to format 1. Open the folder with the release`
    await expect(openStore(folder, new Ledger())).rejects.toThrow(said)
  },
)
