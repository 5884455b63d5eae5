/** What middleware hands to a handler. */
import type { Actor } from '@inclusion/shared/roles'

export type HttpEnvironment = {
  Variables: {
    /** The person signed in, with the memberships in force today; null for a stranger. */
    actor: Actor | null
    /** Given back in every unexpected error, and in the log. */
    reference: string
  }
}
