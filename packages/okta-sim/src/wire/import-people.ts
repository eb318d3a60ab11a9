// An import reads everybody, a hundred at a time (O501 to O506).
import type { Conversation } from '@scimulator/shared/provisioning'
import { ownWords } from '../values/own-words.ts'
import { type JsonObject, pageOf } from './answer.ts'
import { PAGE } from './compose.ts'
import { ask, type Line, textOf } from './talk.ts'

export type Listed =
  | { readonly resources: readonly JsonObject[]; readonly failed?: undefined }
  | { readonly failed: string }

/** What an answer that is not a list is called (O128). */
export const NO_LIST = {
  Users: 'No results for users returned',
  Groups: ownWords('The answer is not a list of groups.'),
}

/** The next page begins a hundred further on, however many came (O504). */
export function* listAll(line: Line, resource: 'Users' | 'Groups'): Conversation<Listed> {
  const resources: JsonObject[] = []
  for (let start = 1; ; start += PAGE) {
    const answer = yield* ask(line, 'import', 'GET', `/${resource}?startIndex=${start}&count=${PAGE}`)
    const page = answer.kind === 'resource' ? pageOf(answer.resource) : undefined
    if (page === undefined)
      return {
        failed: answer.kind === 'refused' ? textOf(answer) : NO_LIST[resource],
      }
    resources.push(...page.resources)
    if (page.resources.length === 0 || start + PAGE > page.totalResults) return { resources }
  }
}
