/** What is wrong with a file, for the copy of it that says so: findings, refusals, and cells that were left out. */
import type { IgnoredCell } from '@inclusion/shared/templates/outcome'
import { templateParts } from '@inclusion/shared/templates/template'
import { Locator } from '@inclusion/shared/locators'
import { isOutstanding, type Finding } from '@inclusion/shared/standards/finding'
import type { Fault } from '../templates/faults.ts'
import type { Preview } from './preview.ts'
import type { UploadContent } from './read-upload.ts'

export const faultsIn = (
  { findings, refused }: Pick<Preview, 'findings' | 'refused'>,
  { ignored }: Pick<UploadContent, 'ignored'>,
): Fault[] => [
  ...refused.map(({ field, message }) => ({
    locator: figureAt(field),
    part: null,
    words: message,
  })),
  ...findings.filter(isOutstanding).map(faultOf),
  ...ignored.map(leftOut),
]

/** The cell it belongs to in the copy; its place in the file that was sent stands in its words. */
const leftOut = ({ at, text, why, of }: IgnoredCell): Fault => ({
  locator: of?.key ?? null,
  part: of?.part ?? null,
  words:
    text === ''
      ? `${at} of your file was left out. ${why}`
      : `“${text}” was left out (${at} of your file). ${why}`,
})

/** The figure that a place names; null for a setting's whole report, and for the whole return. */
const figureAt = (place: string | null): Locator | null => {
  const read = Locator.safeParse(place)
  return read.success ? read.data : null
}

const faultOf = ({ locator, part, message, fix, severity }: Finding): Fault => ({
  locator: figureAt(locator),
  part: templateParts.find((each) => each === part) ?? null,
  words: severity === 'explain' ? `${message} ${fix} ${whereToExplain}` : `${message} ${fix}`,
})

const whereToExplain =
  'If it is right as it is, explain it in the service, on the page “Check your answers”: a file takes no explanations.'
