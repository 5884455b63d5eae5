import { useId, useState } from 'react'

type MenuProps = { items: readonly { href: string; words: string }[]; path: string }

/** The pages a person has. On a phone it is folded away behind a button. */
export function Menu({ items, path }: MenuProps) {
  const listId = useId()
  // Opened on a page, it is closed on the next.
  const [openedAt, setOpenedAt] = useState<string | null>(null)
  const open = openedAt === path
  return (
    <nav className="govuk-service-navigation" aria-label="Menu">
      <div className="govuk-width-container">
        <div className="govuk-service-navigation__container">
          <button
            type="button"
            className="govuk-service-navigation__toggle app-menu__toggle"
            aria-expanded={open}
            aria-controls={listId}
            onClick={() => setOpenedAt(open ? null : path)}
          >
            Menu
          </button>
          <ul
            className={`govuk-service-navigation__list app-menu__list${open ? ' app-menu__list--open' : ''}`}
            id={listId}
          >
            {items.map((item) => (
              <MenuItem key={item.href} {...item} path={path} />
            ))}
          </ul>
        </div>
      </div>
    </nav>
  )
}

function MenuItem({ href, words, path }: { href: string; words: string; path: string }) {
  const active = href === '/' ? path === '/' : path === href || path.startsWith(`${href}/`)
  return (
    <li
      className={`govuk-service-navigation__item${active ? ' govuk-service-navigation__item--active' : ''}`}
    >
      <a
        className="govuk-service-navigation__link"
        href={href}
        aria-current={path === href ? 'page' : active ? 'true' : undefined}
      >
        {words}
      </a>
    </li>
  )
}
