import { makeStyles, Link as TextLink, tokens } from '@fluentui/react-components'
import { createLink } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useStyles as usePageStyles } from './page-styles.ts'

const Link = createLink(TextLink)

const useStyles = makeStyles({
  place: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '4px',
    color: tokens.colorNeutralForeground3,
    overflowWrap: 'anywhere',
  },
  step: { minWidth: 0 },
})

/** A step of the way to a page; without a path it is only said. */
export type Step = readonly [name: string, path?: string]

export interface PageHeadProps {
  readonly title: string
  /** From the portal's first page to the one above this. */
  readonly place: readonly Step[]
  /** At the right of the heading. */
  readonly children?: ReactNode
}

/** Where one is, and what the page is called. */
export function PageHead({ title, place, children }: PageHeadProps) {
  const page = usePageStyles()
  return (
    <div>
      <Place steps={place} />
      <div className={page.head}>
        <h1 className={page.title}>{title}</h1>
        {children}
      </div>
    </div>
  )
}

/** The way to a page, from the portal's first page on. */
export function Place({ steps }: { readonly steps: readonly Step[] }) {
  const styles = useStyles()
  return (
    <div className={styles.place}>
      {steps.map(([name, path], index) => (
        <span key={name} className={styles.step}>
          {index === 0 ? '' : '› '}
          {path === undefined ? name : <Link to={path}>{name}</Link>}
        </span>
      ))}
    </div>
  )
}
