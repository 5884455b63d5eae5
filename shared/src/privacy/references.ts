/** References of the service and of public registers: no identifier of a person hides in them. */

/** A LAESTAB, a UKPRN or a URN, whole: what goes on behind a space is another number, perhaps a person's. */
const register = '(?:\\d{3}/?\\d{4}|\\d{8}|\\d{6})(?![ \\-.]?\\d)\\b'

const references = [
  /\bIR(?:-[0-9A-F]{4}){4}\b/gi,
  /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/gi,
  /\b[A-Z]{2,5}-E\d{8}\b/g,
  /\b[EWSN]\d{8}\b/g,
  /\b(?:FY|AY)\d{4}-\d{2}(?:-(?:Q[1-4]|autumn|spring|summer))?\b/g,
  /\b\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})?/g,
  new RegExp(
    `\\b(?:URN|UKPRN|LAESTAB|DfE number)s?:? (?:is |are )?${register}(?:(?:, | and |; )${register})*`,
    'gi',
  ),
]

/** The text with each such reference blanked out, as long as it was. */
export function withoutReferences(plain: string): string {
  return references.reduce(
    (text, pattern) => text.replaceAll(pattern, (found) => '\u0001'.repeat(found.length)),
    plain,
  )
}
