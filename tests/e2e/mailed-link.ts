import { paths } from '#lib/platform/paths';
import { scene } from './scene';
import { expect } from './test';

interface Mail {
  text: string;
  /** The path of its link. */
  link: string;
}

/** The newest mail to somebody whose words fit; mails leave a moment after what causes them. */
export async function mailTo(to: string, words: RegExp | string = ''): Promise<Mail> {
  let found: Mail | undefined;
  await expect(async () => {
    found = (await mailsTo(to)).find(({ text }) => text.match(words));
    expect(found, `a mail to ${to}`).toBeDefined();
  }).toPass({ timeout: 30_000, intervals: [200] });
  return found as Mail;
}

/** What somebody has been sent so far, by mail or text message, the newest first. */
export async function mailsTo(to: string): Promise<Mail[]> {
  const html = await (await fetch(scene().product.origin + paths.demoOutbox)).text();
  return mailsIn(html).filter(({ text }) => text.includes(` ${to} `));
}

export const mailedLink = async (to: string, words?: RegExp): Promise<string> =>
  (await mailTo(to, words)).link;

/** The demo's mailbox, newest first, as its page shows it to everybody. */
function mailsIn(html: string): Mail[] {
  return [...html.matchAll(/<article.*?<\/article>/gs)].map(([article]) => ({
    text: article
      .replaceAll(/<wbr\/?>|<!-- -->/g, '')
      .replaceAll(/<[^>]+>/g, ' ')
      .replaceAll(/\s+/g, ' '),
    link: /href="(\/[^"]*)"/.exec(article)?.[1]?.replaceAll('&amp;', '&') ?? '',
  }));
}
