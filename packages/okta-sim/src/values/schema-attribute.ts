/** An attribute that the endpoint says its users have (O531). */
export interface SchemaAttribute {
  /** Path below its schema: `title`, `name.givenName`. */
  readonly externalName: string
  readonly externalNamespace: string
  readonly type: string
  readonly multiValued: boolean
}
