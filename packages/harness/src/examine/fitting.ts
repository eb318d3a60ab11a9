/** About four characters a token; the whole stays below 4,000 tokens. */
const MOST_CHARACTERS = 14_000

/** As many work orders as an agent reads whole. What does not fit is told by its number, never dropped silently. */
export function fitting(parts: readonly string[]): string[] {
  const kept: string[] = []
  let size = 0
  for (const part of parts) {
    if (size + part.length > MOST_CHARACTERS) break
    kept.push(part)
    size += part.length
  }
  const rest = parts.length - kept.length
  return rest === 0
    ? kept
    : [...kept, `${rest} more do not fit here; they are in the JSON result. Mend these first and run again.`]
}
