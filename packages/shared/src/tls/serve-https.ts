import type { RequestListener } from 'node:http'
import { type ListeningHttps, listenHttps } from './listen-https.ts'

export interface ServingHttps extends ListeningHttps {
  /** Of the certificate, which clients have to trust. */
  readonly path: string
}

/** Serves over https too, with the certificate of a folder, which is made there at the first call. */
export async function serveHttps(
  handle: RequestListener,
  port: number,
  folder: string,
  now: number,
): Promise<ServingHttps> {
  // Loading the certificate library takes seconds, so only those wait who ask for https.
  const { certificateIn } = await import('./certificate.ts')
  const certificate = await certificateIn(folder, now)
  return { ...(await listenHttps(handle, certificate, port)), path: certificate.path }
}
