/** What an earlier step has saved, as scenario files name it: `${source.url}`. */
export function placeholder(path: string): string {
  return `\${${path}}`
}
