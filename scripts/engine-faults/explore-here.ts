// With the engines of the repository that this file stands in: prints what 500 histories come upon, or null.
import {
  entraSender,
  explore,
  jumpCloudSender,
  oktaSender,
  type Sender,
  scenarioRunner,
} from '../../packages/harness/src/explore/index.ts'

const [kind = 'entra'] = process.argv.slice(2)
const run = await scenarioRunner('explored.yaml')

async function find<Act>(sender: Sender<Act>) {
  const { found, reached } = await explore({ sender, histories: 500, acts: 25, seed: 1, run })
  return found ? { histories: reached.histories, acts: found.acts, message: found.message } : null
}

const hasFaults = kind.endsWith(' with faults')

function found() {
  if (kind === 'jumpcloud') return find(jumpCloudSender({}))
  if (kind.startsWith('okta'))
    return find(oktaSender({ kind: kind === 'okta-catalogue' ? 'catalogue' : 'wizard', hasFaults }))
  return find(entraSender({ isOptscim: true, hasFaults }))
}
process.stdout.write(JSON.stringify(await found()))
