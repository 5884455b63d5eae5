import { useSuspenseQuery } from '@tanstack/react-query'
import { Fragment, useEffect } from 'react'
import type { ReturnView } from '@inclusion/server/returns/view'
import { noSettingWords, originOf, settingsWords } from '@inclusion/shared/figure-origin'
import type { IndicatorDefinition } from '@inclusion/shared/framework/indicators'
import { readLocator, type Locator } from '@inclusion/shared/locators'
import type { Finding } from '@inclusion/shared/standards/finding'
import { unlockedWords } from '@inclusion/shared/unlocked-words'
import { paths } from '../routing/paths.ts'
import { useRouteParam } from '../routing/use-route-param.ts'
import { ButtonGroup } from '../ui/button-group.tsx'
import { ButtonLink } from '../ui/button-link.tsx'
import { InsetText } from '../ui/inset-text.tsx'
import { Link } from '../ui/link.tsx'
import { Page } from '../ui/page.tsx'
import { NotFoundPage } from '../routing/not-found-page.tsx'
import { closedWords } from './closed-words.ts'
import { NewsOfOthers } from './entry/changed-by.tsx'
import { KeptChanges } from './entry/kept-changes.tsx'
import { SaveStatus } from './entry/save-status.tsx'
import { FindingsSummary } from './findings-summary.tsx'
import { arrivingAt, foldedOpen } from './folding.ts'
import { goTo, showField } from './go-to-field.ts'
import { EditPlace } from './grid/edit-place.tsx'
import { FigureGrid } from './grid/figure-grid.tsx'
import { GridContext } from './grid/grid-context.ts'
import { NarrativeField } from './grid/narrative-field.tsx'
import { prefillLines } from './prefilled.ts'
import { CopiedMark, originIn } from './figure-origin.tsx'
import { returnQuery } from './queries.ts'
import { ReturnTrail } from './return-header.tsx'
import { returnCaption } from './return-words.ts'
import { findingsOn, progressOf, progressWords, sectionsOf, sortFindings, type Section } from './sections.ts'
import { UploadLink } from './upload-link.tsx'
import { useReturnGrid } from './use-return-grid.ts'

export function SectionPage() {
  const { data: view } = useSuspenseQuery(returnQuery(useRouteParam('returnId')))
  const slug = useRouteParam('section')
  const sections = sectionsOf(view.checkInput.asked)
  const section = sections.find((candidate) => candidate.slug === slug)
  if (!section) return <NotFoundPage />
  return (
    <SectionOfReturn
      key={slug}
      view={view}
      section={section}
      next={sections[sections.indexOf(section) + 1]}
    />
  )
}

type SectionOfReturnProps = { view: ReturnView; section: Section; next: Section | undefined }

function SectionOfReturn({ view, section, next }: SectionOfReturnProps) {
  const grid = useReturnGrid(view, () => foldedOpen(view, section))
  const { input, findings, state, saver } = grid.entry
  const own = findingsOn(findings, section.definitions, null)
  const sorted = sortFindings(view.standard, own)
  const progress = progressOf(section.definitions, input)
  const go = (finding: Finding) => goTo(grid, finding)
  useEffect(() => {
    const { locator, part } = arrivingAt(window.location.hash)
    if (locator !== null) setTimeout(() => showField({ locator, part }))
  }, [])
  return (
    <GridContext value={grid}>
      <Page title={section.name} caption={returnCaption(view)} before={<ReturnTrail view={view} />}>
        <p className="govuk-body">{progressWords(progress)}.</p>
        <WhyClosed view={view} />
        <KeptChanges
          {...{ saver, state, input, view }}
          isShown={(locator) => grid.isOpen(locator) && isOf(section, locator)}
        />
        <FindingsSummary {...{ sorted, input }} isEmpty={progress.given === 0} onGo={go} />
        {view.mayEdit && <EditPlace />}
        <FigureGrid
          caption={section.name}
          definitions={section.definitions.filter(({ measure }) => measure !== 'text')}
          computed={(definition) => computedWords(view, definition)}
          origin={originIn(view)}
        />
        <SettingsLink view={view} section={section} />
        <UploadLink view={view} />
        {section.definitions
          .filter(({ measure }) => measure === 'text')
          .map((definition) => (
            <Fragment key={definition.indicator}>
              <NarrativeField definition={definition} />
              <CopiedMark view={view} definition={definition} />
            </Fragment>
          ))}
        {view.mayEdit && <SaveStatus saver={saver} state={state} />}
        <NewsOfOthers news={grid.entry.news} />
        <Onward view={view} next={next} />
      </Page>
    </GridContext>
  )
}

function Onward({ view, next }: Pick<SectionOfReturnProps, 'view' | 'next'>) {
  return (
    <ButtonGroup>
      {next ? (
        <ButtonLink href={paths.returnSection(view.id, next.slug)}>Next: {next.name}</ButtonLink>
      ) : (
        <ButtonLink href={paths.returnCheck(view.id)}>Check your answers</ButtonLink>
      )}
      <Link href={paths.return(view.id)}>Back to the task list</Link>
    </ButtonGroup>
  )
}

const isOf = ({ definitions }: Section, locator: Locator): boolean => {
  const place = readLocator(locator)
  return place.kind === 'figure' && definitions.some(({ indicator }) => indicator === place.indicator)
}

/** Why nothing can be typed, or why only some can. */
function WhyClosed({ view }: { view: ReturnView }) {
  const why = closedWords(view)
  if (why !== null) return <InsetText>{why}</InsetText>
  if (view.status !== 'changes-requested') return null
  return (
    <InsetText>
      {unlockedWords(view.checkInput.asked, view.unlocked, view.reports)} All others stand as they were filed.
    </InsetText>
  )
}

/** Where a figure comes from that the borough lead does not type; null for one that is typed here. */
function computedWords(view: ReturnView, definition: IndicatorDefinition): string | null {
  const origin = originOf(definition, view.checkInput)
  switch (origin.kind) {
    case 'typed':
      return null
    case 'worked-out':
    case 'carried':
      return prefillLines(view, definition).join(' ')
    case 'nobody':
      return noSettingWords
    case 'settings':
      return [settingsWords(origin), ...prefillLines(view, definition)].join(' ')
  }
}

function SettingsLink({ view, section }: { view: ReturnView; section: Section }) {
  if (!section.definitions.some(({ collectedFrom }) => collectedFrom === 'setting')) return null
  return (
    <p className="govuk-body">
      {view.reports.length === 0
        ? 'No setting takes part in this grant, so give attendance yourself. '
        : 'Figures of settings come from their own reports. '}
      <Link href={paths.returnSettings(view.id)}>See the reports of your settings</Link>
    </p>
  )
}
