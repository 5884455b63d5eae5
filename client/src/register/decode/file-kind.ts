import { packedParts } from './packed-parts.ts'

export const fileKinds = [
  'text',
  'workbook',
  'binary-workbook',
  'open-document',
  'old-workbook',
  'locked-workbook',
  'archive',
  'compressed',
  'document',
  'page',
  'something-else',
] as const
/** What a file is by its content: a name may say anything. */
export type FileKind = (typeof fileKinds)[number]

const startsWith = (bytes: Uint8Array, ...start: number[]) => start.every((byte, at) => bytes[at] === byte)

const latin = (bytes: Uint8Array) => new TextDecoder('windows-1252').decode(bytes)

/** Kept in two bytes a character in the directory of such a file. */
const encryptedPart = 'EncryptedPackage'.replaceAll(/(?<=.)(?=.)/g, '\0')

function ofPacked(bytes: Uint8Array): FileKind {
  const names = packedParts(bytes).map((part) => part.name)
  if (names.includes('xl/workbook.bin')) return 'binary-workbook'
  if (names.some((name) => name.startsWith('xl/') && name.endsWith('.xml'))) return 'workbook'
  if (names.includes('content.xml')) return 'open-document'
  if (names.includes('word/document.xml')) return 'document'
  return 'archive'
}

/** Judges by the first bytes, and for a packed file by the parts in it. */
export function fileKind(bytes: Uint8Array): FileKind {
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) || startsWith(bytes, 0x50, 0x4b, 0x05, 0x06)) {
    return ofPacked(bytes)
  }
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
    return latin(bytes).includes(encryptedPart) ? 'locked-workbook' : 'old-workbook'
  }
  if (startsWith(bytes, 0x09, 0x08) || startsWith(bytes, 0x09, 0x04)) return 'old-workbook'
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46)) return 'document'
  if (startsWith(bytes, 0x1f, 0x8b)) return 'compressed'
  if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff)) return 'text'
  const start = bytes.subarray(0, 2000)
  if (/^(?:\u00ef\u00bb\u00bf)?\s*<(?:!doctype|html|head|table|\?xml|\w+:)/i.test(latin(start))) return 'page'
  return start.includes(0) ? 'something-else' : 'text'
}
