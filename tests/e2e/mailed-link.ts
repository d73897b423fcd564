import { demoMails } from '../harness/product';
import { scene } from './scene';
import { expect } from './test';

/** The path of the link in the newest mail to somebody; mails leave a moment after what causes them. */
export async function mailedLink(to: string, subject = /./): Promise<string> {
  let link = '';
  await expect(async () => {
    const mail = demoMails(scene().product).find((each) => each.to === to && subject.test(each.subject));
    link = mail?.links[0] ?? '';
    expect(link, `a mail to ${to}`).not.toBe('');
  }).toPass({ timeout: 30_000, intervals: [500] });
  const { pathname, search } = new URL(link);
  return pathname + search;
}
