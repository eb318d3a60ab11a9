import { z } from 'zod'

/** A made-up person, in words that belong to no vendor; each simulator translates them into its own attributes. */
export const Person = z.strictObject({
  key: z.string().min(1).describe('What scenarios call the person, such as ana'),
  givenName: z.string().optional(),
  surname: z.string().optional(),
  displayName: z.string().min(1),
  email: z.string().min(3),
  username: z.string().optional().describe('Where it differs from the email address'),
  jobTitle: z.string().optional(),
  department: z.string().optional(),
  companyName: z.string().optional(),
  costCenter: z.string().optional(),
  country: z.string().optional().describe('ISO 3166-1 alpha-2'),
  city: z.string().optional(),
  state: z.string().optional(),
  streetAddress: z.string().optional(),
  postalCode: z.string().optional(),
  employeeId: z.string().optional(),
  employeeType: z.string().optional(),
  mobile: z.string().optional(),
  telephone: z.string().optional(),
  preferredLanguage: z.string().optional(),
  manager: z.string().optional().describe('Key of another person'),
  enabled: z.boolean().default(true),
})
export type Person = z.infer<typeof Person>

export const CompanyGroup = z.strictObject({
  name: z.string().min(1),
  description: z.string().optional(),
  members: z.array(z.string()).default([]).describe('Keys of people'),
  groups: z.array(z.string()).default([]).describe('Names of groups nested in this one'),
})
export type CompanyGroup = z.infer<typeof CompanyGroup>

/** The same people can be loaded into every simulator. */
export const Company = z
  .strictObject({
    name: z.string().min(1),
    domain: z.string().min(1).describe('Domain of the email addresses, such as contoso.example'),
    people: z.array(Person),
    groups: z.array(CompanyGroup).default([]),
  })
  .describe('A company: its people and groups, whatever identity provider they are in')
export type Company = z.infer<typeof Company>
