import { readFile } from 'node:fs/promises'
import { BadOption } from '@scimulator/shared/program'
import { z } from 'zod'

/** What the page of the identity provider shows (Microsoft: Workload identity federation for SCIM provisioning), and the id that it gets here. */
const Federation = z.strictObject({
  id: z.string().min(1),
  issuer: z.string().min(1),
  jwksUrl: z.url({ protocol: /^https?$/ }),
  subject: z.string().min(1),
  audience: z.string().min(1),
})
export type Federation = z.infer<typeof Federation>

/** The client of `--federation`. @throws BadOption that names the file and what is wrong with it */
export async function readFederation(path: string): Promise<Federation> {
  const read = Federation.safeParse(await readJson(path))
  if (read.success) return read.data
  const [issue] = read.error.issues
  throw new BadOption(`--federation ${path}: ${issue?.path.join('.') || 'the file'}: ${issue?.message}`)
}

async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'))
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    throw new BadOption(`--federation ${path}: ${isMissing ? 'there is no such file.' : String(error)}`)
  }
}
