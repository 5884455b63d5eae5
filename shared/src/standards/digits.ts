/** Slips of the hand that digits show. */

/**
 * Whether two numbers are written with the same digits but for two neighbours that changed places: 1,640,600
 * and 1,604,600. `least` is the number of digits that both must have. Signs must agree; a decimal point stays
 * where it is, and digits beside it are neighbours.
 */
export function swappedDigits(left: number, right: number, least = 2): boolean {
  if (left === right || Math.sign(left) !== Math.sign(right)) return false
  const [one, other] = [digitsOf(left), digitsOf(right)]
  if (one === null || other === null || one.point !== other.point) return false
  const { digits } = one
  if (digits.length !== other.digits.length || digits.length < least) return false
  const at = digits.split('').findIndex((digit, place) => digit !== other.digits[place])
  const swapped = `${digits.slice(0, at)}${digits[at + 1] ?? ''}${digits[at]}${digits.slice(at + 2)}`
  return swapped === other.digits
}

/**
 * The digits of a number as it is written, and how many stand behind the point; null where it is not written
 * so.
 */
function digitsOf(number: number): { digits: string; point: number } | null {
  const match = /^(\d+)(?:\.(\d+))?$/.exec(String(Math.abs(number)))
  return match ? { digits: `${match[1]}${match[2] ?? ''}`, point: match[2]?.length ?? 0 } : null
}
