import { defineVerb } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import { Acting, actor } from '../acts/acting.ts'
import { carryOutAct, type Desk } from '../acts/desk.ts'
import { hashPassword } from '../acts/password.ts'
import { checkAddress, checkPrimary } from '../acts/primary.ts'
import { type Administrator, Permission } from '../values/administrator.ts'

export const AddAdministratorInput = Acting.extend({
  name: z.string().trim().min(1),
  email: z.string().trim().min(3),
  primary: z.boolean().default(false),
  permissions: z.array(Permission).default([]),
  password: z
    .string()
    .min(12)
    .optional()
    .describe('For signing in to the console; without it by personal token only')
    .meta({ secret: true }),
})

/** Lark A02. Only primary administrators make administrators. */
export function addAdministratorVerb(desk: Desk) {
  return defineVerb({
    name: 'add-administrator',
    describes: 'Adds an administrator with permissions.',
    input: AddAdministratorInput,
    isInward: () => true,
    run: (input) => add(desk, input),
  })
}

function add(desk: Desk, input: z.infer<typeof AddAdministratorInput>): { id: string; email: string } {
  const { organisation, name, email, primary, permissions, password } = input
  checkPrimary(actor(desk, input), 'add others')
  checkAddress(desk, organisation, email)
  const { ids } = desk.ledger
  const administrator: Administrator = {
    id: ids.uuid('administrator'),
    organisation,
    name,
    email,
    primary,
    permissions,
    passwordHash: password === undefined ? null : hashPassword(password, ids.token('password salt', 16)),
    tokenHashes: [],
  }
  carryOutAct(desk, [{ kind: 'profile:administrator-put', administrator }])
  return { id: administrator.id, email }
}
