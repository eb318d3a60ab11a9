import { advance } from './advance.ts'
import { addMember } from './directory/add-member.ts'
import { createGroup } from './directory/create-group.ts'
import { createUser } from './directory/create-user.ts'
import { deleteUser } from './directory/delete-user.ts'
import { disableUser } from './directory/disable-user.ts'
import { removeMember } from './directory/remove-member.ts'
import { renameGroup } from './directory/rename-group.ts'
import { updateUser } from './directory/update-user.ts'
import { expectStep } from './expect.ts'
import { fault } from './fault.ts'
import type { HarnessVerb } from './harness-verb.ts'
import { http } from './http.ts'
import { liftFaults } from './lift-faults.ts'
import { meanwhile } from './meanwhile.ts'
import { note } from './note.ts'
import { parallel } from './parallel.ts'
import { restart } from './restart.ts'
import { serve } from './serve.ts'
import { restore, snapshot } from './snapshot.ts'
import { include, repeat } from './stands-for.ts'
import { transcript } from './transcript.ts'
import { until } from './until.ts'

export const HARNESS_VERBS: ReadonlyMap<string, HarnessVerb> = new Map(
  [
    advance,
    createUser,
    updateUser,
    disableUser,
    deleteUser,
    createGroup,
    renameGroup,
    addMember,
    removeMember,
    expectStep,
    fault,
    liftFaults,
    http,
    meanwhile,
    note,
    include,
    parallel,
    repeat,
    restart,
    restore,
    serve,
    snapshot,
    transcript,
    until,
  ].map((verb) => [verb.name, verb]),
)
