/** A check as it is stored, or one that can only fail closed where what is stored cannot be read. */
import { Check } from '@inclusion/shared/standards/check'

export function readCheck({ code, body }: { code: string; body: string }): Check {
  const found = Check.safeParse(parsed(body))
  return found.success ? found.data : unreadable(code)
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return null
  }
}

/** No engine knows its kind, so the engine blocks in its name: a rule that cannot be evaluated blocks. */
function unreadable(code: string): Check {
  return {
    code,
    clause: code.split('.')[0]!,
    stage: 'filing',
    rule: { kind: 'unreadable' } as unknown as Check['rule'],
    severity: { light: 'block', standard: 'block', enhanced: 'block' },
    title: 'what is stored of this check cannot be read',
    rationale: 'A rule that cannot be evaluated blocks.',
    words: { message: null, fix: null },
  }
}
