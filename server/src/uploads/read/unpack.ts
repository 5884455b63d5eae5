/**
 * Unpacks the parts that are read, and no other: pictures, links to other files and embedded objects stay packed.
 * Each part fills at most what the directory says it does, and all together at most the limit.
 */
import { inflateRawSync } from 'node:zlib'
import { limits } from './limits.ts'
import type { PackedPart } from './packed-parts.ts'
import { unreadable } from './unreadable-file.ts'

const localHeader = 0x04034b50

/** The parts that are wanted, by name, in the order of the directory. Throws `UnreadableFile`. */
export function unpack(
  bytes: Uint8Array,
  parts: readonly PackedPart[],
  isWanted: (name: string) => boolean,
): Map<string, Buffer> {
  const wanted = parts.filter(({ name }) => isWanted(name))
  const total = wanted.reduce((sum, { unpacked }) => sum + unpacked, 0)
  if (total > limits.unpacked) throw unreadable('unpacks')
  const unpacked = wanted.map((part) => [part.name, unpackPart(bytes, part)] as const)
  // XML of a spreadsheet needs no declarations of its own: entities are how a small text becomes a vast one.
  if (unpacked.some(([, text]) => text.includes('<!DOCTYPE') || text.includes('<!ENTITY')))
    throw unreadable('declarations')
  return new Map(unpacked)
}

function unpackPart(bytes: Uint8Array, { name, method, packed, unpacked, at }: PackedPart): Buffer {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (at + 30 > bytes.length || view.getUint32(at, true) !== localHeader) throw unreadable('damaged')
  const nameEnds = at + 30 + view.getUint16(at + 26, true)
  const starts = nameEnds + view.getUint16(at + 28, true)
  const localName = new TextDecoder().decode(bytes.subarray(at + 30, nameEnds))
  if (localName !== name || starts + packed > bytes.length) throw unreadable('damaged')
  const content = inflated(bytes.subarray(starts, starts + packed), method, unpacked)
  if (content.length !== unpacked) throw unreadable('damaged')
  return content
}

function inflated(data: Uint8Array, method: number, unpacked: number): Buffer {
  if (method === 0) return Buffer.from(data)
  if (method !== 8) throw unreadable('damaged')
  if (unpacked === 0) return Buffer.alloc(0)
  try {
    return inflateRawSync(data, { maxOutputLength: unpacked })
  } catch {
    throw unreadable('damaged')
  }
}
