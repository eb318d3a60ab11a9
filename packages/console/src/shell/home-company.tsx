import { Button } from '@fluentui/react-components'
import { lazy, Suspense, useState } from 'react'
import type { Views } from '../source/source.ts'

const CompanyDialog = lazy(async () => ({ default: (await import('./company-dialog.tsx')).CompanyDialog }))

/** What the made-up company is called, and a way to call it otherwise. */
export function HomeCompany({ company }: { readonly company: NonNullable<Views['world.world']['company']> }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <div>
      {`${company.name} · ${company.domain} `}
      <Button size="small" appearance="subtle" onClick={() => setOpen(true)}>
        Another company
      </Button>
      <Suspense fallback={null}>
        {isOpen ? <CompanyDialog company={company} onClose={() => setOpen(false)} /> : null}
      </Suspense>
    </div>
  )
}
