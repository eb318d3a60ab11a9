import { v2List } from './lists.ts'
import type { Operation } from './operation.ts'
import { renderUserGroup, USER_GROUP_FIELDS } from './v2-usergroups.ts'

const PATH = '/api/v2/groups'

/** Groups of all kinds. Devices are not simulated, so that those of people are all there are. */
export const groupOperations: readonly Operation[] = [
  {
    method: 'GET',
    template: PATH,
    run: ({ view }, request) =>
      v2List(
        request,
        [...view.groups.values()].map((group) => renderUserGroup(view, group)),
        PATH,
        USER_GROUP_FIELDS,
      ),
  },
]
