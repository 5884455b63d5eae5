/** A part of a packed file (ZIP), as its directory declares it. */
export type PackedPart = { name: string; packed: number; unpacked: number }

const endOfDirectory = 0x06054b50
const entry = 0x02014b50

function directoryStart(view: DataView): { at: number; entries: number } | null {
  const lowest = Math.max(0, view.byteLength - 65_557)
  for (let at = view.byteLength - 22; at >= lowest; at--) {
    if (view.getUint32(at, true) === endOfDirectory) {
      return { at: view.getUint32(at + 16, true), entries: view.getUint16(at + 10, true) }
    }
  }
  return null
}

/** The parts of a packed file, without unpacking any. None where its directory is damaged. */
export function packedParts(bytes: Uint8Array): PackedPart[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const directory = bytes.length < 22 ? null : directoryStart(view)
  if (!directory) return []
  const parts: PackedPart[] = []
  let { at } = directory
  for (let count = 0; count < directory.entries; count++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== entry) break
    const nameLength = view.getUint16(at + 28, true)
    parts.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
    })
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return parts
}

/** Bytes when unpacked; without limit where a part does not say its own, as a trap would. */
export function unpackedSize(parts: readonly PackedPart[]): number {
  const sizeOf = ({ packed, unpacked }: PackedPart) => (unpacked === 0 && packed > 2 ? Infinity : unpacked)
  return parts.reduce((total, part) => total + sizeOf(part), 0)
}
