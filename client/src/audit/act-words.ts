/** What was done, in words: `return.save-figures` as "Return: save figures". */
export function actWords(action: string): string {
  const words = action.replace('.', ': ').replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
