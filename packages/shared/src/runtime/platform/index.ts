// Everything in which one system differs from another: signals, processes, the disk, names and paths, shells. Nothing else of ours asks
// which system it runs on, and each answer can be put in by a test.
export { type BrowserOpener, browserOpener, openBrowser } from './browser.ts'
export { type CopiedRequest, copiedRequest } from './copied-request.ts'
export { renameOver, renameOverNow, syncFile, syncFileNow, syncFolder, syncFolderNow } from './disk.ts'
export { errorCode } from './error-code.ts'
export { createExclusive, unlessCode } from './exclusive-file.ts'
export { fileName, withSlashes } from './paths.ts'
export { endGroup, isProcessRunning, processStart, startInShell } from './processes.ts'
export { quoted, SHELLS, type Shell, shellOf, systemShell } from './shells.ts'
export { onStopSignal, type StopSignal } from './stop-signals.ts'
