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
import { advanceVerb } from './verbs/advance.ts'
import { checkTargetVerb } from './verbs/check-target.ts'
import { clearTrafficVerb } from './verbs/clear-traffic.ts'
import { dropSnapshotVerb } from './verbs/drop-snapshot.ts'
import { exportRangeVerb } from './verbs/export-range.ts'
import { exportStoryVerb } from './verbs/export-story.ts'
import { faultVerb } from './verbs/fault.ts'
import { liftFaultsVerb } from './verbs/lift-faults.ts'
import { playStoryVerb } from './verbs/play-story.ts'
import { readDirectoryVerb } from './verbs/read-directory.ts'
import { resendVerb } from './verbs/resend.ts'
import { restoreSnapshotVerb } from './verbs/restore-snapshot.ts'
import { setCompanyVerb } from './verbs/set-company.ts'
import { setUpVerb } from './verbs/set-up.ts'
import { startOverVerb } from './verbs/start-over.ts'
import { stopAdvancingVerb } from './verbs/stop-advancing.ts'
import { takeSnapshotVerb } from './verbs/take-snapshot.ts'
import { uncoverVerb } from './verbs/uncover.ts'
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
  setUpVerb,
  setCompanyVerb,
  advanceVerb,
  stopAdvancingVerb,
  startOverVerb,
  takeSnapshotVerb,
  restoreSnapshotVerb,
  dropSnapshotVerb,
  faultVerb,
  liftFaultsVerb,
  resendVerb,
  clearTrafficVerb,
  playStoryVerb,
  exportStoryVerb,
  exportRangeVerb,
  checkTargetVerb,
  readDirectoryVerb,
  uncoverVerb,
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
