import { makeStyles, tokens } from '@fluentui/react-components'
import { type PointerEvent, useMemo, useRef, useState } from 'react'
import type { Head, Outcome } from './sentences.ts'
import { BUCKETS, type Bucket, bucketsOf } from './strip.ts'

const useStyles = makeStyles({
  strip: {
    display: 'block',
    width: '100%',
    height: '24px',
    flexShrink: 0,
    touchAction: 'none',
    cursor: 'crosshair',
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusSmall,
  },
  good: { fill: tokens.colorPaletteGreenForeground1 },
  watch: { fill: tokens.colorPaletteDarkOrangeForeground1 },
  bad: { fill: tokens.colorPaletteRedForeground1 },
  chosen: { fill: tokens.colorNeutralForeground1, fillOpacity: 0.15 },
  at: { fill: tokens.colorBrandForeground1 },
})

const ORDER: readonly Outcome[] = ['good', 'watch', 'bad']
const HEIGHT = 24

interface StripProps {
  readonly heads: readonly Head[]
  readonly at: number | undefined
  readonly from: number | undefined
  readonly to: number | undefined
  readonly onRange: (from: number | undefined, to: number | undefined) => void
}

/** The whole run at a glance; dragging over it shows only that part. */
export function Strip({ heads, at, from, to, onRange }: StripProps) {
  const styles = useStyles()
  const buckets = useMemo(() => bucketsOf(heads), [heads])
  const [begun, begin] = useState<number>()
  const [over, goOver] = useState<number>()
  const svg = useRef<SVGSVGElement>(null)
  const width = BUCKETS / Math.max(1, buckets.length)
  const most = Math.max(1, ...buckets.map(({ count }) => count.good + count.watch + count.bad))
  const bucketAt = (event: PointerEvent): number => {
    const box = svg.current?.getBoundingClientRect()
    const share = box ? (event.clientX - box.left) / box.width : 0
    return Math.max(0, Math.min(buckets.length - 1, Math.floor(share * buckets.length)))
  }
  const end = (): void => {
    if (begun !== undefined && over !== undefined && begun !== over)
      onRange(buckets[Math.min(begun, over)]?.from, buckets[Math.max(begun, over)]?.to)
    else onRange(undefined, undefined)
    begin(undefined)
  }
  const isChosen = (index: number): boolean => {
    const bucket = buckets[index]
    if (begun !== undefined && over !== undefined)
      return index >= Math.min(begun, over) && index <= Math.max(begun, over)
    return bucket !== undefined && from !== undefined && to !== undefined && bucket.from >= from && bucket.to <= to
  }
  return (
    <svg
      ref={svg}
      className={styles.strip}
      role="img"
      aria-label={`How ${heads.length} exchanges went, from the first to the last`}
      viewBox={`0 0 ${BUCKETS} ${HEIGHT}`}
      preserveAspectRatio="none"
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        begin(bucketAt(event))
        goOver(bucketAt(event))
      }}
      onPointerMove={(event) => begun !== undefined && goOver(bucketAt(event))}
      onPointerUp={end}
    >
      {buckets.map((bucket, index) => (
        <g key={bucket.from}>
          <Bar count={bucket.count} most={most} x={index * width} width={width} />
          {isChosen(index) ? (
            <rect className={styles.chosen} x={index * width} y={0} width={width} height={HEIGHT} />
          ) : null}
          {at !== undefined && at >= bucket.from && at <= bucket.to ? (
            <rect className={styles.at} x={index * width} y={0} width={Math.max(0.6, width * 0.1)} height={HEIGHT} />
          ) : null}
        </g>
      ))}
    </svg>
  )
}

interface BarProps {
  readonly count: Bucket['count']
  /** Of the fullest bucket. */
  readonly most: number
  readonly x: number
  readonly width: number
}

/** How the exchanges of one bucket went, one above the other. */
function Bar({ count, most, x, width }: BarProps) {
  const styles = useStyles()
  let top = HEIGHT
  return ORDER.map((outcome) => {
    if (count[outcome] === 0) return null
    // What went wrong among many that went well is still seen.
    const height = Math.max(outcome === 'good' ? 2 : 4, (count[outcome] / most) * (HEIGHT - 2))
    top = Math.max(0, top - height)
    return <rect key={outcome} className={styles[outcome]} x={x} y={top} width={width * 0.85} height={height} />
  })
}
