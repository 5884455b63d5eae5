/** A file that is not read: its message is one sentence or two, for the person who sent it, that say what to do. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile'
}

const again = 'Open it in Excel, save it as an Excel workbook (.xlsx), and upload that.'

/** What a packed or written file turns out to be, and what to do about it. */
export const sentences = {
  empty: 'This file is empty. Download the template again, fill it in, and upload it.',
  'too-large':
    'This file is larger than 5 MB. Download the template again and copy only your figures into it.',
  damaged: `A part of this file is damaged or missing. ${again}`,
  unpacks:
    'This file unpacks to more than this service opens. Download the template again and copy your figures into it.',
  'old-workbook': `This is an old Excel file (.xls). ${again}`,
  'binary-workbook': `This is a binary Excel file (.xlsb). ${again}`,
  locked: 'This file is locked with a password. Save a copy without a password, and upload that.',
  macros:
    'This file holds macros, which this service never opens. Save it as an Excel workbook without macros (.xlsx), and upload that.',
  document: 'This is a document, not a spreadsheet. Upload the template of this return: XLSX, ODS or CSV.',
  picture: 'This is a picture, not a spreadsheet. Upload the template of this return: XLSX, ODS or CSV.',
  archive: 'This is a compressed folder (.zip). Open it, and upload the file that is in it.',
  compressed: 'This is a compressed file (.gz). Unpack it, and upload the file that is in it.',
  page: `This is a web page, not a spreadsheet. ${again}`,
  other:
    'This is not a spreadsheet that this service can open. Upload the template of this return: XLSX, ODS or CSV.',
  declarations: `This file holds instructions that spreadsheet programs do not write. ${again}`,
  'too-much':
    'There is too much in this file to read it safely. Download the template again and copy your figures into it.',
  'too-long':
    'Reading this file took too long, so it was stopped. Download the template again and copy your figures into it.',
} as const

export const unreadable = (why: keyof typeof sentences): UnreadableFile => new UnreadableFile(sentences[why])
