/**
 * The parts of a packed file (ZIP) by its directory, before any is unpacked. What spreadsheet programs never
 * write is refused: parts that overlap, that are named twice, whose names lead out of the file.
 */
import { limits } from './limits.ts'
import { unreadable } from './unreadable-file.ts'

export type PackedPart = { name: string; method: number; packed: number; unpacked: number; at: number }

const endOfDirectory = 0x06054b50
const entry = 0x02014b50
const isEncrypted = 1

/** Throws `UnreadableFile`. */
export function packedParts(bytes: Uint8Array): PackedPart[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const directory = directoryStart(view)
  if (directory.entries > limits.parts) throw unreadable('unpacks')
  const parts: PackedPart[] = []
  let { at } = directory
  for (let count = 0; count < directory.entries; count++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== entry) throw unreadable('damaged')
    const nameLength = view.getUint16(at + 28, true)
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength))
    if (view.getUint16(at + 8, true) & isEncrypted) throw unreadable('locked')
    parts.push({
      name,
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
    })
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  refuseOdd(parts, bytes.length)
  return parts
}

function directoryStart(view: DataView): { at: number; entries: number } {
  const lowest = Math.max(0, view.byteLength - 65_557)
  for (let at = view.byteLength - 22; at >= lowest; at--) {
    if (view.getUint32(at, true) === endOfDirectory)
      return { at: view.getUint32(at + 16, true), entries: view.getUint16(at + 10, true) }
  }
  throw unreadable('damaged')
}

function refuseOdd(parts: readonly PackedPart[], length: number): void {
  const names = new Set(parts.map(({ name }) => name.toLowerCase()))
  const leadsOut = parts.some(({ name }) => /^[/\\]|\\|\0|^[a-z]:|(^|\/)\.\.(\/|$)/i.test(name))
  const packed = parts.reduce((total, part) => total + part.packed, 0)
  if (names.size < parts.length || leadsOut || packed > length) throw unreadable('damaged')
}
