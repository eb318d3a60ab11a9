// JSON as people read it: what fits on a line stands on one.

/** Characters of a line. */
const WIDTH = 64

/** Text that is not JSON as it came. */
export function pretty(text: string): string {
  try {
    return printed(JSON.parse(text), '', 0)
  } catch {
    return text
  }
}

/** @param used characters that stand before it on its line */
function printed(value: unknown, indent: string, used: number): string {
  const flat = inLine(value)
  if (indent.length + used + flat.length <= WIDTH || typeof value !== 'object' || value === null) return flat
  const inner = `${indent}  `
  if (Array.isArray(value)) {
    return `[\n${value.map((item) => inner + printed(item, inner, 0)).join(',\n')}\n${indent}]`
  }
  const members = Object.entries(value).map(([name, item]) => {
    const head = `${JSON.stringify(name)}: `
    return inner + head + printed(item, inner, head.length)
  })
  return `{\n${members.join(',\n')}\n${indent}}`
}

function inLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inLine).join(', ')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const members = Object.entries(value).map(([name, item]) => `${JSON.stringify(name)}: ${inLine(item)}`)
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`
}
