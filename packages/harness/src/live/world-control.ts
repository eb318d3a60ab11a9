// What can be done with a world that stands, and seen of it, as verbs and views under the name `world`.
import {
  byName,
  type Control,
  type Verb,
  VerbError,
  type VerbInputsOf,
  type VerbResultsOf,
  type ViewItemsOf,
} from '@scimulator/shared/behaviour'
import { advance } from './verbs/advance.ts'
import { checkTarget } from './verbs/check-target.ts'
import { clearTraffic } from './verbs/clear-traffic.ts'
import { dropSnapshot } from './verbs/drop-snapshot.ts'
import { exportRange } from './verbs/export-range.ts'
import { exportStory } from './verbs/export-story.ts'
import { fault } from './verbs/fault.ts'
import { liftFaults } from './verbs/lift-faults.ts'
import { playStory } from './verbs/play-story.ts'
import { readDirectory } from './verbs/read-directory.ts'
import { resend } from './verbs/resend.ts'
import { restoreSnapshot } from './verbs/restore-snapshot.ts'
import { setCompany } from './verbs/set-company.ts'
import { setUp } from './verbs/set-up.ts'
import { startOver } from './verbs/start-over.ts'
import { stopAdvancing } from './verbs/stop-advancing.ts'
import { takeSnapshot } from './verbs/take-snapshot.ts'
import { uncover } from './verbs/uncover.ts'
import { catalogue } from './views/catalogue.ts'
import { clock } from './views/clock.ts'
import { directoryGroups, directoryUsers } from './views/directory.ts'
import { effects } from './views/effects.ts'
import { faults } from './views/faults.ts'
import { find } from './views/find.ts'
import { findings } from './views/findings.ts'
import { happenings } from './views/happenings.ts'
import { object } from './views/object.ts'
import { recording } from './views/recording.ts'
import { snapshots } from './views/snapshots.ts'
import { stories } from './views/stories.ts'
import { traffic } from './views/traffic.ts'
import { world as worldView } from './views/world.ts'
import type { LiveWorld } from './world-port.ts'

const VERBS = [
  setUp,
  setCompany,
  advance,
  stopAdvancing,
  startOver,
  takeSnapshot,
  restoreSnapshot,
  dropSnapshot,
  fault,
  liftFaults,
  resend,
  clearTraffic,
  playStory,
  exportStory,
  exportRange,
  checkTarget,
  readDirectory,
  uncover,
]
const VIEWS = [
  worldView,
  clock,
  snapshots,
  traffic,
  effects,
  happenings,
  faults,
  find,
  object,
  directoryUsers,
  directoryGroups,
  findings,
  catalogue,
  stories,
  recording,
]

/** By name, for `import type`. */
export type VerbInputs = VerbInputsOf<ReturnType<(typeof VERBS)[number]>>
export type VerbResults = VerbResultsOf<ReturnType<(typeof VERBS)[number]>>
export type ViewItems = ViewItemsOf<ReturnType<(typeof VIEWS)[number]>>

export function worldControl(world: LiveWorld): Control {
  return {
    name: 'world',
    verbs: byName(VERBS.map((make): Verb => make(world))),
    views: byName(VIEWS.map((make) => make(world))),
    seq: () => world.hub.seq,
    idle: () => world.now().settle(),
    snapshot: () => world.takePicture(),
    restore() {
      throw new VerbError('refused', 'A world is brought back by its verb restore-snapshot.')
    },
    reset() {
      throw new VerbError('refused', 'A world is begun anew by its verb start-over.')
    },
  }
}
