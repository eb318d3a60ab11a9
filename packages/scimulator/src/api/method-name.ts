/** `assign` and `createUser` for the verbs `assign` and `create-user`. */
export function methodName(verb: string): string {
  return verb.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
}
