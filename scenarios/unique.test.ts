// The rows of UNIQUE.md: a sample of them still holds. All of it is measured by `npm run coverage:unique`.
import { readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { findScenarioFiles } from '@scimulator/harness'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { sampleOf } from '../scripts/gate/sample.ts'
import { bundleWorker } from '../scripts/unique/bundle.ts'
import { createCrew } from '../scripts/unique/crew.ts'
import { readCounted } from '../scripts/unique/unique-page.ts'
import { allVariants, nameOf } from '../scripts/unique/variant.ts'
import { OVER_SOCKET } from '../scripts/unique/worker-port.ts'

const root = import.meta.dirname
const QUESTIONS = '../scripts/generate/questions.yaml'
const counted = readCounted(readFileSync(join(root, 'UNIQUE.md'), 'utf8'))

test('each file has a question of its own in scripts/generate/questions.yaml', () => {
  const questions: Readonly<Record<string, string>> = parse(readFileSync(join(root, QUESTIONS), 'utf8'))
  const names = findScenarioFiles(['.'], root).map((path) =>
    relative(root, path)
      .split(sep)
      .join('/')
      .replace(/\.yaml$/, ''),
  )
  expect(Object.keys(questions).toSorted()).toEqual(names.toSorted())
  expect(new Set(Object.values(questions)).size).toBe(names.length)
})

test('each file that counts is there, and so is the variant by which it does', () => {
  const files = new Set(findScenarioFiles(['.'], root))
  expect(counted.filter(({ file }) => !files.has(join(root, file)))).toEqual([])
  const variants = new Set(allVariants().map(nameOf))
  expect(counted.filter(({ by }) => !variants.has(by))).toEqual([])
})

test('a file is red with the variant by which it counts, and green without', async () => {
  const crew = createCrew(await bundleWorker(), root, 1)
  try {
    for (const at of sampleOf('files that count', counted.length, 4)) {
      const { file = '', by } = counted[at] ?? {}
      const variant = allVariants().find((one) => nameOf(one) === by)
      const right = await crew.ask({ file })
      expect(right, file).toMatchObject({ isRed: false })
      const isOverSocket = right.touched.includes(OVER_SOCKET)
      expect(await crew.ask({ variant, file, isOverSocket }), `${file}: ${by}`).toMatchObject({ isRed: true })
    }
  } finally {
    crew.close()
  }
})
