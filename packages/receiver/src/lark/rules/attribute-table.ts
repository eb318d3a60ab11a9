import { anotherName } from './another-name.ts'
import type { AttributeRule } from './attribute-rule.ts'
import { country } from './country.ts'
import { department } from './department.ts'
import { displayName } from './display-name.ts'
import { employeeID } from './employee-id.ts'
import { externalID } from './external-id.ts'
import { jobTitle } from './job-title.ts'
import { mobile } from './mobile.ts'
import { firstName, lastName } from './person-names.ts'
import { workEmail } from './work-email.ts'
import { workforceType } from './workforce-type.ts'

/** The attribute table of both pages, in its order. */
export const ATTRIBUTE_TABLE: readonly AttributeRule[] = [
  externalID,
  workEmail,
  department,
  displayName,
  employeeID,
  workforceType,
  firstName,
  jobTitle,
  lastName,
  country,
  anotherName,
  mobile,
]
