// The scenario language as a JSON Schema, for editors: made from the same zod types that check the files.
import { Company } from '@scimulator/shared/people'
import { z } from 'zod'
import { CompanySource } from './company-source.ts'
import { expectationDefinitions } from './fields-schema.ts'
import {
  Expectation,
  GivenDirectory,
  Needs,
  SCENARIO_HEAD,
  STEP_PARTS,
  Start,
  ViewExpectation,
} from './scenario-grammar.ts'
import type { Vocabulary } from './vocabulary.ts'

const STEP = { $ref: '#/properties/steps/anyOf/0/items' }

const NARROW_TYPES: ReadonlySet<unknown> = new Set(['number', 'integer', 'boolean', 'array'])

export function scenarioJsonSchema(vocabulary: Vocabulary): object {
  const schema = z.toJSONSchema(scenarioType(vocabulary), {
    io: 'input',
    unrepresentable: 'any',
    override({ jsonSchema, zodSchema }) {
      if (zodSchema === ViewExpectation) jsonSchema.allOf = [{ $ref: '#/$defs/ofView' }]
      else if (jsonSchema.holds === 'steps') jsonSchema.items = STEP
      else if (jsonSchema.holds === 'lane') jsonSchema.anyOf = [STEP, { type: 'array', items: STEP, minItems: 1 }]
      else admitPlaceholder(jsonSchema)
    },
  })
  const $defs = { ...schema.$defs, ...expectationDefinitions(sorted(vocabulary.views)) }
  return { title: 'Scimulator scenario', ...schema, $defs }
}

/** The schema of company files. */
export function companyJsonSchema(): object {
  return { title: 'Scimulator company', ...z.toJSONSchema(Company, { io: 'input' }) }
}

function scenarioType(vocabulary: Vocabulary): z.ZodType {
  const verbs = Object.fromEntries(
    sorted(vocabulary.verbs).map(({ name, describes, input }) => [
      name,
      withCompany(input).describe(describes).optional(),
    ]),
  )
  const given = Object.fromEntries([...vocabulary.given].map(([name, { options }]) => [name, options.optional()]))
  const Step = z.strictObject({ ...verbs, ...STEP_PARTS, note: STEP_PARTS.note })
  return z.strictObject({
    ...SCENARIO_HEAD,
    given: z
      .strictObject({ start: Start, needs: Needs.optional(), directory: GivenDirectory.optional(), ...given })
      .optional(),
    steps: z.array(Step).min(1),
    expect: z.array(Expectation).optional(),
  })
}

function sorted<Word extends { name: string }>(words: ReadonlyMap<string, Word>): Word[] {
  return [...words.values()].sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** In a file a company may also be named by its file or its seed. A user's `company` is another thing: a text. */
function withCompany(input: z.ZodType): z.ZodType {
  if (!(input instanceof z.ZodObject)) return input
  const { company } = input.shape
  const isCompany = company instanceof z.ZodType && company.safeParse({ name: 'a', domain: 'b', people: [] }).success
  return isCompany ? input.extend({ company: CompanySource }) : input
}

/** Where a number, a list, a choice or a form of text is wanted, a placeholder may stand as well. */
function admitPlaceholder(schema: z.core.JSONSchema.BaseSchema): void {
  const isFormed = schema.pattern !== undefined || schema.format !== undefined
  const isOneOfSeveral = schema.enum !== undefined || schema.oneOf !== undefined
  const isNarrow = NARROW_TYPES.has(schema.type) || isOneOfSeveral || (schema.type === 'string' && isFormed)
  if (!isNarrow || schema.anyOf !== undefined) return
  const { description, default: usual, ...narrow } = schema
  for (const key of Object.keys(schema)) delete schema[key]
  if (description !== undefined) schema.description = description
  if (usual !== undefined) schema.default = usual
  schema.anyOf = [narrow, { type: 'string', pattern: '\\$\\{' }]
}
