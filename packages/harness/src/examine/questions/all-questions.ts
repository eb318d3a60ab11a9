import type { Question } from '../question.ts'
import { active } from './active.ts'
import { conflict, createdTwice } from './conflict.ts'
import { create } from './create.ts'
import { data } from './data.ts'
import { deletion } from './delete.ts'
import { discovery } from './discovery.ts'
import { group } from './group.ts'
import { largeGroup } from './large-group.ts'
import { leaveAndReturn } from './leave-and-return.ts'
import { list } from './list.ts'
import { lookUp } from './look-up.ts'
import { mail } from './mail.ts'
import { media } from './media.ts'
import { member, together } from './member.ts'
import { neighbours } from './neighbours.ts'
import { filteredPath, patch } from './patch.ts'
import { put } from './put.ts'
import { manager } from './reports-to.ts'
import { roles } from './roles.ts'
import { writes } from './writes.ts'

/** In the order in which they are put; those about the basics first. */
export const QUESTIONS: readonly Question[] = [
  neighbours,
  list,
  create,
  lookUp,
  active,
  writes,
  patch,
  filteredPath,
  put,
  conflict,
  deletion,
  group,
  member,
  largeGroup,
  leaveAndReturn,
  manager,
  roles,
  mail,
  media,
  data,
  discovery,
  together,
  createdTwice,
]
