import { createDOMRenderer, RendererProvider } from '@fluentui/react-components'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { consoleRouter } from './routes.tsx'
import { LiveProvider, startLive } from './source/live-pages.tsx'

/** Styles that are made while the pages run carry the nonce of this answer; the policy refuses all others. */
const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? ''
const renderer = createDOMRenderer(document, { styleElementAttributes: { nonce } })
const router = consoleRouter()
const live = startLive()

const place = document.getElementById('root')
if (place)
  createRoot(place).render(
    <StrictMode>
      <RendererProvider renderer={renderer} targetDocument={document}>
        <LiveProvider live={live}>
          <RouterProvider router={router} />
        </LiveProvider>
      </RendererProvider>
    </StrictMode>,
  )
