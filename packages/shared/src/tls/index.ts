export { type ListeningHttps, listenHttps } from './listen-https.ts'
export { type ServingHttps, serveHttps } from './serve-https.ts'
