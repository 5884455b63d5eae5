const code = /^(IR-[0-9A-F]{4}(-[0-9A-F]{4}){3}|[0-9a-f]{64})$/i

/** Whether a text can be a receipt or the SHA-256 of a filed return. */
export const isReceiptCode = (text: string): boolean => code.test(text.trim())

/** The SHA-256 of a file's bytes, as 64 hexadecimal digits. */
export async function digestOf(bytes: ArrayBuffer): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytes)
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
