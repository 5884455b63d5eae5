export type SubNavigationItem = { href: string; words: string; current: boolean }

/** Pages about one thing, side by side. Real links: each has its own address. */
export function SubNavigation({ label, items }: { label: string; items: readonly SubNavigationItem[] }) {
  return (
    <nav className="moj-sub-navigation" aria-label={label}>
      <ul className="moj-sub-navigation__list">
        {items.map(({ href, words, current }) => (
          <li key={href} className="moj-sub-navigation__item">
            <a className="moj-sub-navigation__link" href={href} aria-current={current ? 'page' : undefined}>
              {words}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
