// What an identity provider sends in the life of a small company, as data: a suite in any language replays it without Scimulator.
import { z } from 'zod'

/**
 * Who sends: Entra ID with `?aadOptscim062020` on its tenant URL, Entra ID without it, JumpCloud, an application that Okta's wizard has made, one of
 * Okta's catalogue.
 */
export const SENDERS = ['entra', 'entra-legacy', 'jumpcloud', 'okta', 'okta-catalogue'] as const
export type CorpusSender = (typeof SENDERS)[number]

/** What something must contain. */
const Content = z.record(z.string(), z.unknown())

const Answer = z.strictObject({
  status: z.array(z.int()).min(1).describe('Any of these is right'),
  has: Content.optional().describe(
    'The body contains this: null stands for no value; of a list, some element contains each',
  ),
})

const CorpusRequest = z.strictObject({
  name: z.string().describe('Unique in the file: the act and the number of the request in it'),
  by: z.enum(['identity provider', 'somebody else']).describe('"somebody else" works at the endpoint beside it'),
  says: z.string().describe('What it is for'),
  method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']),
  path: z.string().describe('To be put behind the base URL as it stands, query included, once its ids are filled in'),
  headers: z.record(z.string(), z.string()).describe('In the order in which they are sent'),
  body: z.unknown().optional().describe('JSON; its keys are in the order in which they are sent'),
  answer: Answer,
  captures: z
    .record(z.string(), z.enum(['$.id', '$.Resources[0].id']))
    .optional()
    .describe('Ids to keep from the answer, by the name of their placeholder: a JSONPath'),
  grade: z.enum(['documented', 'observed', 'observed once', 'inferred', 'decided']).describe('How it is known'),
  source: z.string(),
})
export type CorpusRequest = z.infer<typeof CorpusRequest>

const Resource = z.strictObject({
  path: z.string().describe('GET it'),
  is: z.enum(['there', 'gone']).describe('"gone" is answered 404'),
  has: Content.optional().describe('It contains this: null stands for no value; of a list, some element contains each'),
  lacks: Content.optional().describe('Lists of which none of these elements is contained'),
})
export type CorpusResource = z.infer<typeof Resource>

const CorpusAct = z.strictObject({
  id: z.string(),
  says: z.string().describe('What happens to whom'),
  needs: z.array(z.string()).describe('Acts that have to go before, in their order'),
  requests: z.array(CorpusRequest),
  directory: z.array(Resource).describe('What must be at the endpoint after the act'),
})
export type CorpusAct = z.infer<typeof CorpusAct>

/** The file of one identity provider. */
export const Corpus = z
  .strictObject({
    $schema: z.string().optional(),
    version: z.literal(1),
    as: z.enum(SENDERS),
    title: z.string(),
    placeholders: z
      .record(z.string(), z.string())
      .describe('What stands in double braces in paths, headers and bodies: its name and what to put in'),
    acts: z.array(CorpusAct).describe('In order: one life'),
  })
  .describe('What an identity provider sends in the life of a small company')
export type Corpus = z.infer<typeof Corpus>

/** JSON Schema of the files, for editors and for suites in other languages. */
export function requestsJsonSchema(): object {
  return { ...z.toJSONSchema(Corpus), title: 'Requests of an identity provider' }
}
