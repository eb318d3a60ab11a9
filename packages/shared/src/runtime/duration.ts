const UNIT_MS = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 } as const

export const MINUTE_MS = UNIT_MS.m
export const HOUR_MS = UNIT_MS.h
export const DAY_MS = UNIT_MS.d

/** `40m`, `1d 12h`, `90s` in milliseconds; undefined when the text is no duration. Units: s, m, h, d, w. */
export function parseDuration(text: string): number | undefined {
  const parts = text.trim().split(/\s+/)
  const lengths = parts.map((part) => /^(\d+)([smhdw])$/.exec(part))
  if (lengths.some((match) => !match)) return undefined
  return lengths.reduce((sum, match) => sum + Number(match?.[1]) * UNIT_MS[match?.[2] as keyof typeof UNIT_MS], 0)
}
