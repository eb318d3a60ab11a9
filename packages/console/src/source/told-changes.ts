// Which of the views that were read are old, by what the stream has told. Pure.
import { programOf } from './source.ts'

/** The names that a `changed` event stands for. */
export function toldNames({ program, views }: Readonly<Record<string, unknown>>): readonly string[] {
  return Array.isArray(views) ? views.map((view) => `${program}.${view}`) : [String(program)]
}

/**
 * @param name of a view, as pages name it: `lark.members`
 * @param isAnswer whether it is a verb's answer, which may be about anything of its program
 */
export function isOld(name: string, isAnswer: boolean, told: ReadonlySet<string>): boolean {
  const program = programOf(name)
  if (told.has('*') || told.has(program)) return true
  if (isAnswer) return [...told].some((one) => one.startsWith(`${program}.`))
  return told.has(`${program}.${name.slice(name.indexOf('.') + 1)}`)
}
