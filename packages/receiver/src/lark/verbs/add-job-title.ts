import { defineVerb, VerbError } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import { Acting, actor } from '../acts/acting.ts'
import { namedObject } from '../acts/by-hand.ts'
import { carryOutAct, type Desk } from '../acts/desk.ts'

export const AddJobTitleInput = Acting.extend({ name: z.string().trim().min(1) })

/** Lark C03: a job title with the data source Lark Admin Console. */
export function addJobTitleVerb(desk: Desk) {
  return defineVerb({
    name: 'add-job-title',
    describes: 'Adds a job title by hand; its data source is Lark Admin Console.',
    input: AddJobTitleInput,
    isInward: () => true,
    run(input) {
      actor(desk, input)
      const { object, changes } = namedObject(desk, input.organisation, 'job title', input.name)
      if (changes.length === 0) throw new VerbError('conflict', `name: the job title "${object.name}" exists already.`)
      carryOutAct(desk, changes)
      return { id: object.id, name: object.name }
    },
  })
}
