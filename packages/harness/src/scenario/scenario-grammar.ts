// The shape of a scenario file, apart from the verbs and views, which the programs bring along.
import { ABILITIES } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import { DirectoryGroup, DirectoryUser } from './directory-input.ts'
import { Duration } from './duration.ts'
import { TAG } from './tags.ts'

const NAME = /^[A-Za-z][A-Za-z0-9_]*$/
const Partial = z.record(z.string(), z.unknown())

export const Count = z.union([
  z.int().min(0),
  z.strictObject({ min: z.int().min(0).optional(), max: z.int().min(0).optional() }),
])
export type Count = z.infer<typeof Count>

/** Products whose rules a file, or one expectation, may be about. */
const Product = z.enum(['lark'])

const OPERATORS = [
  'count',
  'include',
  'exactly',
  'absent',
  'gone',
  'each',
  'sequence',
  'distinct',
  'differs-from',
  'same-as',
  'capture',
] as const

/** A place in what a view shows. */
const Captured = z.strictObject({
  item: z.string().describe('Key of the item'),
  field: z.string().optional().describe('Field of the item, such as manager.person; the whole item when left out'),
})

const Before = z.literal('before')

/** Asks one view. `where` narrows what is looked at; the operators say what must hold for it. */
export const ViewExpectation = z
  .strictObject({
    note: z.string().optional().describe('Shown in the report'),
    proves: z.array(z.string()).default([]).describe('Ids of the coverage page, such as A11'),
    only: Product.optional().describe('It follows from a rule of this product; elsewhere it is not asked'),
    view: z.string().describe('<program>.<view>, traffic, directory.users or directory.groups'),
    query: z.record(z.string(), z.unknown()).default({}).describe('Handed to the view'),
    where: Partial.optional().describe('Only items that match this are looked at'),
    count: Count.optional().describe('How many items there are'),
    include: z.record(z.string(), Partial).optional().describe('These items exist, each matching its partial'),
    exactly: z
      .union([z.record(z.string(), Partial), z.array(z.string())])
      .optional()
      .describe('These items exist and no other'),
    absent: z.array(z.string()).optional().describe('These items do not exist'),
    gone: z
      .array(z.string())
      .optional()
      .describe(
        'These items do not exist or are not active: whether an endpoint deletes or deactivates is its own choice',
      ),
    each: Partial.optional().describe('Every item matches this; there is at least one'),
    sequence: z.array(Partial).optional().describe('The items, one by one and in their order, match these'),
    distinct: z
      .array(z.string().min(1))
      .min(1)
      .optional()
      .describe('No two items have the same value in any of these fields; items without a value are passed over'),
    'differs-from': Before.optional().describe('The items are not what they were before the last step that acts'),
    'same-as': Before.optional().describe('The items are what they were before the last step that acts'),
    capture: z
      .record(z.string().regex(NAME), Captured)
      .optional()
      .describe('Names for later placeholders, each with its place: { id: { item: ana@contoso.example, field: id } }'),
    eventually: Duration.optional().describe('Waits, from due moment to due moment, until it holds; at most so long'),
    always: Duration.optional().describe('Holds now, and at every moment at which something falls due, for so long'),
  })
  .refine((expectation) => OPERATORS.some((operator) => expectation[operator] !== undefined), {
    message: `it needs at least one of ${OPERATORS.join(', ')}`,
  })
  .refine(({ eventually, always }) => eventually === undefined || always === undefined, {
    message: 'it says eventually and always; write two expectations',
  })
export type ViewExpectation = z.infer<typeof ViewExpectation>

/** Compares the canonical transcript with a golden file; `UPDATE_GOLDENS=1` writes the file. */
export const TranscriptExpectation = z.strictObject({
  note: z.string().optional(),
  proves: z.array(z.string()).default([]),
  transcript: z.string().min(1).describe('Path of the golden file, from the scenario’s folder or one above it'),
})
export type TranscriptExpectation = z.infer<typeof TranscriptExpectation>

export const Expectation = z.union([ViewExpectation, TranscriptExpectation])
export type Expectation = z.infer<typeof Expectation>

/** What may stand beside the verb in a step. */
export const STEP_PARTS = {
  save: z.string().regex(NAME).optional().describe('Keeps the result under this name, for placeholders in later steps'),
  note: z.string().optional().describe('Shown in the report, such as the step of the help page'),
  timeout: Duration.optional().describe('How long it may take, in time that really passes'),
  fails: z
    .strictObject({ message: z.string().min(1).describe('Text that the message contains') })
    .optional()
    .describe('The step must fail with this message'),
} as const

export const Matrix = z.record(z.string(), z.array(z.unknown()).min(1))

/** The file's head. Steps and expectations are checked one by one, because each verb brings its own input. */
export const SCENARIO_HEAD = {
  scenario: z.string().min(1).describe('One line: what happens'),
  description: z.string().min(1).describe('What it shows, for somebody who knows the help page and not the code'),
  seed: z.int().default(1).describe('All ids and people come from it; --seed wins'),
  matrix: Matrix.optional().describe('The file runs once per combination; a placeholder matrix.<name> has its value'),
  only: Product.optional().describe('The product that the file is about: anywhere else it is skipped as a whole'),
  timeout: Duration.optional().describe('How long all steps together may take, in time that really passes'),
  tags: z
    .array(z.string().regex(TAG, 'A tag is a word in small letters, such as smoke'))
    .optional()
    .describe('Words by which --tags chooses files'),
  invariants: z
    .string()
    .regex(/^off because \S/, 'Write "off because" and the reason')
    .optional()
    .describe('Switches the checks after every step off, with the reason'),
} as const

/** Abilities of an endpoint that a scenario can need; `target/abilities.ts` says how each is found out. */
export const Needs = z
  .array(z.enum(ABILITIES))
  .describe('What the target has to do; where it does not, the scenario is skipped')

/** People and groups that were there before, made by plain SCIM as soon as there is access to the receiver. */
export const GivenDirectory = z.strictObject({
  users: z.array(DirectoryUser).default([]),
  groups: z.array(DirectoryGroup).default([]),
})
export type GivenDirectory = z.infer<typeof GivenDirectory>

/** Members of `given` that are no program's. */
export const OWN_GIVEN = { needs: Needs, directory: GivenDirectory } as const

/** 2026-01-05T08:00:00Z, a Monday morning. */
export const DEFAULT_START = '2026-01-05T08:00:00Z'

export const Start = z.iso.datetime().default(DEFAULT_START).describe('What the clocks show at the beginning')
