/** A short fingerprint of a text, to tell whether it changed without keeping what it says (53 bits, FNV-like). */
export function fingerprint(text: string): string {
  let low = 0xdeadbeef
  let high = 0x41c6ce57
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    low = Math.imul(low ^ code, 2_654_435_761)
    high = Math.imul(high ^ code, 1_597_334_677)
  }
  low = Math.imul(low ^ (low >>> 16), 2_246_822_507) ^ Math.imul(high ^ (high >>> 13), 3_266_489_909)
  high = Math.imul(high ^ (high >>> 16), 2_246_822_507) ^ Math.imul(low ^ (low >>> 13), 3_266_489_909)
  const number = 4_294_967_296 * (2_097_151 & high) + (low >>> 0)
  return `${fingerprintMark}${number.toString(36).padStart(11, '0')}`
}

/** What every fingerprint begins with. */
export const fingerprintMark = 'print:'
