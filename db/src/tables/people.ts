/** People, their sessions and what they may do. Sign-in tables belong to better-auth. */
import type { Generated } from 'kysely'
import type { Role } from '@inclusion/shared/roles'

export interface PersonRow {
  id: string
  name: string
  email: string
  emailVerified: 0 | 1
  image: string | null
  jobTitle: string | null
  suspendedAt: string | null
  invented: Generated<0 | 1>
  createdAt: string
  updatedAt: string
}

export interface SessionRow {
  id: string
  personId: string
  token: string
  expiresAt: string
  ipAddress: string | null
  userAgent: string | null
  createdAt: string
  updatedAt: string
}

export interface AccountRow {
  id: string
  accountId: string
  providerId: string
  personId: string
  accessToken: string | null
  refreshToken: string | null
  idToken: string | null
  accessTokenExpiresAt: string | null
  refreshTokenExpiresAt: string | null
  scope: string | null
  password: string | null
  createdAt: string
  updatedAt: string
}

export interface VerificationRow {
  id: string
  identifier: string
  value: string
  expiresAt: string
  createdAt: string
  updatedAt: string
}

export interface MembershipRow {
  id: string
  personId: string
  role: Role
  programme: string | null
  gssCode: string | null
  urn: string | null
  startsOn: string
  endsBefore: string | null
  /** Who last confirmed that it is still right, and when. */
  reviewedBy: Generated<string | null>
  reviewedAt: Generated<string | null>
  /** The departure that ends it, and when it would have ended without one. */
  departureId: Generated<string | null>
  wouldEndBefore: Generated<string | null>
}

/** Somebody leaves on a day: what they hold passes on then. */
export interface DepartureRow {
  id: string
  personId: string
  endsBefore: string
  recordedBy: string
  recordedAt: string
  doneAt: string | null
  cancelledAt: string | null
}

/** Who takes over what a person who leaves holds, kind by kind; nobody: it goes back to the role. */
export interface DepartureHeirRow {
  departureId: string
  kind: string
  personId: string | null
}

export interface InvitationRow {
  id: string
  email: string
  name: string
  role: string
  programme: string | null
  gssCode: string | null
  urn: string | null
  invitedBy: string | null
  createdAt: string
  expiresAt: string
  acceptedAt: string | null
  /** The first day on which the role is no longer held; null without an end. */
  endsBefore: Generated<string | null>
  withdrawnAt: Generated<string | null>
}
