import { isServed } from './paths.ts'

/**
 * The adapter between plain links and the router: a click on a link to a page of the client becomes a
 * navigation without a reload. So components know no router, and every link is a real one. Answers a
 * function that stops it.
 */
export function followLinks(navigate: (href: string) => void): () => void {
  const follow = (event: MouseEvent) => {
    const href = hrefToFollow(event)
    if (href === null) return
    event.preventDefault()
    navigate(href)
  }
  document.addEventListener('click', follow)
  return () => document.removeEventListener('click', follow)
}

/** Where a click leads inside the client; null when the browser should see to it. */
function hrefToFollow(event: MouseEvent): string | null {
  const { defaultPrevented, button, metaKey, ctrlKey, shiftKey, altKey, target } = event
  if (defaultPrevented || button !== 0 || metaKey || ctrlKey || shiftKey || altKey) return null
  const link = target instanceof Element ? target.closest('a') : null
  if (!link?.href || link.target || link.hasAttribute('download')) return null
  const to = new URL(link.href)
  const here = window.location
  if (to.origin !== here.origin || isServed(to.pathname)) return null
  const samePage = to.pathname === here.pathname && to.search === here.search
  return samePage && to.hash !== '' ? null : `${to.pathname}${to.search}${to.hash}`
}
