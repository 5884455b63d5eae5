/** Moves the focus to the heading of the page: when what was pressed is gone, and the top says what came of it. */
export const focusHeading = (): void => document.querySelector('h1')?.focus()

/**
 * Moves the focus to a field and shows its label or legend above it, as an error summary's links do.
 * Answers false when there is no such element on the page.
 */
export function focusField(id: string): boolean {
  const field = document.getElementById(id)
  if (!field) return false
  const title =
    field.closest('fieldset')?.querySelector('legend') ??
    document.querySelector(`label[for="${CSS.escape(id)}"]`)
  ;(title ?? field).scrollIntoView()
  field.focus({ preventScroll: true })
  return true
}
