import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const server = 'http://localhost:3000'
const here = fileURLToPath(new URL('.', import.meta.url))

/**
 * Everything under /assets/ has a hash in its name and never changes. The one stylesheet keeps its name,
 * /service.css, so that the pages the server renders (sign-in, plain forms) can link it too.
 */
export default defineConfig({
  plugins: [react()],
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
    // Which files each page needs is 2 kB of names on everybody's first visit; they follow when a page asks.
    modulePreload: false,
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
              test: /src\/ui\/(page|table|tag|status-tag|task-list|inset-text|link|focus-field|button)\./,
            },
            // So do what forms are made of, and what every page says of figures.
            {
              name: 'forms',
              priority: 1,
              test: /src\/ui\/(button-group|back-link|button-link|details|select|radios|checkboxes|choices|field|text-input|summary-list|breadcrumbs|timeline|severity-tag|notification-banner|date-input|typed-date)\./,
            },
            { name: 'time', priority: 2, test: /shared\/src\/time\./ },
            {
              name: 'figures',
              test: /shared\/src\/(framework\/tiers|attendance\/counts|periods|figures|locators|ratings|roll-up|derive|problems|standards\/(finding|words|prepared-input|summary))\./,
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
