import { suggest } from '@scimulator/harness/scenario'
import type { Control } from '@scimulator/shared/behaviour'
import { methodName } from './method-name.ts'
import type { ViewItem } from './program.ts'
import { readCompany } from './read-company.ts'

type Method = (input?: unknown) => Promise<unknown>

/** Each verb of a control as a function. What a verb has started at this instant has happened when `settle` resolves. */
export function verbMethods(control: Control, settle: () => Promise<unknown>): Readonly<Record<string, Method>> {
  const methods = [...control.verbs.values()].map(({ name, run }): [string, Method] => [
    methodName(name),
    async (input = {}) => {
      const result = await run(readCompany(input))
      await settle()
      return result
    },
  ])
  return Object.fromEntries(methods)
}

/** Reads a view by its name. @throws Error with the nearest names */
export async function readControlView(
  control: Control,
  name: string,
  query: object = {},
): Promise<readonly ViewItem[]> {
  const view = control.views.get(name)
  if (!view) throw new Error(`There is no view "${name}". ${suggest(name, control.views.keys())}`)
  return view.read(query)
}
