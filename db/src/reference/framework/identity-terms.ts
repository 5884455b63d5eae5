/** Short ways to write the terms of an identity. */
import type { Term } from '@inclusion/shared/framework/identities'

/** One part of one indicator of the authority, as `APM-OP6.numerator`; the value where no part is named. */
export function term(figure: string, at: Term['at'] = 'this', times = 1): Term {
  const [indicator = '', part = 'value'] = figure.split('.')
  return { times, indicator, part: partOf(part), at, over: 'authority' }
}

/** The same over the settings that report: each one for kind `nested`, together for the others. */
export function ofSettings(figure: string): Term {
  return { ...term(figure), over: 'settings' }
}

function partOf(name: string): Term['part'] {
  if (name === 'value' || name === 'numerator' || name === 'denominator' || name === 'people') return name
  throw new RangeError(`Not a part of a figure: ${name}`)
}
