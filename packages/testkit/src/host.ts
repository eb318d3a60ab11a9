// All programs of the list in one process that can be killed: each in a folder of its own. Its argument is where the folders are; a line
// on standard output says where each listens.
import { join } from 'node:path'
import { listen } from '@scimulator/shared/http'
import { createRealSchedule } from '@scimulator/shared/runtime'
import { setupOf } from './fill.ts'
import { TESTED_PROGRAMS } from './tested-programs.ts'

const [home = '.'] = process.argv.slice(2)
const schedule = createRealSchedule((error) => process.stderr.write(`${error}\n`))
const urls: Record<string, string> = {}
for (const { name, load } of TESTED_PROGRAMS) {
  const descriptor = await load()
  const program = await descriptor.open(join(home, name), setupOf(descriptor, { schedule }))
  urls[name] = (await listen(program.handle)).url
}
process.stdout.write(`${JSON.stringify(urls)}\n`)
