import { useLayoutEffect, useRef, useState, type ReactNode } from 'react'

/**
 * A box whose content may be wider than the page. While it is, the box can be reached and scrolled by
 * keyboard, and has a name (WCAG 2.1.1); while it fits, it is not a stop on the way.
 */
export function ScrollBox({ labelledBy, children }: { labelledBy: string; children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null)
  const [overflows, setOverflows] = useState(false)
  useLayoutEffect(() => {
    const element = box.current
    if (!element) return undefined
    const watcher = new ResizeObserver(() => setOverflows(element.scrollWidth > element.clientWidth))
    watcher.observe(element)
    for (const child of element.children) watcher.observe(child)
    return () => watcher.disconnect()
  }, [])
  const scrollable = overflows
    ? ({ role: 'region', tabIndex: 0, 'aria-labelledby': labelledBy } as const)
    : {}
  return (
    <div className="app-table" ref={box} {...scrollable}>
      {children}
    </div>
  )
}
