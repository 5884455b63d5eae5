import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { paths } from '../routing/paths.ts'
import { Button } from '../ui/button.tsx'
import { Link } from '../ui/link.tsx'
import { TextInput } from '../ui/text-input.tsx'

/** Asks for the events of one thing. The address carries the answer, so that it can be kept and sent. */
export function SubjectFilter({ subject }: { subject: string }) {
  const navigate = useNavigate()
  const [typed, setTyped] = useState<string | null>(null)
  const wanted = typed ?? subject
  return (
    <form
      className="govuk-!-width-two-thirds"
      onSubmit={(event) => {
        event.preventDefault()
        void navigate({ href: paths.audit({ subject: wanted.trim() }) })
        setTyped(null)
      }}
    >
      <TextInput
        id="subject"
        label="Show only what was done to"
        hint="A return like APM-E09000007-FY2025-26-Q3, or what stands in the last column"
        value={wanted}
        onChange={setTyped}
      />
      <div className="govuk-button-group">
        <Button look="secondary">Show</Button>
        {subject && <Link href={paths.audit()}>Show everything</Link>}
      </div>
    </form>
  )
}
