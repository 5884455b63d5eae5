/** What is wrong with a file, for the copy of it that says so: findings, refusals, and cells that were left out. */
import type { TemplatePart } from '@inclusion/shared/templates/template'
import { templateParts } from '@inclusion/shared/templates/cell-names'
import { isOutstanding, type Finding } from '@inclusion/shared/standards/finding'
import type { Fault } from '../templates/faults.ts'
import type { Preview } from './preview.ts'
import type { UploadContent } from './read-upload.ts'

export const faultsIn = (
  { findings, refused }: Pick<Preview, 'findings' | 'refused'>,
  { ignored }: Pick<UploadContent, 'ignored'>,
): Fault[] => [
  ...refused.map(({ field, message }) => ({
    locator: field === '' ? null : field,
    part: null,
    words: message,
  })),
  ...findings.filter(isOutstanding).map(faultOf),
  ...ignored.map(({ at, why }) => ({ locator: null, part: null, words: `${at} was left out. ${why}` })),
]

const faultOf = ({ locator, part, message, fix }: Finding): Fault => ({
  locator,
  part: templateParts.find((each): each is TemplatePart => each === part) ?? null,
  words: `${message} ${fix}`,
})
