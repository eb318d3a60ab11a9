// An import reads everybody, a hundred at a time (O501 to O506).
import type { Conversation } from '@scimulator/shared/provisioning'
import { type JsonObject, pageOf } from './answer.ts'
import { PAGE } from './compose.ts'
import { ask, type Line, textOf } from './talk.ts'

export type Listed =
  | { readonly resources: readonly JsonObject[]; readonly failed?: undefined }
  | { readonly failed: string }

/** The next page begins a hundred further on, however many came (O504). */
export function* listAll(line: Line, resource: 'Users' | 'Groups'): Conversation<Listed> {
  const resources: JsonObject[] = []
  for (let start = 1; ; start += PAGE) {
    const answer = yield* ask(line, 'import', 'GET', `/${resource}?startIndex=${start}&count=${PAGE}`)
    const page = answer.kind === 'resource' ? pageOf(answer.resource) : undefined
    if (page === undefined)
      return {
        failed: answer.kind === 'refused' ? textOf(answer) : `No results for ${resource.toLowerCase()} returned`,
      }
    resources.push(...page.resources)
    if (page.resources.length === 0 || start + PAGE > page.totalResults) return { resources }
  }
}
