import { DataFolderError } from '@scimulator/shared/store'
import { BadInput } from '../scenario/problem.ts'

/** Opens a program on its folder; what is wrong with a folder is told in a sentence, without a stack. */
export async function openDataFolder<Program>(open: () => Promise<Program>): Promise<Program> {
  try {
    return await open()
  } catch (error) {
    if (error instanceof DataFolderError) throw new BadInput(error.message)
    throw error
  }
}
