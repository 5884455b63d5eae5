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
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // Schemas that no page uses go, and zod with them: it loads with the engine of checks, which parses.
      treeshake: { manualPureFunctions: ['z', 'storableText'] },
      output: {
        // What nearly every page draws comes as one file, not as ten of a few hundred bytes.
        codeSplitting: {
          groups: [
            {
              name: 'ui',
              test: /src\/ui\/(page|table|tag|status-tag|task-list|inset-text|link|focus-field|button)\./,
            },
          ],
        },
        assetFileNames: ({ names }) =>
          names.some((name) => name.endsWith('.css')) ? 'service.css' : 'assets/[name]-[hash][extname]',
      },
    },
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
