// Loaded before a program: at SIGUSR2 it writes what it keeps on the heap, garbage aside, beside its process id.
const { writeFileSync, renameSync } = require('node:fs')
const { setFlagsFromString } = require('node:v8')
const { runInNewContext } = require('node:vm')

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc')

process.on('SIGUSR2', () => {
  // What is torn down in the turn that goes on is garbage in the next one.
  setImmediate(() => {
    collect()
    collect()
    const path = `${process.env.SCIMULATOR_HEAPS}/${process.pid}`
    writeFileSync(`${path}.part`, String(process.memoryUsage().heapUsed))
    renameSync(`${path}.part`, path)
  })
})
