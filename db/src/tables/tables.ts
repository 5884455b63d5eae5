/** Every table by name: the type that Kysely checks each statement against. */
import type { AuthorityRow, SettingRow } from './places.ts'
import type {
  DecisionRow,
  ProgrammeRow,
  FundingLineRow,
  TierThresholdRow,
  PeriodRow,
  CollectionWindowRow,
  ComparatorRow,
} from './programmes.ts'
import type { GrantRow, AwardLineRow, InstalmentRow, GrantSettingRow } from './grants.ts'
import type {
  IndicatorRow,
  IndicatorDefinitionRow,
  IdentityRow,
  BaselineRow,
  ProfileRow,
} from './framework.ts'
import type {
  PersonRow,
  SessionRow,
  AccountRow,
  VerificationRow,
  MembershipRow,
  InvitationRow,
  DepartureRow,
  DepartureHeirRow,
} from './people.ts'
import type {
  AuditEventRow,
  AuditHeadRow,
  AuditSubjectRow,
  OutboxRow,
  IdempotencyKeyRow,
  ServiceFactRow,
} from './trust.ts'
import type { MeetingRow } from './learning.ts'
import type {
  WindowChangeRow,
  ExtensionRow,
  ReminderDayRow,
  ReminderRow,
  RemindedReturnRow,
} from './collection.ts'
import type {
  StandardRow,
  CheckRow,
  WaiverRow,
  FindingRecordRow,
  CheckFailureRow,
  PeerSummaryRow,
  BackTestRow,
  BackTestResultRow,
} from './standards.ts'
import type {
  ReturnRow,
  ReturnItemRow,
  DataPointRow,
  DraftTextRow,
  ExplanationRow,
  ReturnVersionRow,
  AcceptedPointRow,
  RollUpRow,
} from './returns.ts'
import type { SettingReportRow, AttendanceCountRow, AttendancePupilRow } from './setting-reports.ts'
import type { AmendmentRow } from './amendments.ts'
import type { UploadRow } from './uploads.ts'
import type { FilingSummaryRow, ServiceLevelRow } from './queue.ts'
import type {
  ReturnFilerRow,
  ReviewRow,
  DataQueryRow,
  QueryMessageRow,
  ReviewHandOverRow,
  FigureDecisionRow,
  ReopenRequestRow,
} from './reviews.ts'

export interface Tables {
  authorities: AuthorityRow
  settings: SettingRow
  decisions: DecisionRow
  programmes: ProgrammeRow
  funding_lines: FundingLineRow
  tier_thresholds: TierThresholdRow
  periods: PeriodRow
  collection_windows: CollectionWindowRow
  comparators: ComparatorRow
  grants: GrantRow
  award_lines: AwardLineRow
  instalments: InstalmentRow
  grant_settings: GrantSettingRow
  indicators: IndicatorRow
  indicator_definitions: IndicatorDefinitionRow
  identities: IdentityRow
  baselines: BaselineRow
  profiles: ProfileRow
  people: PersonRow
  sessions: SessionRow
  accounts: AccountRow
  verifications: VerificationRow
  memberships: MembershipRow
  invitations: InvitationRow
  departures: DepartureRow
  departure_heirs: DepartureHeirRow
  audit_events: AuditEventRow
  audit_head: AuditHeadRow
  audit_subjects: AuditSubjectRow
  outbox: OutboxRow
  idempotency_keys: IdempotencyKeyRow
  service_facts: ServiceFactRow
  standards: StandardRow
  checks: CheckRow
  waivers: WaiverRow
  finding_records: FindingRecordRow
  check_failures: CheckFailureRow
  peer_summaries: PeerSummaryRow
  back_tests: BackTestRow
  back_test_results: BackTestResultRow
  returns: ReturnRow
  return_items: ReturnItemRow
  data_points: DataPointRow
  draft_texts: DraftTextRow
  explanations: ExplanationRow
  return_versions: ReturnVersionRow
  accepted_points: AcceptedPointRow
  roll_ups: RollUpRow
  setting_reports: SettingReportRow
  attendance_counts: AttendanceCountRow
  attendance_pupils: AttendancePupilRow
  uploads: UploadRow
  filing_summaries: FilingSummaryRow
  service_levels: ServiceLevelRow
  return_filers: ReturnFilerRow
  reviews: ReviewRow
  data_queries: DataQueryRow
  query_messages: QueryMessageRow
  review_hand_overs: ReviewHandOverRow
  figure_decisions: FigureDecisionRow
  reopen_requests: ReopenRequestRow
  meetings: MeetingRow
  amendments: AmendmentRow
  window_changes: WindowChangeRow
  extensions: ExtensionRow
  reminder_days: ReminderDayRow
  reminders: ReminderRow
  reminded_returns: RemindedReturnRow
}
