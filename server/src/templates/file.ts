/** A template as the file somebody downloads. */
import { yearLabel, periodOf } from '@inclusion/shared/periods'
import type { FileFormat } from '@inclusion/shared/templates/filled-file'
import type { Template } from '@inclusion/shared/templates/template'
import { buildCsv } from './csv.ts'
import { buildOpenDocument } from './opendocument.ts'
import { buildWorkbook } from './workbook.ts'

export const mediaTypes: Record<FileFormat, string> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  csv: 'text/csv; charset=utf-8',
}

export async function buildTemplate(template: Template, format: FileFormat): Promise<Uint8Array> {
  if (format === 'xlsx') return buildWorkbook(template)
  return format === 'ods' ? buildOpenDocument(template) : buildCsv(template)
}

/** `Camden AP-PRU Mentoring 2025-26 Q3.xlsx`: nothing in it that a file system minds. */
export function fileName({ authority, programme, period }: Template, format: FileFormat): string {
  const { year, ordinal, calendar } = periodOf(period.id)
  const part = calendar === 'financial-quarters' ? `Q${ordinal}` : `term ${ordinal}`
  const name = [authority.name, programme.name, yearLabel(year), part].join(' ')
  return `${name.replaceAll(/[/\\:*?"<>|]+/g, '-')}.${format}`
}

/** The header that names a download: in ASCII, and again as it is for browsers that read it. */
export function contentDisposition(name: string): string {
  const ascii = name
    .normalize('NFKD')
    .replaceAll(/[^ -~]/g, '')
    .replaceAll(/["\\]/g, '')
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(name).replaceAll("'", '%27')}`
}
