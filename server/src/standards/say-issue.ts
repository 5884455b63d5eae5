/** What is wrong with one field of a check, as a sentence for the person who typed it. */
import type { core } from 'zod'

const wanted: Record<string, string> = {
  number: 'Give a number',
  int: 'Give a whole number',
  string: 'Write a text',
  array: 'Give a list',
  boolean: 'Choose one of the two',
  object: 'Give all of its parts',
}

/** One issue of zod in plain words. Messages that the schema gives itself stay as they are. */
export function sayIssue(issue: core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return wanted[issue.expected] ?? 'Give a value of another sort'
    case 'too_small':
      return isOwn(issue.message) ? issue.message : leastWords(issue)
    case 'too_big':
      return isOwn(issue.message) ? issue.message : mostWords(issue)
    case 'invalid_value':
      return `Choose one of: ${issue.values.map(String).join(', ')}`
    case 'invalid_union':
      return 'Choose a kind of check that there is'
    case 'unrecognized_keys':
      return `There is no part called ${issue.keys.join(', ')}`
    case 'invalid_format':
      return isOwn(issue.message) ? issue.message : 'Use small letters, digits and hyphens'
    case 'custom':
    case 'invalid_element':
    case 'invalid_key':
    case 'not_multiple_of':
      return issue.message
  }
}

/** zod's own words begin so; those of a schema do not. */
const isOwn = (message: string): boolean => !/^(Too |Invalid )/.test(message)

function leastWords({ origin, minimum, inclusive }: core.$ZodIssueTooSmall): string {
  if (origin === 'string') return `Use ${minimum} characters or more`
  if (origin === 'array') return `List ${minimum} or more`
  return inclusive ? `Use ${minimum} or more` : `Use more than ${minimum}`
}

function mostWords({ origin, maximum, inclusive }: core.$ZodIssueTooBig): string {
  if (origin === 'string') return `Use ${maximum} characters or fewer`
  if (origin === 'array') return `List ${maximum} or fewer`
  return inclusive ? `Use ${maximum} or less` : `Use less than ${maximum}`
}
