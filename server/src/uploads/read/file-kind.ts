/** What a file is by its first bytes, and a packed one by its parts: its name may say anything. */
import { unreadable, type sentences } from './unreadable-file.ts'
import { packedParts, type PackedPart } from './packed-parts.ts'

export type Opened = { kind: 'xlsx' | 'ods'; parts: PackedPart[] } | { kind: 'text' }

type Refused = keyof typeof sentences

const starts: readonly (readonly [Refused, ...number[]])[] = [
  ['document', 0x25, 0x50, 0x44, 0x46],
  ['document', 0x7b, 0x5c, 0x72, 0x74, 0x66],
  ['compressed', 0x1f, 0x8b],
  ['picture', 0x89, 0x50, 0x4e, 0x47],
  ['picture', 0xff, 0xd8, 0xff],
  ['picture', 0x47, 0x49, 0x46, 0x38],
  ['old-workbook', 0x09, 0x08],
  ['old-workbook', 0x09, 0x04],
  ['archive', 0x37, 0x7a, 0xbc, 0xaf],
  ['archive', 0x52, 0x61, 0x72, 0x21],
]
const ole = [0xd0, 0xcf, 0x11, 0xe0]
const zip = [0x50, 0x4b]

const startsWith = (bytes: Uint8Array, start: readonly number[]) =>
  start.every((byte, at) => bytes[at] === byte)

/** Names in an OLE file's directory are kept in two bytes a character. */
const inOle = (bytes: Uint8Array, name: string) => Buffer.from(bytes).includes(Buffer.from(name, 'utf16le'))

function ofOle(bytes: Uint8Array): Refused {
  if (inOle(bytes, 'EncryptedPackage')) return 'locked'
  return inOle(bytes, 'WordDocument') || inOle(bytes, 'PowerPoint Document') ? 'document' : 'old-workbook'
}

function ofPacked(parts: PackedPart[]): 'xlsx' | 'ods' | Refused {
  const has = (pattern: RegExp) => parts.some(({ name }) => pattern.test(name))
  if (has(/(^|\/)vbaProject\.bin$/i) || has(/^(Basic|Scripts)\//)) return 'macros'
  if (has(/^xl\/workbook\d*\.bin$/)) return 'binary-workbook'
  if (has(/^xl\/workbook\d*\.xml$/)) return 'xlsx'
  if (has(/^(word\/document|ppt\/presentation)\.xml$/)) return 'document'
  if (has(/^content\.xml$/) && has(/^mimetype$/)) return 'ods'
  return has(/^\[Content_Types\]\.xml$/) ? 'damaged' : 'archive'
}

/** A text has no NUL, unless a byte order mark says that it has two bytes a character. */
function ofText(bytes: Uint8Array): 'text' | Refused {
  if (startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff])) return 'text'
  const start = Buffer.from(bytes.subarray(0, 2_000)).toString('latin1')
  if (/^(?:\u00ef\u00bb\u00bf)?\s*<(?:!doctype|html|head|table|\?xml|\w+[:>\s])/i.test(start)) return 'page'
  return start.includes('\0') ? 'other' : 'text'
}

/** Judges the file. Throws `UnreadableFile` with a sentence on what it is, when it is none of the three. */
export function openFile(bytes: Uint8Array): Opened {
  const start = starts.find(([, ...first]) => startsWith(bytes, first))
  if (start) throw unreadable(start[0])
  if (startsWith(bytes, ole)) throw unreadable(ofOle(bytes))
  if (startsWith(bytes, zip)) {
    const parts = packedParts(bytes)
    const kind = ofPacked(parts)
    if (kind !== 'xlsx' && kind !== 'ods') throw unreadable(kind)
    return { kind, parts }
  }
  const kind = ofText(bytes)
  if (kind !== 'text') throw unreadable(kind)
  return { kind }
}
