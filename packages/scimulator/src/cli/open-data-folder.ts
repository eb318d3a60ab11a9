import { BadInput } from '@scimulator/harness/scenario'
import { DataFolderError, type FolderListeners } from '@scimulator/shared/store'
import { openingProgress } from './opening-progress.ts'
import { complain } from './output.ts'

type Listeners = Required<Pick<FolderListeners, 'onNotice' | 'onProgress'>>

/**
 * Opens a program on its folder. What the store notices is told on standard error, now and while the program runs; what is wrong with
 * the folder is told in a sentence, without a stack.
 */
export async function openDataFolder<Program>(
  folder: string,
  open: (listeners: Listeners) => Promise<Program>,
): Promise<Program> {
  const progress = openingProgress(folder, process.stderr)
  const onNotice = (text: string): void => {
    progress.end()
    complain(text)
  }
  try {
    return await open({ onNotice, onProgress: progress.show })
  } catch (error) {
    if (error instanceof DataFolderError) throw new BadInput(error.message)
    throw error
  } finally {
    progress.end()
  }
}
