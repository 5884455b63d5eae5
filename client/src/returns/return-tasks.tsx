/** The task list of a return: one line a section, one for the settings, one to check it all. */
import type { ReturnView } from '@inclusion/server/returns/view'
import { isUnlocked } from '@inclusion/shared/returns'
import { readLocator } from '@inclusion/shared/locators'
import { paths } from '../routing/paths.ts'
import { Tag } from '../ui/tag.tsx'
import type { Task } from '../ui/task-list.tsx'
import {
  findingsOn,
  progressOf,
  progressWords,
  sectionsOf,
  settingOfFinding,
  sortFindings,
  type Section,
} from './sections.ts'

export function tasksOf(view: ReturnView): Task[] {
  const sections = sectionsOf(view.checkInput.asked).map((section) => sectionTask(view, section))
  return view.reports.length === 0 ? sections : [...sections, settingsTask(view)]
}

function sectionTask(view: ReturnView, section: Section): Task {
  const progress = progressOf(section.definitions, view.checkInput)
  const { toFix, toExplain, blank } = sortFindings(
    view.standard,
    findingsOn(view.findings, section.definitions),
  )
  const open = openIn(view, section)
  const waits =
    view.reports.length > 0 && toFix.length + toExplain.length === 0 && waitsForReports(section, progress)
  const asked = questionsIn(view, section)
  return {
    title: section.name,
    href: paths.returnSection(view.id, section.slug),
    hint: [progressWords(progress), askedIn(open, asked)].filter(Boolean).join('; '),
    status: waits ? (
      <Tag colour="blue">Waiting for reports</Tag>
    ) : (
      <TaskState
        open={open}
        asked={asked}
        toFix={toFix.length}
        toExplain={toExplain.length}
        blank={blank.length}
        given={progress.given}
      />
    ),
  }
}

/** Nothing in it is the borough lead's to type, and a setting has not reported yet. */
function waitsForReports(
  { definitions }: Section,
  { given, asked }: { given: number; asked: number },
): boolean {
  return given < asked && definitions.every(({ collectedFrom }) => collectedFrom !== 'authority')
}

/** How many figures of a section RMEL opened, breakdowns aside. */
function openIn({ status, unlocked }: ReturnView, { definitions }: Section): number {
  if (status !== 'changes-requested') return 0
  return unlocked.filter((locator) => {
    const place = readLocator(locator)
    const isTotal =
      place.kind === 'figure' && place.dimension === null && isUnlocked(status, unlocked, locator)
    return isTotal && definitions.some(({ indicator }) => indicator === place.indicator)
  }).length
}

/** How many questions of RMEL on a section's figures wait for an answer, those that ask for a change aside. */
const questionsIn = ({ queries }: ReturnView, { definitions }: Section): number =>
  queries.filter(({ askedOf, wants, status, locator }) => {
    const place = readLocator(locator)
    return (
      askedOf === 'borough' &&
      wants !== 'change' &&
      status === 'open' &&
      place.kind === 'figure' &&
      definitions.some(({ indicator }) => indicator === place.indicator)
    )
  }).length

/** "RMEL opened 1 figure to change and asks 1 question"; '' where it does neither. */
function askedIn(open: number, asked: number): string {
  const parts = [
    open > 0 && `opened ${open} to change`,
    asked > 0 && (asked === 1 ? 'asks 1 question' : `asks ${asked} questions`),
  ].filter(Boolean)
  return parts.length === 0 ? '' : `RMEL ${parts.join(' and ')}`
}

type TaskStateProps = {
  open: number
  asked: number
  toFix: number
  toExplain: number
  blank: number
  given: number
}

/** How far a section is, in words: what is wrong first, then what is missing. */
function TaskState({ open, asked, toFix, toExplain, blank, given }: TaskStateProps) {
  if (toFix > 0) return <Tag colour="red">{`${toFix} to fix`}</Tag>
  if (open > 0) return <Tag colour="orange">{`${open} to change`}</Tag>
  if (toExplain > 0) return <Tag colour="yellow">{`${toExplain} to explain`}</Tag>
  if (asked > 0) return <Tag colour="orange">{`${asked} to answer`}</Tag>
  if (blank > 0)
    return <Tag colour={given > 0 ? 'blue' : 'grey'}>{given > 0 ? 'In progress' : 'Not started'}</Tag>
  return given > 0 ? 'Complete' : <Tag colour="grey">Not started</Tag>
}

function settingsTask(view: ReturnView): Task {
  const { reports, findings } = view
  const signed = reports.filter(({ status }) => status === 'signed-off').length
  const excused = reports.filter(
    ({ status, missingReason }) => status !== 'signed-off' && missingReason !== null,
  ).length
  const ofSettings = sortFindings(
    view.standard,
    findings.filter((finding) => settingOfFinding(finding) !== null),
  )
  const reasons = excused > 0 ? `, ${excused} with a reason recorded` : ''
  const explain = ofSettings.toExplain.length
  return {
    title: 'Reports of your settings',
    href: paths.returnSettings(view.id),
    hint: `${signed} of ${reports.length} signed off${reasons}`,
    status:
      explain > 0 ? (
        <Tag colour="yellow">{`${explain} to explain`}</Tag>
      ) : signed + excused === reports.length ? (
        'Complete'
      ) : (
        <Tag colour="blue">Waiting for reports</Tag>
      ),
  }
}
