import { advanceVerb } from './advance.ts'
import { addMemberVerb } from './directory/add-member.ts'
import { createGroupVerb } from './directory/create-group.ts'
import { createUserVerb } from './directory/create-user.ts'
import { deleteUserVerb } from './directory/delete-user.ts'
import { disableUserVerb } from './directory/disable-user.ts'
import { removeMemberVerb } from './directory/remove-member.ts'
import { renameGroupVerb } from './directory/rename-group.ts'
import { updateUserVerb } from './directory/update-user.ts'
import { expectVerb } from './expect.ts'
import { faultVerb } from './fault.ts'
import type { HarnessVerb } from './harness-verb.ts'
import { httpVerb } from './http.ts'
import { includeVerb } from './include.ts'
import { liftFaultsVerb } from './lift-faults.ts'
import { meanwhileVerb } from './meanwhile.ts'
import { noteVerb } from './note.ts'
import { parallelVerb } from './parallel.ts'
import { repeatVerb } from './repeat.ts'
import { restartVerb } from './restart.ts'
import { restoreVerb } from './restore.ts'
import { serveVerb } from './serve.ts'
import { snapshotVerb } from './snapshot.ts'
import { transcriptVerb } from './transcript.ts'
import { untilVerb } from './until.ts'

export const HARNESS_VERBS: ReadonlyMap<string, HarnessVerb> = new Map(
  [
    advanceVerb,
    createUserVerb,
    updateUserVerb,
    disableUserVerb,
    deleteUserVerb,
    createGroupVerb,
    renameGroupVerb,
    addMemberVerb,
    removeMemberVerb,
    expectVerb,
    faultVerb,
    liftFaultsVerb,
    httpVerb,
    meanwhileVerb,
    noteVerb,
    includeVerb,
    parallelVerb,
    repeatVerb,
    restartVerb,
    restoreVerb,
    serveVerb,
    snapshotVerb,
    transcriptVerb,
    untilVerb,
  ].map((verb) => [verb.name, verb]),
)
