import type { AmendmentView } from '@inclusion/server/amendments/view'
import type { ReactNode } from 'react'
import { problems } from '@inclusion/shared/problems'
import { hasErrors, OutcomeNotice, type Outcome } from '../outcome.tsx'
import { staffPaths } from '../routing/staff-paths.ts'
import { BackLink } from '../ui/back-link.tsx'
import { Link } from '../ui/link.tsx'
import { Page } from '../ui/page.tsx'
import { AmendmentMoved } from './amendment-moved.tsx'
import type { Saving } from './use-saving.ts'
import type { Typed } from './use-typed.ts'
import { UnsavedNotice } from './unsaved-notice.tsx'

type FrameProps = {
  title: string
  saving: Saving
  outcome: Outcome
  typing?: Pick<Typed<unknown>, 'found' | 'forget'>
  fieldId?: (field: string) => string | undefined
  width?: 'two-thirds' | 'full'
  children: ReactNode
}

/** A page on which a part of an amendment is written. */
export function AmendmentFrame({ title, saving, outcome, typing, fieldId, width, children }: FrameProps) {
  const { id, name } = saving.ground
  return (
    <Page
      title={title}
      caption={name}
      before={<BackLink href={staffPaths.amendment(id)}>{name}</BackLink>}
      hasErrors={hasErrors(outcome)}
      {...(width && { width })}
    >
      <OutcomeNotice {...outcome} {...(fieldId && { fieldId })} />
      <AmendmentMoved saving={saving} onTakeOver={() => typing?.forget()} />
      {typing && <UnsavedNotice {...typing} />}
      {children}
    </Page>
  )
}

/** What stands in place of such a page while the amendment cannot be changed. */
export function AmendmentClosed({ title, amendment }: { title: string; amendment: AmendmentView }) {
  const { id, name, actions } = amendment
  return (
    <Page
      title={title}
      caption={name}
      before={<BackLink href={staffPaths.amendment(id)}>{name}</BackLink>}
      width="two-thirds"
    >
      <p className="govuk-body">{problems[actions.edit ?? 'not-yours-to-do'].title}</p>
      <p className="govuk-body">
        <Link href={staffPaths.amendment(id)}>Read this amendment</Link>
      </p>
    </Page>
  )
}
