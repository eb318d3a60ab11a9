// A mark of an exchange or a finding in it, which leads to what the catalogue says of it.
import { makeStyles, Link as TextLink, tokens } from '@fluentui/react-components'
import { createLink } from '@tanstack/react-router'
import type { ReactNode, SyntheticEvent } from 'react'
import { paths } from '../paths.ts'
import { useAct } from '../source/use-act.ts'

const Link = createLink(TextLink)

const useStyles = makeStyles({ mark: { fontSize: tokens.fontSizeBase200, whiteSpace: 'nowrap' } })

interface CatalogueLinkProps {
  /** `EN-01`, `filter-ignored`. */
  readonly row: string
  readonly title?: string
  readonly children: ReactNode
}

/** A file that is sent to somebody has no catalogue: there it is a text. */
export function CatalogueLink({ row, title, children }: CatalogueLinkProps) {
  const styles = useStyles()
  const { canAct } = useAct()
  if (!canAct) return <span title={title}>{children}</span>
  return (
    <Link
      className={styles.mark}
      to={paths.catalogue}
      search={{ open: row }}
      title={title}
      // In a row of the wire a press opens the exchange.
      onClick={(event: SyntheticEvent) => event.stopPropagation()}
      onKeyDown={(event: SyntheticEvent) => event.stopPropagation()}
    >
      {children}
    </Link>
  )
}
