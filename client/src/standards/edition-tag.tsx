import type { EditionLine } from '@inclusion/server/standards/edition-line'
import { Tag, type TagColour } from '../ui/tag.tsx'

function tagOf({ status, isInForce }: Pick<EditionLine, 'status' | 'isInForce'>): [TagColour, string] {
  if (status === 'draft') return ['grey', 'Draft']
  if (status === 'proposed') return ['yellow', 'Proposed']
  return isInForce ? ['green', 'In force'] : ['blue', 'Published']
}

/** How far an edition is. */
export function EditionTag({ edition }: { edition: Pick<EditionLine, 'status' | 'isInForce'> }) {
  const [colour, words] = tagOf(edition)
  return <Tag colour={colour}>{words}</Tag>
}
