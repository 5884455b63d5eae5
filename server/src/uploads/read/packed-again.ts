/** A plain archive of the parts that are read, so that the library which opens workbooks sees nothing else. */

const u16 = (...values: number[]) => {
  const bytes = Buffer.alloc(values.length * 2)
  for (const [at, value] of values.entries()) bytes.writeUInt16LE(value, at * 2)
  return bytes
}

const u32 = (...values: number[]) => {
  const bytes = Buffer.alloc(values.length * 4)
  for (const [at, value] of values.entries()) bytes.writeUInt32LE(value, at * 4)
  return bytes
}

/** Stored, not packed; without sums to check, as the parts were checked when they were unpacked. */
export function packedAgain(parts: ReadonlyMap<string, Buffer>): Uint8Array {
  const contents: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, content] of parts) {
    const path = Buffer.from(name)
    const sizes = Buffer.concat([u32(0, content.length, content.length), u16(path.length)])
    const header = Buffer.concat([u32(0x04034b50), u16(20, 0, 0, 0, 0), sizes, u16(0), path])
    directory.push(u32(0x02014b50), u16(20, 20, 0, 0, 0, 0), sizes, u16(0, 0, 0, 0), u32(0, offset), path)
    contents.push(header, content)
    offset += header.length + content.length
  }
  const length = directory.reduce((sum, { length: each }) => sum + each, 0)
  const end = Buffer.concat([u32(0x06054b50), u16(0, 0, parts.size, parts.size), u32(length, offset), u16(0)])
  return Buffer.concat([...contents, ...directory, end])
}
