import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const server = 'http://localhost:3000'
const here = fileURLToPath(new URL('.', import.meta.url))

async function pack(file: string): Promise<void> {
  const content = readFileSync(file)
  writeFileSync(`${file}.br`, await promisify(brotliCompress)(content))
  writeFileSync(`${file}.gz`, await promisify(gzip)(content, { level: 9 }))
}

/** Each file once more as brotli and as gzip, packed as small as it goes: what a browser on a slow line is sent. */
const packed: Plugin = {
  name: 'packed',
  apply: 'build',
  async closeBundle() {
    const files = globSync(`${here}dist/{service.css,favicon.svg,assets/*.{js,css,svg}}`)
    await Promise.all(files.map(pack))
  },
}

/**
 * Everything under /assets/ has a hash in its name and never changes. The one stylesheet keeps its name,
 * /service.css, so that the pages the server renders (sign-in, plain forms) can link it too.
 */
export default defineConfig({
  plugins: [react(), packed],
  css: {
    preprocessorOptions: {
      // Quiet the design systems' own deprecations; ours still show.
      scss: { loadPaths: [here], quietDeps: true },
    },
  },
  build: {
    manifest: true,
    cssCodeSplit: false,
    // The default minifier fails on govuk-frontend's `min-width: 0\0`.
    cssMinify: 'esbuild',
    // Nothing inlined as data: or as script, so that `default-src 'self'` holds.
    assetsInlineLimit: 0,
    // The shell names the files that every page needs. Which ones each page needs besides is 2 kB of names on
    // everybody's first visit; they follow when a page asks.
    modulePreload: {
      polyfill: false,
      resolveDependencies: (_file, needed, { hostType }) => (hostType === 'html' ? needed : []),
    },
    rolldownOptions: {
      // Schemas that no page uses go, and zod with them: it loads with the engine of checks, which parses.
      treeshake: { manualPureFunctions: ['z', 'storableText'] },
      output: {
        // What nearly every page draws comes as one file, not as ten of a few hundred bytes.
        codeSplitting: {
          groups: [
            {
              name: 'ui',
              priority: 2,
              test: /src\/ui\/(page|table|tag|status-tag|task-list|inset-text|link|focus-field|button)\.|vite\/preload-helper/,
            },
            // So do what forms are made of, and what every page says of figures.
            {
              name: 'forms',
              priority: 1,
              test: /src\/ui\/(button-group|back-link|button-link|details|select|radios|checkboxes|choices|field|text-input|summary-list|breadcrumbs|timeline|severity-tag|notification-banner|date-input|typed-date)\./,
            },
            { name: 'time', priority: 2, test: /shared\/src\/time\./ },
            // The figures' schema names the codes of attendance; only what reads a register uses them.
            { name: 'codes', priority: 2, test: /shared\/src\/attendance\/codes\./ },
            {
              name: 'figures',
              test: /shared\/src\/(framework\/tiers|attendance\/(counts|small-cohort)|periods|figures|figure-words|locators|ratings|roll-up|derive|refusals|standards\/(finding|words|prepared-input|summary))\./,
            },
          ],
        },
        // Every first visit fetches the names of all pages: no longer than they must be.
        chunkFileNames: 'assets/[name]-[hash:7].js',
        assetFileNames: ({ names }) =>
          names.some((name) => name.endsWith('.css')) ? 'service.css' : 'assets/[name]-[hash][extname]',
      },
    },
  },
  // What reads a register loads its libraries when they are wanted, and no schema that it does not use.
  worker: {
    format: 'es',
    rolldownOptions: { treeshake: { manualPureFunctions: ['z', 'storableText'] } },
  },
  server: {
    proxy: {
      '/api': server,
      '/sign-in': server,
      '/sign-out': server,
      '/demo': server,
    },
  },
})
