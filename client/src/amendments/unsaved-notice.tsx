import { InsetText } from '../ui/inset-text.tsx'
import type { Typed } from './use-typed.ts'

type UnsavedNoticeProps = Pick<Typed<unknown>, 'found' | 'forget'>

/** Says that what stands on the page was typed before and never saved. */
export function UnsavedNotice({ found, forget }: UnsavedNoticeProps) {
  if (found === 'nothing') return null
  return (
    <InsetText>
      <p>
        This is what you typed here before and did not save.
        {found === 'outdated' && ' The draft has changed since: look through it before you save.'}
      </p>
      <button type="button" className="app-link-button" onClick={forget}>
        Show what is saved instead
      </button>
    </InsetText>
  )
}
