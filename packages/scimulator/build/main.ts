// `npm run pack`
import { pack } from './pack.ts'

const { path, size, unpackedSize, entryCount } = await pack()
console.log(path)
console.log(
  `${kilobytes(size)} as a tarball, ${kilobytes(unpackedSize)} installed, ${entryCount} files, 0 dependencies`,
)

function kilobytes(bytes: number): string {
  return `${Math.round(bytes / 1000)} kB`
}
