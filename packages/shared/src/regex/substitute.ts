import type { Regex, RegexMatch } from './regex.ts'

/** `$1`, `${name}`, `$&`, `$$` and the rest of .NET's substitutions, filled in for one match. */
export function substitute(replacement: string, match: RegexMatch, regex: Regex, text: string): string {
  const pattern = /\$(?:\$|&|`|'|\+|_|(\d{1,2})|\{(\w+)\})/g
  return replacement.replace(pattern, (whole: string, number?: string, name?: string) => {
    const key = number ?? name
    if (key !== undefined) return groupText(key, match, regex, text) ?? whole
    switch (whole) {
      case '$$':
        return '$'
      case '$&':
        return text.slice(match.start, match.end)
      case '$`':
        return text.slice(0, match.start)
      case "$'":
        return text.slice(match.end)
      case '$_':
        return text
      default:
        return groupText(regex.groups.at(-1) ?? '0', match, regex, text) ?? ''
    }
  })
}

/** Text of a group, "" when it took no part, null when the pattern has no such group. A number counts all groups. */
function groupText(key: string, match: RegexMatch, regex: Regex, text: string): string | null {
  const known = regex.groups.includes(key) ? key : regex.groups[/^\d+$/.test(key) ? Number(key) : -1]
  if (known === undefined) return null
  if (known === '0') return text.slice(match.start, match.end)
  const span = match.groups.get(known)
  return span === undefined ? '' : text.slice(span[0], span[1])
}
