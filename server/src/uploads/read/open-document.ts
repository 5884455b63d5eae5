/** Opens an OpenDocument spreadsheet (ODS): the values of its cells. */
import { readOds } from 'hucre/ods'
import type { FilledFile } from '@inclusion/shared/templates/filled-file'
import { packedAgain } from './packed-again.ts'
import type { PackedPart } from './packed-parts.ts'
import { sheetOf } from './sheet-of.ts'
import { unpack } from './unpack.ts'
import { unreadable } from './unreadable-file.ts'

const manifest = 'META-INF/manifest.xml'
const spreadsheet = 'application/vnd.oasis.opendocument.spreadsheet'

/** Rows that are grouped, or repeat on every printed page: the library reads only those outside such a frame. */
const frames = /<\/?table:table-(?:header-rows|rows|row-group)\b[^>]*>/g

/** A percentage or a time is read as it is shown: 0.8 is not taken for a count, whatever style says so. */
const asPercentage = / (?:office|calcext):value-type="(?:percentage|time)"/g

/** Throws `UnreadableFile`, or fails as the library does where the file is damaged. */
export async function readOpenDocument(bytes: Uint8Array, parts: readonly PackedPart[]): Promise<FilledFile> {
  const unpacked = unpack(bytes, parts, (name) => ['mimetype', 'content.xml', manifest].includes(name))
  if (unpacked.get(manifest)?.includes('encryption-data')) throw unreadable('locked')
  const type = unpacked.get('mimetype')!.toString('latin1').trim()
  if (!type.startsWith(spreadsheet)) throw unreadable('document')
  const content = Buffer.from(
    unpacked.get('content.xml')!.toString('utf8').replaceAll(frames, '').replaceAll(asPercentage, ''),
  )
  const { sheets } = await readOds(
    packedAgain(
      new Map([
        ['mimetype', Buffer.from(type)],
        ['content.xml', content],
      ]),
    ),
    { readStyles: true },
  )
  return { format: 'ods', sheets: sheets.map(sheetOf), names: {} }
}
