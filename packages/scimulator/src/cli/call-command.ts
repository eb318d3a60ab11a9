import { BadInput, suggest } from '@scimulator/harness/scenario'
import { shippedPrograms, vocabularyOf } from '@scimulator/harness/world'
import { z } from 'zod'
import { programControl } from '../mcp/program-control.ts'
import { namedValues } from './named-values.ts'
import { EXIT, print } from './output.ts'

/** @throws BadInput when it is not carried out, in the program's own words */
export async function callCommand(written: string, values: readonly string[], at: string): Promise<number> {
  const [program = '', ...rest] = written.split('.')
  const verb = rest.join('.')
  const input = namedValues(values, await inputOf(program, verb, written), written)
  const result = await programControl(at, program).verb(verb, input)
  if (result !== undefined && result !== null) print(JSON.stringify(result, undefined, 2))
  return EXIT.passed
}

/** The type of its input. What only a running world has, such as world.advance, is judged there. */
async function inputOf(program: string, verb: string, written: string): Promise<z.ZodType> {
  const { verbs } = await vocabularyOf(await shippedPrograms())
  const word = verbs.get(written)
  if (word?.program !== undefined) return word.input
  const names = [...verbs.values()].flatMap(({ name, program: of }) => (of === undefined ? [] : [name]))
  const isShipped = names.some((name) => name.startsWith(`${program}.`))
  if (isShipped || verb === '') throw new BadInput(`There is no verb "${written}". ${suggest(written, names)}`)
  return z.record(z.string(), z.unknown())
}
