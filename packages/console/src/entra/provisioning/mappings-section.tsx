import {
  Button,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
  Link as TextLink,
} from '@fluentui/react-components'
import { createLink } from '@tanstack/react-router'
import { FormSection } from '../../parts/form-section.tsx'
import { Failed, Loading } from '../../parts/page-state.tsx'
import { paths } from '../../paths.ts'
import { useAct } from '../../source/use-act.ts'
import { useView } from '../../source/use-view.ts'
import { words } from '../words.ts'

const Link = createLink(TextLink)

/** The mappings of the job; each is a page of its own. Groups come first, as in the portal. */
export function MappingsSection({ app }: { readonly app: string }) {
  const { data, error, retry } = useView('entra.object-mappings', { app, sort: 'objectType' })
  const act = useAct()
  return (
    <FormSection title={words.mappings}>
      {error ? <Failed error={error} retry={retry} /> : null}
      {act.error ? <Failed error={act.error} /> : null}
      {data || error ? null : <Loading what="the mappings" />}
      <Table size="small" aria-label={words.mappings}>
        <TableHeader>
          <TableRow>
            <TableHeaderCell>{words.name}</TableHeaderCell>
            <TableHeaderCell>{words.enabled}</TableHeaderCell>
          </TableRow>
        </TableHeader>
        <TableBody>
          {data?.items.map(({ key, value }) => (
            <TableRow key={key}>
              <TableCell>
                <Link to={paths.entraMapping(app, value.objectType)}>{value.name}</Link>
              </TableCell>
              <TableCell>{value.enabled ? words.yes : words.no}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      <div>
        <Button
          size="small"
          disabledFocusable={act.isRunning}
          onClick={() => void act.run('entra.use-mapping-preset', { app, preset: 'default' })}
        >
          {words.restoreMappings}
        </Button>
      </div>
    </FormSection>
  )
}
