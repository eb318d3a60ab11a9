// A fixed piece of work, as a thread: what tests do most, objects made of text, text made of objects, and a hash of it.
import { createHash } from 'node:crypto'
import { parentPort } from 'node:worker_threads'

const ROUNDS = 60

function work() {
  let text = JSON.stringify(people())
  for (let round = 0; round < ROUNDS; round += 1) {
    const changed = JSON.parse(text).map((one, index) => ({ ...one, name: `${one.name.slice(0, 20)}${index * round}` }))
    changed.sort((a, b) => (a.name < b.name ? -1 : 1))
    text = JSON.stringify(changed)
    createHash('sha256').update(text).digest()
  }
}

function people() {
  return Array.from({ length: 2_000 }, (_, index) => ({
    id: String(index),
    name: `person ${index}`,
    emails: [{ value: `p${index}@example.com`, primary: true, type: 'work' }],
    active: index % 3 === 0,
  }))
}

const before = performance.now()
work()
parentPort?.postMessage((performance.now() - before) / 1_000)
