import type { BuildOptions, Plugin } from 'esbuild'

/** Packages that were written for `require` find it in an ES module. */
const REQUIRE =
  "import { createRequire as scimulatorRequire } from 'node:module';const require = scimulatorRequire(import.meta.url);"

/** zod speaks English here, as everything does; its sixty other languages stay out of the package. */
const ONE_LANGUAGE: Plugin = {
  name: 'one-language',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]zod[\\/]v4[\\/]locales[\\/]index\.js$/ }, () => ({
      contents: "export { default as en } from './en.js'",
    }))
  },
}

/** Of undici only what sends; its fetch, WebSocket, caches and mocks take a fifth of the command's start and a megabyte. */
const ONLY_SENDING: Plugin = {
  name: 'only-sending',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]undici[\\/]index\.js$/ }, () => ({
      // A proxy is asked by CONNECT.
      contents: `Object.assign(require('./lib/dispatcher/dispatcher.js').prototype, { connect: require('./lib/api/api-connect.js') })
      module.exports = {
        Pool: require('./lib/dispatcher/pool.js'),
        EnvHttpProxyAgent: require('./lib/dispatcher/env-http-proxy-agent.js'),
      }`,
    }))
  },
}

/** What every bundle of ours has in common: one chunk for what several entries share, and dynamic imports that stay lazy. */
export const COMMON: BuildOptions = {
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  splitting: true,
  chunkNames: 'chunks/[name]-[hash]',
  logLevel: 'warning',
  banner: { js: REQUIRE },
  plugins: [ONE_LANGUAGE, ONLY_SENDING],
}
