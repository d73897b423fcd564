import { blindIndex } from '#lib/crypto/blind-index';
import type { Id } from '#lib/platform/ids';

// The first that matches: Edge and Opera call themselves Chrome, Chrome calls itself Safari.
const browsers: readonly (readonly [RegExp, string])[] = [
  [/\bEdgA?(?:iOS)?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(?:Firefox|FxiOS)\//, 'Firefox'],
  [/\b(?:Chrome|CriOS|Chromium|HeadlessChrome)\//, 'Chrome'],
  [/\bVersion\/[\d.]+ .*Safari\//, 'Safari'],
  [/^curl\//, 'curl'],
];

const systems: readonly (readonly [RegExp, string])[] = [
  [/\biPhone\b|\biPod\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bMac OS X\b|\bMacintosh\b/, 'macOS'],
  [/\bLinux\b/, 'Linux'],
];

const named = (list: readonly (readonly [RegExp, string])[], text: string) =>
  list.find(([pattern]) => pattern.test(text))?.[1];

/** Family of the browser and of the system, such as `Firefox · Linux`; empty where neither is known. No version, no fingerprint. */
export function deviceName(userAgent: string | null): string {
  const text = userAgent ?? '';
  return [named(browsers, text), named(systems, text)].filter((part) => part !== undefined).join(' · ');
}

/** `deviceKey` is a random cookie of the browser; API clients have none. Keyed and bound to the account: two people on the same kind of machine share nothing in the table. */
export function deviceFingerprint(userId: Id<'users'>, name: string, deviceKey?: string): Buffer {
  return blindIndex('device', [userId, name, ...(deviceKey === undefined ? [] : [deviceKey])].join('\0'));
}
