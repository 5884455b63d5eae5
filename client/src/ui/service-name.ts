/** What the service is called, in headings, titles and mail. */
export const serviceName = 'Inclusion Returns'
