// A process that serves one world with the limits of every server of ours: `serve-process.ts NAME`. Its parent asks what is stored, what is
// on the heap, and for the state of the beginning.
import { listen } from '@scimulator/shared/http'
import { memoryNow } from '../../heap.ts'
import { openNamed } from './named-worlds.ts'

const [name = ''] = process.argv.slice(2)
const world = await openNamed(name)
const { prepareServer: prepare } = world
const { url } = await listen(world.handle, prepare ? { prepare } : {})
process.on('disconnect', () => process.exit())
process.on('message', (what) => {
  void answer(String(what)).then((said) => process.send?.(said))
})
process.send?.({ url, signedIn: world.signedIn })

async function answer(what: string): Promise<string> {
  await world.idle()
  if (world.faults.length > 0) throw new Error(`A fault: ${String(world.faults[0])}`)
  if (what === 'rows') return world.rows()
  if (what === 'memory') return JSON.stringify(memoryNow())
  await world.reset()
  return 'done'
}
