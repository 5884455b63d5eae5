/**
 * LibreOffice, to open what this service writes: `soffice` on the PATH (Debian package libreoffice-calc-nogui), or
 * SOFFICE_PATH. Without it the tests say loudly that they were skipped; with REQUIRE_LIBREOFFICE=1 that is an error.
 */
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { onPath } from './on-path.ts'

const run = promisify(execFile)

/** `fods` is OpenDocument as one XML text: what LibreOffice made of a file, to be read. */
export type Format = 'xlsx' | 'ods' | 'csv' | 'fods'

export type LibreOffice = {
  /** Opens a file and saves it again, as somebody would who typed nothing. */
  save: (bytes: Uint8Array, from: 'xlsx' | 'ods', to: Format) => Promise<Uint8Array>
  close: () => Promise<void>
}

/** LibreOffice with a profile of its own, which the caller closes; null, after saying so, where there is none. */
export async function openLibreOffice(): Promise<LibreOffice | null> {
  const soffice = process.env['SOFFICE_PATH'] ?? onPath('soffice')
  if (soffice) return startWith(soffice)
  const sentence =
    'The tests of templates in LibreOffice were SKIPPED: soffice was not found (Debian package libreoffice-calc-nogui).'
  if (process.env['REQUIRE_LIBREOFFICE'] === '1')
    throw new Error(`${sentence} REQUIRE_LIBREOFFICE=1 forbids that.`)
  console.warn(`\n*** ${sentence} Set SOFFICE_PATH to use one of your own. ***\n`)
  return null
}

async function startWith(soffice: string): Promise<LibreOffice> {
  const folder = await mkdtemp(join(tmpdir(), 'libreoffice-'))
  const profile = pathToFileURL(join(folder, 'profile')).href
  return {
    async save(bytes, from, to) {
      const source = join(folder, `given.${from}`)
      const saved = join(folder, 'saved')
      await writeFile(source, bytes)
      const flags = [`-env:UserInstallation=${profile}`, '--headless', '--norestore']
      await run(soffice, [...flags, '--convert-to', to, '--outdir', saved, source])
      return readFile(join(saved, `given.${to}`))
    },
    close: () => rm(folder, { recursive: true, force: true }),
  }
}
