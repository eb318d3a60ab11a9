import { z } from 'zod'

/** Source: JumpCloud API V2, GroupMembershipMethodType. */
export const MembershipMethod = z.enum(['NOTSET', 'STATIC', 'DYNAMIC_REVIEW_REQUIRED', 'DYNAMIC_AUTOMATED'])
export type MembershipMethod = z.infer<typeof MembershipMethod>

/** One rule of a member query. All rules of a query must hold. */
export const MemberRule = z.strictObject({
  field: z.string().min(1).describe('A systemuser field, such as department'),
  operator: z.enum(['eq', 'ne', 'in']),
  value: z.union([z.string(), z.array(z.string())]),
})
export type MemberRule = z.infer<typeof MemberRule>

/** Rules arrive as objects or, as API V2 describes them, as stringified JSON; they are kept as texts, the published form. */
const MemberQuery = z.object({
  queryType: z.enum(['Filter', 'FilterQuery']).default('Filter'),
  filters: z
    .array(z.union([MemberRule, z.string()]))
    .default([])
    .transform((rules, context) => rules.map((rule, index) => JSON.stringify(ruleIn(rule, index, context)))),
})
type MemberQuery = z.infer<typeof MemberQuery>

const MemberExemption = z.object({ id: z.string(), type: z.literal('user').default('user') })

export const GroupFields = z.object({
  name: z.string().min(1),
  description: z.string().optional(),
  email: z.string().optional(),
  membershipMethod: MembershipMethod.optional(),
  memberQuery: MemberQuery.optional(),
  memberQueryExemptions: z.array(MemberExemption).optional(),
  memberSuggestionsNotify: z.boolean().optional(),
})
export type GroupFields = z.infer<typeof GroupFields>

export const GroupChanges = GroupFields.partial()
export type GroupChanges = z.infer<typeof GroupChanges>

/** A user group with the keys of API V2. Its members are a relation of their own. Immutable. */
export interface UserGroup {
  readonly id: string
  readonly name: string
  readonly type: 'user_group'
  readonly description: string
  readonly email: string
  readonly membershipMethod: MembershipMethod
  readonly memberQuery?: MemberQuery
  readonly memberQueryExemptions: readonly { readonly id: string; readonly type: 'user' }[]
  readonly memberSuggestionsNotify: boolean
}

/** What is no rule is an issue that says where and why. */
function ruleIn(rule: MemberRule | string, index: number, context: z.RefinementCtx): MemberRule {
  if (typeof rule !== 'string') return rule
  try {
    return readRule(rule)
  } catch (error) {
    const why = error instanceof z.ZodError ? z.prettifyError(error) : String(error)
    const rules = `a rule is {"field", "operator": eq | ne | in, "value"}, as an object or as JSON in a text: ${why}`
    context.addIssue({ code: 'custom', path: [index], message: rules, input: rule })
    return z.NEVER
  }
}

/** The rule in a text. @throws a SyntaxError for text that is not JSON, a ZodError for JSON that is no rule. */
export function readRule(text: string): MemberRule {
  return MemberRule.parse(JSON.parse(text))
}
