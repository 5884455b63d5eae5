declare module '@tanstack/react-router' {
  interface HistoryState {
    /** Of the page of a SHA-256: it was worked out from a file, a moment ago and on this computer. */
    isFileRead?: boolean
  }
}

const code = /^(IR-[0-9A-F]{4}(-[0-9A-F]{4}){3}|[0-9a-f]{64})$/i

/** A receipt as it stands on paper, however it was typed: spaces for hyphens, an O for a 0, IR left out. */
export function tidyCode(text: string): string {
  const plain = text
    .trim()
    .replaceAll(/[\s-]+/g, '')
    .toUpperCase()
  const digits = plain.replace(/^IR/, '').replaceAll('O', '0')
  const groups = /^[0-9A-F]{16}$/.test(digits) ? digits.match(/.{4}/g) : null
  return groups ? `IR-${groups.join('-')}` : text.trim()
}

/** Whether a file can be a filed return: JSON, and not the receipt's own print or a spreadsheet. */
export function isJson(bytes: ArrayBuffer): boolean {
  try {
    JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    return true
  } catch {
    return false
  }
}

/** Whether a text can be a receipt or the SHA-256 of a filed return. */
export const isReceiptCode = (text: string): boolean => code.test(text.trim())

/** The SHA-256 of a file's bytes, as 64 hexadecimal digits. */
export async function digestOf(bytes: ArrayBuffer): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytes)
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
