// Budgets are minutes of one machine; a gate runs on many, and on some that are shared. What a fixed piece of work costs there tells how many
// of its minutes are one of ours.
import { createHash } from 'node:crypto'

/** Seconds of the work below on the machine that the budgets were written for, with nothing beside it. */
const AT_HOME = 0.36
const ROUNDS = 60

/** What the tests do most: objects made of text, text made of objects, and a hash of it. */
function work(): void {
  let text = JSON.stringify(people())
  for (let round = 0; round < ROUNDS; round += 1) {
    const list = JSON.parse(text) as { readonly id: string; readonly name: string }[]
    const changed = list.map((one, index) => ({ ...one, name: `${one.name.slice(0, 20)}${index * round}` }))
    changed.sort((a, b) => (a.name < b.name ? -1 : 1))
    text = JSON.stringify(changed)
    createHash('sha256').update(text).digest()
  }
}

function people(): readonly object[] {
  return Array.from({ length: 2_000 }, (_, index) => ({
    id: String(index),
    name: `person ${index}`,
    emails: [{ value: `p${index}@example.com`, primary: true, type: 'work' }],
    active: index % 3 === 0,
  }))
}

/** How many times as long as at home the same work takes here and now; 1 on a machine that is as quick, or quicker. */
export function slowness(): number {
  const before = performance.now()
  work()
  return Math.max(1, (performance.now() - before) / 1_000 / AT_HOME)
}
