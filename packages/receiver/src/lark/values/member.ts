import type { DirectoryRecord } from '../../directory/record.ts'

/** Lark C03. */
export type DataSource = 'SCIM' | 'Lark Admin Console'

/** What Lark knows of a member, in Lark's own attributes; the SCIM resource beside it stays as the client wrote it. */
export type MemberValues = Readonly<{
  /** From userName (B01); not SCIM's externalId. */
  externalID?: string
  email?: string
  name?: string
  firstName?: string
  lastName?: string
  anotherName?: string
  employeeID?: string
  /** Name of the workforce type. */
  employeeType?: string
  departmentIDs?: readonly string[]
  jobTitleID?: string
  workCountryOrRegion?: string
  mobile?: string
}>

/** Who has written a value last: a directory sync, an administrator, or the member. */
export type FieldSource = DataSource | 'Member'

/** What a member's page shows a data source of, by the names that people read. */
export type SourcedField =
  | Exclude<keyof MemberValues, 'departmentIDs' | 'jobTitleID'>
  | 'department'
  | 'jobTitle'
  | 'status'

export type FieldSources = { readonly [Field in SourcedField]?: FieldSource }

/** `facts` of a user's record. */
export type MemberFacts = Readonly<{
  status: 'Active' | 'Inactive'
  dataSource: DataSource
  /** Set while a member is inactive because of a SCIM DELETE (A08); a create brings such a member back (A12). */
  deactivatedByDelete: boolean
  values: MemberValues
  /** Of fields that somebody else has written last than the data source says. */
  fieldSources?: FieldSources
}>

/** `facts` of a group's record. */
export type UserGroupFacts = Readonly<{ dataSource: DataSource }>

/** A record's facts are written by this profile only, in this form. */
export function memberFacts(record: DirectoryRecord): MemberFacts {
  return record.facts as MemberFacts
}

export function userGroupFacts(record: DirectoryRecord): UserGroupFacts {
  return record.facts as UserGroupFacts
}

/** What people call the member: the user name, or the email address or name of one made by hand. */
export function memberName(record: DirectoryRecord): string {
  const { externalID, email, name } = memberFacts(record).values
  return externalID ?? email ?? name ?? record.id
}
