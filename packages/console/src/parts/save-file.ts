/** Lets the browser save a text as a file. @param name a title; what no file may be called is left out */
export function saveFile(name: string, type: string, text: string, extension = 'html'): string {
  const file = `${name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')}.${extension}`
  const url = URL.createObjectURL(new Blob([text], { type }))
  const link = document.createElement('a')
  link.href = url
  link.download = file
  link.click()
  URL.revokeObjectURL(url)
  return file
}
