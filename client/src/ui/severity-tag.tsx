import { Tag, type TagColour } from './tag.tsx'

/** What a finding asks: mend it, explain it, or know of it. */
export type Severity = 'block' | 'explain' | 'note'

const tags: Record<Severity, { colour: TagColour; words: string }> = {
  block: { colour: 'red', words: 'To fix' },
  explain: { colour: 'yellow', words: 'To explain' },
  note: { colour: 'blue', words: 'To note' },
}

/** The severity of a finding. */
export function SeverityTag({ severity }: { severity: Severity }) {
  return <Tag colour={tags[severity].colour}>{tags[severity].words}</Tag>
}
