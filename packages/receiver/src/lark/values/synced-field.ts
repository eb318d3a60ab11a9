/** Lark C03: a field that a sync has filled at least once; every other one has the data source Lark Admin Console. */
export interface SyncedField {
  readonly organisation: string
  /** Lark's name of the attribute, such as JobTitleID. */
  readonly field: string
  readonly source: string
  readonly since: number
}

export function fieldKey({ organisation, field }: Pick<SyncedField, 'organisation' | 'field'>): string {
  return JSON.stringify([organisation, field])
}
