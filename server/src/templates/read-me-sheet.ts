/** The first sheet: how to fill the file in, in plain words. */
import type { Cell, CellStyle, WriteSheet } from 'hucre/xlsx'
import { missingWords } from '@inclusion/shared/figure-words'
import type { Template } from '@inclusion/shared/templates/template'
import { readMeSheet } from './layout.ts'
import { pageOf, protection } from './sheet-setup.ts'
import * as styles from './styles.ts'

type Format = 'xlsx' | 'ods'

/** Headings begin with `# `. */
const howTo: Record<Format, string[]> = {
  xlsx: [
    '# How to fill it in',
    'Each sheet is a section of the return. Type in the yellow cells. Everything else is locked, so that nothing moves by accident.',
    'Excel checks some things while you type: whole numbers, numbers that are too small, reasons that are not known. The service checks the rest when you upload the file, and shows you everything before anything is saved.',
  ],
  ods: [
    '# How to fill it in',
    'Each sheet is a section of the return. Type in the yellow cells. Leave the column “Key” as it is: the service finds each line by it.',
    'This file does not check while you type, and nothing in it is locked: only the Excel file does that. The service checks everything when you upload the file, and shows you everything before anything is saved.',
    'In a text, ¶ stands for a new line.',
  ],
}

const rules = [
  '# What the cells mean',
  'A blank cell changes nothing. It never clears a figure: to clear one, use its page in the service.',
  `If there is no figure, say why in “If none, why”: ${missingWords.z} (z) or ${missingWords.x} (x). A blank is not a zero: type 0 if you counted and there were none.`,
  'Where two counts are asked (“Figure” and “Out of”), type both. The rate is worked out for you; do not type a percentage.',
  'Right of the note is the evidence that some measures ask for: where the figure was counted, how, and with whom.',
  'Money is in pounds. Counts are whole numbers.',
  'Lines in grey are not typed here: they come from your settings’ reports, or the service works them out. Each says where it comes from.',
  '# Never write about a child',
  'Type no names, initials, dates of birth, UPNs, addresses or anything else that identifies a person, in any cell. A file that does is refused whole.',
  '# When you are done',
  'Upload the file on the page of this return. You can do so as often as you like, until the return is sent.',
  'If a colleague changed a figure in the service meanwhile, you are shown both before anything is saved.',
  'Explanations and the sign-off are given in the service, not here: “Check your answers” lists what is to be explained.',
]

export function readMeOf(template: Template, format: Format): WriteSheet {
  const { authority, programme, period, identity } = template
  const lines: [string, CellStyle][] = [
    [`${programme.name}: return of ${authority.name}`, styles.title],
    [`${period.label}. Return ${identity.returnId}.`, styles.prose],
    ...[...howTo[format], ...rules].map((line): [string, CellStyle] =>
      line.startsWith('# ') ? [line.slice(2), styles.subtitle] : [line, styles.prose],
    ),
  ]
  return {
    name: readMeSheet,
    rows: lines.map(() => []),
    columns: [{ width: 110 }],
    cells: new Map(
      lines.map(([value, style], row): [string, Partial<Cell>] => [
        `${row},0`,
        { value, type: 'string', style },
      ]),
    ),
    protection,
    ...pageOf(`${authority.name}, ${programme.name}, ${period.label}`),
    a11y: { headerRow: 0, summary: 'How to fill in this file.' },
  }
}
