import { useEffect, type RefObject } from 'react'

/** Where what has the focus goes away with its finding, the focus goes to the field that the finding stood beside. */
export function useKeptFocus(box: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = box.current
    let left: { focused: Element; findings: string } | null = null
    const keep = ({ target }: FocusEvent) => {
      if (!(target instanceof Element)) return
      const findings = target.closest('.app-findings')?.id
      left = findings ? { focused: target, findings } : null
    }
    const gone = new MutationObserver(() => {
      if (!left || left.focused.isConnected || document.activeElement !== document.body) return
      const field = left.findings.replace('findings-', 'figure-')
      element?.querySelector<HTMLElement>(`[id^="${field}-"]`)?.focus()
      left = null
    })
    if (element) gone.observe(element, { childList: true, subtree: true })
    element?.addEventListener('focusin', keep)
    return () => {
      gone.disconnect()
      element?.removeEventListener('focusin', keep)
    }
  }, [box])
}
