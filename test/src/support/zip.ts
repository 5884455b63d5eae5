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

/** A ZIP of these parts, each deflated. */
export function zipped(parts: Record<string, string | Uint8Array>): Uint8Array {
  const local: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const [name, content] of Object.entries(parts)) {
    const data = Buffer.from(content)
    const packed = deflateRawSync(data)
    const path = Buffer.from(name)
    const sizes = u32(crc32(data), packed.length, data.length)
    const header = Buffer.concat([u32(0x04034b50), u16(20, 0, 8, 0, 0), sizes, u16(path.length, 0), path])
    central.push(
      Buffer.concat([
        u32(0x02014b50),
        u16(20, 20, 0, 8, 0, 0),
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

const declared = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/** A ZIP of XML parts, each with its declaration: what a workbook is. */
export const zippedXml = (parts: Readonly<Record<string, string>>): Uint8Array =>
  zipped(Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, declared + text])))
