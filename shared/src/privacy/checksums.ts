/** The arithmetic of identifiers that carry a check digit or letter. Each takes the identifier without separators. */

/** The letters of a UPN: without I, O and S, which read as digits. */
const letters = 'ABCDEFGHJKLMNPQRTUVWXYZ'

/**
 * Authorities whose number may begin a UPN: DfE census error 1530, and the authorities made since
 * (838, 839 in 2019; 940 to 943 in 2021 and 2023).
 */
const authorityRanges =
  '001-005 201-213 301-320 330-336 340-344 350-359 370-373 380-384 390-394 420 660-681 701-708 800-803 805-808 810-813 815 816 820-823 825 826 830 831 835-841 845 846 850-852 855-857 860 861 865-896 908 909 916 919 921 925 926 928 929 931 933 935-938 940-943'
    .split(' ')
    .map((range) => range.split('-').map(Number))

const isAuthority = (code: number): boolean =>
  authorityRanges.some(([first = 0, last = first]) => first <= code && code <= last)

/** The letter that a UPN's twelve other characters call for (Unique Pupil Number 2.0: positions by values, mod 23). */
export function upnCheckLetter(rest: string): string {
  const sum = Array.from(rest).reduce((so, character, at) => {
    const value = /\d/.test(character) ? Number(character) : letters.indexOf(character)
    return so + (at + 2) * value
  }, 0)
  return letters[sum % 23]!
}

/** A letter and twelve digits, or for a temporary one eleven and a letter, in capitals. */
export function isUpn(text: string): boolean {
  if (!/^[A-HJ-NP-RT-Z]\d{11}[\dA-HJ-NP-RT-Z]$/.test(text)) return false
  return isAuthority(Number(text.slice(1, 4))) && upnCheckLetter(text.slice(1)) === text[0]
}

/** Ten digits by weights of 10 to 1, mod 11. */
const weighted = (digits: string): number =>
  Array.from(digits).reduce((sum, digit, at) => sum + Number(digit) * (10 - at), 0) % 11

/** Ten digits whose weighted sum is 0 mod 11 (NHS Data Dictionary); ten times one digit is nobody's. */
export const isNhsNumber = (digits: string): boolean =>
  /^\d{10}$/.test(digits) && !/^(\d)\1{9}$/.test(digits) && weighted(digits) === 0

/** Ten digits, the first not 0, whose weighted sum is 10 mod 11 (HESA C17051). */
export const isUln = (digits: string): boolean => /^[1-9]\d{9}$/.test(digits) && weighted(digits) === 10

/** A prefix that HMRC gives out (NIM39110), six digits, and the suffix A to D; without one in some records. */
export function isNationalInsurance(text: string): boolean {
  const shape = /^[ABCEGHJ-PRSTW-Z][ABCEGHJ-NPRSTW-Z]\d{6}[A-D]?$/
  return shape.test(text) && !/^(?:BG|GB|KN|NK|NT|TN|ZZ)/.test(text)
}
