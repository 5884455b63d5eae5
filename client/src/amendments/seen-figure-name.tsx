import type { SeenFigure } from '@inclusion/server/amendments/seen'
import { Tag, type TagColour } from '../ui/tag.tsx'
import { ClassTag } from './definition/changes.tsx'
import { changeWords, toldDifferences } from './definition/difference-words.ts'

const tags: Record<SeenFigure['what'], { colour: TagColour; words: string } | null> = {
  new: { colour: 'green', words: 'New' },
  changed: { colour: 'yellow', words: 'Changed' },
  bridge: { colour: 'orange', words: 'Bridge' },
  same: null,
}

/** The name of a figure as the lead reads it, and what of it is new to them. */
export function SeenFigureName({ figure }: { figure: SeenFigure }) {
  const { label, hint, what, changeClass, differences } = figure
  const tag = tags[what]
  return (
    <>
      {label} {tag && <Tag colour={tag.colour}>{tag.words}</Tag>}
      {changeClass && <ClassTag of={changeClass} />}
      {hint && <span className="app-grid__small">{hint}</span>}
      {differences.length > 0 && (
        <ul className="govuk-list govuk-list--bullet">
          {toldDifferences(differences).map((difference) => (
            <li key={difference.field}>{changeWords(difference)}</li>
          ))}
        </ul>
      )}
    </>
  )
}
