/** Rows of cells as a text table: a line under the header, two spaces between columns, nothing cut off. */
export function formatTable(rows: readonly (readonly string[])[]): string {
  const columns = Math.max(0, ...rows.map((row) => row.length))
  const widths = Array.from({ length: columns }, (_, index) =>
    Math.max(...rows.map((row) => (row[index] ?? '').length)),
  )
  const rule = widths.map((width) => '-'.repeat(width))
  const [header, ...body] = rows
  const lines = header === undefined ? [] : [header, rule, ...body]
  return lines
    .map((row) =>
      widths
        .map((width, index) => (row[index] ?? '').padEnd(width))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
