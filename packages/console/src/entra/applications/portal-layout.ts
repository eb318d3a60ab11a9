// Two ages of the portal's pages of provisioning. Which one somebody sees is kept in that browser.
import { useSyncExternalStore } from 'react'
import { paths } from '../../paths.ts'
import { words } from '../words.ts'

export type PortalLayout = 'classic' | 'current'

const KEPT = 'scimulator.entra-layout'
const listeners = new Set<() => void>()

export interface UsePortalLayout {
  readonly layout: PortalLayout
  readonly choose: (layout: PortalLayout) => void
}

export function usePortalLayout(): UsePortalLayout {
  return { layout: useSyncExternalStore(subscribe, kept), choose }
}

function choose(layout: PortalLayout): void {
  localStorage.setItem(KEPT, layout)
  for (const listener of listeners) listener()
}

function kept(): PortalLayout {
  return localStorage.getItem(KEPT) === 'current' ? 'current' : 'classic'
}

/** Other windows follow. */
function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  addEventListener('storage', listener)
  return () => {
    listeners.delete(listener)
    removeEventListener('storage', listener)
  }
}

/** The page from which mappings are reached. */
export function useMappingsStep(app: string): readonly [name: string, path: string] {
  return usePortalLayout().layout === 'classic'
    ? [words.provisioning, paths.entraEdit(app)]
    : [words.mappingBlade, paths.entraMappings(app)]
}
