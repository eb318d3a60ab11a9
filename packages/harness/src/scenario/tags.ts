import { BadInput } from '../written/problem.ts'

/** Which tags a scenario must have one of, and which it must not have. */
export interface TagChoice {
  readonly any: readonly string[]
  readonly none: readonly string[]
}

/** A word in small letters, with hyphens. */
export const TAG = /^[a-z0-9][a-z0-9-]*$/

/** `slow,!lark`: one of the first, and none with an exclamation mark. @throws BadInput */
export function readTags(text: string): TagChoice {
  const words = text.split(',').map((word) => word.trim())
  const wrong = words.find((word) => !TAG.test(word.replace(/^!/, '')))
  if (wrong !== undefined)
    throw new BadInput(`--tags takes words such as smoke,!slow, not "${text}": "${wrong}" is not a tag.`)
  return {
    any: words.filter((word) => !word.startsWith('!')),
    none: words.filter((word) => word.startsWith('!')).map((word) => word.slice(1)),
  }
}

export function fitsTags(tags: readonly string[], { any, none }: TagChoice): boolean {
  return (any.length === 0 || any.some((tag) => tags.includes(tag))) && !none.some((tag) => tags.includes(tag))
}
