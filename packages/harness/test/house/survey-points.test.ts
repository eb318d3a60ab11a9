// docs/fidelity.md has a line for every point of the survey; what is shown is shown by a test that is there.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { SURVEY_POINTS } from '../../src/catalogue/survey-points.ts'

const root = join(import.meta.dirname, '../../../..')
const two = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, n) => String(from + n).padStart(2, '0'))
const SERVICE = [...two(1, 6), ...Array.from('abcdefghi', (letter) => `07${letter}`), ...two(10, 20), ...two(30, 38)]
const FIELD = ['01', '02', '03', '04', '06', '07', '08', '09', '12', '13', '15', '20', '21', '22', '24', '26', '27']
const IDS = [
  ...[...SERVICE, ...two(40, 48)].map((number) => `S-${number}`),
  ...[...FIELD, '29', '30', '32', '33', '34', '35', '37', '40'].map((number) => `FC-${number}`),
]

test('every point is there, once', () => {
  expect(SURVEY_POINTS.map(({ id }) => id)).toEqual(IDS)
  const page = readFileSync(join(root, 'docs/fidelity.md'), 'utf8')
  expect(IDS.filter((id) => page.split(`| ${id} |`).length !== 2)).toEqual([])
})

test('what is done, a switch or refused is shown by a file that is there; a gap says why', () => {
  const isShown = new Set(['done', 'switch', 'refused'])
  const wrong = SURVEY_POINTS.filter(({ here, shown }) => existsSync(join(root, shown)) !== isShown.has(here))
  expect(wrong.map(({ id, shown }) => `${id}: ${shown}`)).toEqual([])
})

test('the gaps are these', () => {
  const gaps = SURVEY_POINTS.filter(({ here }) => here === 'missing' || here === 'partly').map(({ id }) => id)
  expect(gaps).toEqual([])
})

test('left out is nothing but these', () => {
  const left = SURVEY_POINTS.filter(({ here }) => here === 'left out').map(({ id }) => id)
  expect(left).toEqual(['S-07i', 'S-17', 'S-19', 'S-38'])
})
