import { defineVerb, VerbError } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import { Acting, actor } from '../acts/acting.ts'
import { namedObject } from '../acts/by-hand.ts'
import { carryOutAct, type Desk } from '../acts/desk.ts'

export const AddDepartmentInput = Acting.extend({ name: z.string().trim().min(1) })

/** Lark C03: a department with the data source Lark Admin Console. */
export function addDepartmentVerb(desk: Desk) {
  return defineVerb({
    name: 'add-department',
    describes: 'Adds a department by hand; its data source is Lark Admin Console.',
    input: AddDepartmentInput,
    isInward: () => true,
    run(input) {
      actor(desk, input)
      const { object, changes } = namedObject(desk, input.organisation, 'department', input.name)
      if (changes.length === 0) throw new VerbError('conflict', `name: the department "${object.name}" exists already.`)
      carryOutAct(desk, changes)
      return { id: object.id, name: object.name }
    },
  })
}
