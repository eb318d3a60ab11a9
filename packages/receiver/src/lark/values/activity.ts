/** What a sync source did last, for its card (Lark C05) and for the notices of failures (Lark A09). */
export interface SourceActivity {
  readonly source: string
  /** The last authenticated request, in milliseconds: exact for writes, to the minute for lookups. Null before the first. */
  readonly lastSync: number | null
  readonly succeeded: number
  readonly failed: number
  /** When the administrators were last told of a cause; a cause that was cleared is not in it. */
  readonly toldAt: Readonly<Record<string, number>>
}

export function noActivity(source: string): SourceActivity {
  return { source, lastSync: null, succeeded: 0, failed: 0, toldAt: {} }
}
