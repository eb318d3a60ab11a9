// A story as one file: the recording stands in the page, and nothing is ever asked of anybody.
import { createDOMRenderer, RendererProvider } from '@fluentui/react-components'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { readEmbedded } from './source/embedded-recording.ts'
import { storyRouter } from './story-routes.tsx'

const place = document.getElementById('root')
const written = document.getElementById('recording')?.textContent ?? ''
if (place && written !== '') {
  const recording = await readEmbedded(written)
  const router = storyRouter(recording)
  createRoot(place).render(
    <StrictMode>
      <RendererProvider renderer={createDOMRenderer(document)} targetDocument={document}>
        <RouterProvider router={router} />
      </RendererProvider>
    </StrictMode>,
  )
}
