// Hostile input over sockets, a sample: one surface by the commit's hash, at a server that is a process of its own. Two million are
// `npm run verify:long -- fuzz`.
import { expect, test } from 'vitest'
import { sampleOf } from '../../../../scripts/gate/sample.ts'
import { fuzzInProcess } from './fuzz-run.ts'
import { fuzzTable } from './fuzz-table.ts'
import { HTTP_TARGETS } from './over-http.ts'
import { whatHurts } from './what-hurts.ts'

const INPUTS = 600

const names = Object.keys(HTTP_TARGETS)

test.each(sampleOf('hostile input over HTTP', names.length, 1).map((index) => names[index] ?? ''))(
  '%s: no request over a socket hurts',
  async (name) => {
    const { targets, died } = await fuzzInProcess({
      inputs: INPUTS,
      seed: 1,
      targets: [name],
      script: 'http-process.ts',
    })
    console.info(fuzzTable(targets))
    expect(died).toBeUndefined()
    expect(targets.map(({ tried }) => tried)).toEqual([INPUTS])
    expect(targets.flatMap((one) => whatHurts(one, true))).toEqual([])
  },
)
