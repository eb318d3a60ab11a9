import { defineVerb } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import { Acting, actor, findAdministrator } from '../acts/acting.ts'
import { carryOutAct, type Desk } from '../acts/desk.ts'
import { hashPassword } from '../acts/password.ts'
import { checkAddress, checkNotLastPrimary, checkPrimary } from '../acts/primary.ts'
import type { Administrator } from '../values/administrator.ts'
import { AddAdministratorInput } from './add-administrator.ts'

const { name, email, primary, permissions, password } = AddAdministratorInput.shape

export const EditAdministratorInput = Acting.extend({
  administrator: z.string().min(1).describe('Administrator, by email address, name or id').meta({
    refers: 'lark.administrators',
  }),
  set: z
    .strictObject({ name, email, primary: primary.unwrap(), permissions: permissions.unwrap(), password })
    .partial()
    .describe('What is left out stays'),
})

/** Lark A02. What an administrator may do counts from the next act on. */
export function editAdministratorVerb(desk: Desk) {
  return defineVerb({
    name: 'edit-administrator',
    describes: 'Changes the name, the address or the permissions of an administrator.',
    input: EditAdministratorInput,
    isInward: () => true,
    run(input) {
      const { organisation, administrator, set } = input
      checkPrimary(actor(desk, input), 'change others')
      const before = findAdministrator(desk, organisation, administrator)
      if (set.email !== undefined) checkAddress(desk, organisation, set.email, before.id)
      if (set.primary === false) checkNotLastPrimary(desk, before)
      const after = changed(desk, before, set)
      carryOutAct(desk, [{ kind: 'profile:administrator-put', administrator: after }])
      return { id: after.id, email: after.email }
    },
  })
}

function changed(
  { ledger: { ids } }: Desk,
  before: Administrator,
  { password: given, ...set }: z.output<typeof EditAdministratorInput>['set'],
): Administrator {
  const { name, email, primary, permissions, passwordHash } = before
  return {
    ...before,
    name: set.name ?? name,
    email: set.email ?? email,
    primary: set.primary ?? primary,
    permissions: set.permissions ?? permissions,
    passwordHash: given === undefined ? passwordHash : hashPassword(given, ids.token('password salt', 16)),
  }
}
