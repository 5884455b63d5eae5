/** ZIP archives made by hand, so that what reads them is not tested by its own writer. */
import { crc32, deflateRawSync } from 'node:zlib'

function u16(...values: number[]): Buffer {
  const buffer = Buffer.alloc(values.length * 2)
  for (const [at, value] of values.entries()) buffer.writeUInt16LE(value, at * 2)
  return buffer
}

function u32(...values: number[]): Buffer {
  const buffer = Buffer.alloc(values.length * 4)
  for (const [at, value] of values.entries()) buffer.writeUInt32LE(value, at * 4)
  return buffer
}

/** A part of an archive, and what is said of it where that is not the truth. */
export type ZipPart = {
  name: string
  content: string | Uint8Array
  /** Deflated unless it is stored. */
  stored?: boolean
  /** What the archive says of the part's size when unpacked, its flags, its method, and its name beside its bytes. */
  unpacked?: number
  flags?: number
  method?: number
  localName?: string
}

/** A ZIP of these parts, in their order, as it says it is. */
export function archiveOf(parts: readonly ZipPart[]): Uint8Array {
  const local: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const { name, content, stored, unpacked, flags = 0, method, localName = name } of parts) {
    const data = Buffer.from(content)
    const packed = stored ? data : deflateRawSync(data)
    const path = Buffer.from(name)
    const localPath = Buffer.from(localName)
    const sizes = u32(crc32(data), packed.length, unpacked ?? data.length)
    const kind = u16(flags, method ?? (stored ? 0 : 8), 0, 0)
    const header = Buffer.concat([u32(0x04034b50), u16(20), kind, sizes, u16(localPath.length, 0), localPath])
    central.push(
      Buffer.concat([
        u32(0x02014b50),
        u16(20, 20),
        kind,
        sizes,
        u16(path.length, 0, 0, 0, 0),
        u32(0, offset),
        path,
      ]),
    )
    local.push(header, packed)
    offset += header.length + packed.length
  }
  const directory = Buffer.concat(central)
  const count = central.length
  const end = Buffer.concat([u32(0x06054b50), u16(0, 0, count, count), u32(directory.length, offset), u16(0)])
  return new Uint8Array(Buffer.concat([...local, directory, end]))
}

/** A ZIP of these parts, each deflated. */
export const zipped = (parts: Record<string, string | Uint8Array>): Uint8Array =>
  archiveOf(Object.entries(parts).map(([name, content]) => ({ name, content })))

const declared = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/** A ZIP of XML parts, each with its declaration: what a workbook is. */
export const zippedXml = (parts: Readonly<Record<string, string>>): Uint8Array =>
  zipped(Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, declared + text])))
