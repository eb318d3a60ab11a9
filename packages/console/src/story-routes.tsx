// The pages of a file: the story, the wire, and lists that only show. They are reached by what follows the # of the address.
import { createHashHistory, createRootRoute, createRoute, createRouter } from '@tanstack/react-router'
import { useSyncExternalStore } from 'react'
import { entraStoryPages } from './entra/story-pages.ts'
import { jumpCloudStoryPages } from './jumpcloud/story-pages.ts'
import { oktaStoryPages } from './okta/story-pages.ts'
import type { StoryPageRow } from './parts/story-page-row.ts'
import { readSearch, writeSearch } from './parts/view-state.ts'
import { larkStoryPages } from './receiver/story-pages.ts'
import { recordedPages } from './source/recorded-pages.ts'
import type { StoryRecording } from './source/recording-source.ts'
import { createRecordedPlace } from './story/recorded-place.ts'
import { StoryPlayer } from './story/story-player.tsx'
import { StoryFrame } from './story-frame.tsx'
import { WirePage } from './wire/wire-page.tsx'

const WIRE: StoryPageRow = ['/wire', 'Wire', WirePage, '']

/** A further portal is its line here. */
const PAGES: readonly StoryPageRow[] = [
  WIRE,
  ...larkStoryPages,
  ...entraStoryPages,
  ...jumpCloudStoryPages,
  ...oktaStoryPages,
]

export function storyRouter(recording: StoryRecording) {
  const place = createRecordedPlace()
  const pages = recordedPages(recording, true)
  const known = new Set(recording.steps.flatMap(({ views }) => Object.keys(views)))
  const shown = PAGES.filter(([, , , view]) => view === '' || known.has(view))
  const links = [['/', recording.story.title] as const, ...shown.map(([path, title]) => [path, title] as const)]

  const root = createRootRoute({
    component: function Root() {
      const step = useSyncExternalStore(place.subscribe, place.step)
      return <StoryFrame recording={recording} step={step} live={pages.at(step)} links={links} onStep={place.set} />
    },
  })
  const home = createRoute({
    getParentRoute: () => root,
    path: '/',
    component: function Story() {
      return <StoryPlayer recording={recording} pages={pages} onStep={place.set} />
    },
    staticData: { title: recording.story.title },
  })
  const others = shown.map(([path, title, component]) =>
    createRoute({ getParentRoute: () => root, path, component, staticData: { title } }),
  )
  return createRouter({
    routeTree: root.addChildren([home, ...others]),
    history: createHashHistory(),
    parseSearch: readSearch,
    stringifySearch: writeSearch,
  })
}
