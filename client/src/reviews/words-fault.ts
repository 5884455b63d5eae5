/** As long as a question, a request or a reason may be. */
const longest = 2_000

/** What to mend in the words of a decision before they are sent: none are there, or too many. */
export function wordsFault(text: string, blank: string): string | null {
  if (text.trim() === '') return blank
  if (text.length <= longest) return null
  const [most, now] = [longest, text.length].map((count) => count.toLocaleString('en-GB'))
  return `Use ${most} characters or fewer: there are ${now} now`
}
